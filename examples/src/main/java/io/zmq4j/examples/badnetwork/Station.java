package io.zmq4j.examples.badnetwork;

import io.zmq4j.Context;
import io.zmq4j.error.SocketClosedException;
import java.time.Duration;

/**
 * Filtered radio, the station: broadcasts "N serial", N from 0 to 29 and over again.
 * Arguments: [endpoint] [ms between].
 * The other half: Listener, or badnetwork/listener.py.
 */
public final class Station {
    private Station() {}

    public static void main(String[] args) throws InterruptedException {
        String endpoint = args.length > 0 ? args[0] : "tcp://*:5558";
        long pause = args.length > 1 ? Long.parseLong(args[1]) : 100;
        try (var context = Context.create();
                var pub = context.pub()) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> context.close(Duration.ofSeconds(1))));
            pub.bind(endpoint);
            System.out.println("on air");
            for (int serial = 0; ; serial++) {
                pub.send(serial % 30 + " " + serial);
                Thread.sleep(pause);
            }
        } catch (SocketClosedException e) {
            System.out.println("closed");
        }
    }
}
