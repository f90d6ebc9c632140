package io.zmq4j.examples.pipeline;

import io.zmq4j.Context;
import io.zmq4j.error.SocketClosedException;
import java.time.Duration;

/**
 * Pipeline, the source of tasks.
 * Arguments: [endpoint] [tasks] [workers to wait for, so that all get an even share].
 * The other half: Worker, or pipeline/worker.py, several times; and Sink, or pipeline/sink.py.
 */
public final class Ventilator {
    private Ventilator() {}

    public static void main(String[] args) throws InterruptedException {
        String endpoint = args.length > 0 ? args[0] : "tcp://*:5557";
        int tasks = args.length > 1 ? Integer.parseInt(args[1]) : 100;
        int workers = args.length > 2 ? Integer.parseInt(args[2]) : 2;
        try (var context = Context.create();
                var push = context.push()) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> context.close(Duration.ofSeconds(1))));
            push.bind(endpoint);
            while (push.peerCount() < workers) {
                Thread.sleep(10);
            }
            for (int i = 0; i < tasks; i++) {
                push.send("task " + i);
            }
            System.out.println(tasks + " tasks for " + workers + " workers");
        } catch (SocketClosedException e) {
            System.out.println("closed");
        }
    }
}
