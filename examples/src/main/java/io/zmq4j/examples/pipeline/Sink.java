package io.zmq4j.examples.pipeline;

import io.zmq4j.Context;
import io.zmq4j.error.SocketClosedException;
import java.time.Duration;

/**
 * Pipeline, the end: collects results, "task N by WORKER".
 * Arguments: [endpoint] [results to wait for].
 * The other halves: Worker and Ventilator, or their twins in pipeline/*.py.
 */
public final class Sink {
    private Sink() {}

    public static void main(String[] args) {
        String endpoint = args.length > 0 ? args[0] : "tcp://*:5558";
        int results = args.length > 1 ? Integer.parseInt(args[1]) : 100;
        try (var context = Context.create();
                var pull = context.pull()) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> context.close(Duration.ofSeconds(1))));
            pull.bind(endpoint);
            for (int i = 0; i < results; i++) {
                System.out.println(pull.receiveText());
            }
            System.out.println(results + " results");
        } catch (SocketClosedException e) {
            System.out.println("closed");
        }
    }
}
