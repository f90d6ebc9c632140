package io.zmq4j.examples.tasks;

import io.zmq4j.Context;
import io.zmq4j.error.SocketClosedException;
import java.time.Duration;

/**
 * A thousand tasks, the source: sends task2---0 to task2---999.
 * Arguments: [endpoint] [tasks] [ms between] [PULLs to wait for].
 * The other half: Consumer, or tasks/consumer.py; as many as you like, killed and restarted as you like.
 */
public final class Producer {
    private Producer() {}

    public static void main(String[] args) throws InterruptedException {
        String endpoint = args.length > 0 ? args[0] : "tcp://*:5557";
        int tasks = args.length > 1 ? Integer.parseInt(args[1]) : 1000;
        long pause = args.length > 2 ? Long.parseLong(args[2]) : 0;
        int consumers = args.length > 3 ? Integer.parseInt(args[3]) : 0;
        try (var context = Context.create();
                var push = context.push()) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> context.close(Duration.ofSeconds(1))));
            push.bind(endpoint);
            System.out.println("bound");
            while (push.peerCount() < consumers) {
                Thread.sleep(10);
            }
            for (int i = 0; i < tasks; i++) {
                push.send("task2---" + i); // waits while there is no PULL
                System.out.println("sent task2---" + i);
                Thread.sleep(pause);
            }
            System.out.println("all sent, dropped: " + push.drops());
        } catch (SocketClosedException e) {
            System.out.println("closed");
        }
    }
}
