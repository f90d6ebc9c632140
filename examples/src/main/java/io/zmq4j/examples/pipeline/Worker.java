package io.zmq4j.examples.pipeline;

import io.zmq4j.Context;
import io.zmq4j.error.SocketClosedException;
import java.time.Duration;

/**
 * Pipeline, a worker: takes tasks, passes on results.
 * Arguments: [endpoint of tasks] [endpoint of results] [name].
 * The other halves: Ventilator and Sink, or their twins in pipeline/*.py.
 */
public final class Worker {
    private Worker() {}

    public static void main(String[] args) {
        String tasks = args.length > 0 ? args[0] : "tcp://localhost:5557";
        String results = args.length > 1 ? args[1] : "tcp://localhost:5558";
        String name =
                args.length > 2 ? args[2] : "worker-" + ProcessHandle.current().pid();
        try (var context = Context.create();
                var pull = context.pull();
                var push = context.push()) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> context.close(Duration.ofSeconds(1))));
            push.connect(results);
            pull.connect(tasks);
            while (true) {
                push.send(pull.receiveText() + " by " + name);
            }
        } catch (SocketClosedException e) {
            System.out.println("closed");
        }
    }
}
