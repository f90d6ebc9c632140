package io.zmq4j.examples.houses;

import io.zmq4j.Context;
import io.zmq4j.error.SocketClosedException;
import io.zmq4j.error.WaitInterruptedException;
import io.zmq4j.event.SocketEvent;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.security.Authenticator;
import java.time.Duration;

/**
 * A house of straw: who may ask is decided by address. It keeps out the lost, and nobody who means it.
 * Arguments: server|client [endpoint] [allowed address].
 * The other half: itself, or houses/strawhouse.py.
 */
public final class Strawhouse {
    private Strawhouse() {}

    public static void main(String[] args) {
        boolean serves = args.length == 0 || args[0].equals("server");
        String endpoint = args.length > 1 ? args[1] : "tcp://127.0.0.1:9000";
        String allowed = args.length > 2 ? args[2] : "127.0.0.1";
        try (var context = Context.create()) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> context.close(Duration.ofSeconds(1))));
            if (serves) {
                serve(context, endpoint, allowed);
            } else {
                ask(context, endpoint);
            }
        } catch (SocketClosedException | WaitInterruptedException e) {
            System.out.println("closed");
        }
    }

    private static void serve(Context context, String endpoint, String allowed) {
        Authenticator.start(context, rules -> rules.allow(allowed));
        try (var rep = context.rep()) {
            rep.set(SocketOptions.ZAP_DOMAIN, "global");
            rep.bind(endpoint);
            while (true) {
                String question = rep.receiveText();
                rep.send("World");
                System.out.println(question + " from an allowed address -> World");
            }
        }
    }

    private static void ask(Context context, String endpoint) {
        try (var req = context.req()) {
            req.set(SocketOptions.LINGER, Duration.ZERO); // a question that nobody took does not outlive the program
            Thread asking = Thread.currentThread();
            var unused = req.onEvent(event -> {
                if (event.type() == SocketEvent.Type.HANDSHAKE_FAILED_AUTH) {
                    System.out.println("refused");
                    asking.interrupt();
                }
            });
            req.connect(endpoint);
            req.send("Hello");
            System.out.println("Hello -> " + req.receiveText());
        }
    }
}
