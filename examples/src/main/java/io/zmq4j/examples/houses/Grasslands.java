package io.zmq4j.examples.houses;

import io.zmq4j.Context;
import io.zmq4j.error.SocketClosedException;
import io.zmq4j.options.SocketOptions;
import java.time.Duration;

/**
 * No house at all: whoever comes may ask, and whoever is on the way reads along.
 * Arguments: server|client [endpoint].
 * The other half: itself, or houses/grasslands.py.
 */
public final class Grasslands {
    private Grasslands() {}

    public static void main(String[] args) {
        boolean serves = args.length == 0 || args[0].equals("server");
        String endpoint = args.length > 1 ? args[1] : "tcp://127.0.0.1:9000";
        try (var context = Context.create()) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> context.close(Duration.ofSeconds(1))));
            if (serves) {
                serve(context, endpoint);
            } else {
                ask(context, endpoint);
            }
        } catch (SocketClosedException e) {
            System.out.println("closed");
        }
    }

    private static void serve(Context context, String endpoint) {
        try (var rep = context.rep()) {
            rep.bind(endpoint);
            while (true) {
                String question = rep.receiveText();
                rep.send("World");
                System.out.println(question + " from anybody -> World");
            }
        }
    }

    private static void ask(Context context, String endpoint) {
        try (var req = context.req()) {
            req.set(SocketOptions.LINGER, Duration.ZERO); // a question that nobody took does not outlive the program
            req.connect(endpoint);
            req.send("Hello");
            System.out.println("Hello -> " + req.receiveText());
        }
    }
}
