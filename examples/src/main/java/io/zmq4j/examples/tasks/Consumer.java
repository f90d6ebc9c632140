package io.zmq4j.examples.tasks;

import io.zmq4j.Context;
import io.zmq4j.error.SocketClosedException;
import java.time.Duration;

/**
 * A thousand tasks, a consumer: prints what it gets.
 * Arguments: [endpoint] [milliseconds of work for each task].
 * The other half: Producer, or tasks/producer.py.
 */
public final class Consumer {
    private Consumer() {}

    public static void main(String[] args) throws InterruptedException {
        String endpoint = args.length > 0 ? args[0] : "tcp://localhost:5557";
        long work = args.length > 1 ? Long.parseLong(args[1]) : 0;
        try (var context = Context.create();
                var pull = context.pull()) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> context.close(Duration.ofSeconds(1))));
            pull.connect(endpoint);
            while (true) {
                System.out.println(pull.receiveText());
                Thread.sleep(work);
            }
        } catch (SocketClosedException e) {
            System.out.println("closed");
        }
    }
}
