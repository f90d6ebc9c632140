package io.zmq4j.examples.hub;

import io.zmq4j.Context;
import io.zmq4j.error.SocketClosedException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * The hub, one who watches: subscribes to topics, or to everything.
 * Arguments: [endpoint] [topic …].
 * The other half: Hub, or hub/hub.py.
 */
public final class Watcher {
    private Watcher() {}

    public static void main(String[] args) {
        String endpoint = args.length > 0 ? args[0] : "tcp://localhost:5562";
        List<String> topics = args.length > 1 ? Arrays.asList(args).subList(1, args.length) : List.of("");
        try (var context = Context.create();
                var sub = context.sub()) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> context.close(Duration.ofSeconds(1))));
            topics.forEach(sub::subscribe);
            sub.connect(endpoint);
            while (true) {
                System.out.println(sub.receiveText());
            }
        } catch (SocketClosedException e) {
            System.out.println("closed");
        }
    }
}
