package io.zmq4j.examples.devices;

import io.zmq4j.Context;
import io.zmq4j.error.SocketClosedException;
import java.time.Duration;

/**
 * A PUSH that connects to a streamer and sends "task2---N" for N from 0 on.
 * Arguments: [endpoint] [count] [first N].
 * The other half: StreamerDevice and, behind it, tasks.Consumer.
 */
public final class TaskSender {
    private TaskSender() {}

    public static void main(String[] args) {
        String endpoint = args.length > 0 ? args[0] : "tcp://localhost:5559";
        int count = args.length > 1 ? Integer.parseInt(args[1]) : 100;
        int first = args.length > 2 ? Integer.parseInt(args[2]) : 0;
        try (var context = Context.create();
                var push = context.push()) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> context.close(Duration.ofSeconds(1))));
            push.connect(endpoint);
            for (int i = first; i < first + count; i++) {
                push.send("task2---" + i);
            }
            System.out.println(count + " tasks sent");
        } catch (SocketClosedException e) {
            System.out.println("closed");
        }
    }
}
