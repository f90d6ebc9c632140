package io.zmq4j.examples.hub;

import io.zmq4j.Context;
import io.zmq4j.error.SocketClosedException;
import java.time.Duration;

/**
 * The hub, one who pulls: gets a share of the messages, without their topics.
 * Arguments: [endpoint].
 * The other half: Hub, or hub/hub.py.
 */
public final class Collector {
    private Collector() {}

    public static void main(String[] args) {
        String endpoint = args.length > 0 ? args[0] : "tcp://localhost:5563";
        try (var context = Context.create();
                var pull = context.pull()) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> context.close(Duration.ofSeconds(1))));
            pull.connect(endpoint);
            while (true) {
                System.out.println(pull.receiveText());
            }
        } catch (SocketClosedException e) {
            System.out.println("closed");
        }
    }
}
