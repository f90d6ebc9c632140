package io.zmq4j.examples.houses;

import io.zmq4j.Context;
import io.zmq4j.error.SocketClosedException;
import io.zmq4j.error.WaitInterruptedException;
import io.zmq4j.event.Received;
import io.zmq4j.event.SocketEvent;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.security.Authenticator;
import io.zmq4j.zmtp.mechanism.Plain;
import java.time.Duration;
import java.util.Map;

/**
 * A house of wood: who may ask is decided by user and password, which the wire tells everybody on the way.
 * Arguments: server|client [endpoint] [password].
 * The other half: itself, or houses/woodhouse.py.
 */
public final class Woodhouse {
    private Woodhouse() {}

    public static void main(String[] args) {
        boolean serves = args.length == 0 || args[0].equals("server");
        String endpoint = args.length > 1 ? args[1] : "tcp://127.0.0.1:9000";
        String password = args.length > 2 ? args[2] : "secret";
        try (var context = Context.create()) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> context.close(Duration.ofSeconds(1))));
            if (serves) {
                serve(context, endpoint, password);
            } else {
                ask(context, endpoint, password);
            }
        } catch (SocketClosedException | WaitInterruptedException e) {
            System.out.println("closed");
        }
    }

    private static void serve(Context context, String endpoint, String password) {
        Authenticator.start(context, rules -> rules.plain(Authenticator.EVERY_DOMAIN, Map.of("admin", password)));
        try (var rep = context.rep()) {
            rep.set(SocketOptions.SECURITY, Plain.server());
            rep.bind(endpoint);
            while (true) {
                Received received = rep.receiveFrom();
                String question = received.message().text();
                rep.send("World");
                System.out.println(question + " from " + received.peer().userId() + " -> World");
            }
        }
    }

    private static void ask(Context context, String endpoint, String password) {
        try (var req = context.req()) {
            req.set(SocketOptions.LINGER, Duration.ZERO); // a question that nobody took does not outlive the program
            req.set(SocketOptions.SECURITY, Plain.client("admin", password));
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
