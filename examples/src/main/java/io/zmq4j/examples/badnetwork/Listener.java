package io.zmq4j.examples.badnetwork;

import io.zmq4j.Context;
import io.zmq4j.error.SocketClosedException;
import io.zmq4j.options.SocketOptions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * Filtered radio, a listener: a link gone quiet is noticed by heartbeats and renewed.
 * Arguments: [endpoint] [heartbeat in ms] [filter …], without a filter everything.
 * The other half: Station, or badnetwork/station.py.
 */
public final class Listener {
    private Listener() {}

    public static void main(String[] args) {
        String endpoint = args.length > 0 ? args[0] : "tcp://localhost:5558";
        var heartbeat = Duration.ofMillis(args.length > 1 ? Long.parseLong(args[1]) : 1000);
        List<String> filters = args.length > 2 ? Arrays.asList(args).subList(2, args.length) : List.of("");
        try (var context = Context.create();
                var sub = context.sub()) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> context.close(Duration.ofSeconds(1))));
            sub.set(SocketOptions.HEARTBEAT_IVL, heartbeat);
            sub.set(SocketOptions.HEARTBEAT_TIMEOUT, heartbeat.multipliedBy(3));
            filters.forEach(sub::subscribe);
            sub.connect(endpoint);
            while (true) {
                System.out.println(sub.receiveText());
            }
        } catch (SocketClosedException e) {
            System.out.println("closed");
        }
    }
}
