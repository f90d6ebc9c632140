package io.zmq4j.examples.houses;

import io.zmq4j.Context;
import io.zmq4j.curve.Curve;
import io.zmq4j.curve.CurveCertificate;
import io.zmq4j.curve.CurveDirectory;
import io.zmq4j.error.SocketClosedException;
import io.zmq4j.error.WaitInterruptedException;
import io.zmq4j.event.Received;
import io.zmq4j.event.SocketEvent;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.security.Authenticator;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A house of iron: as the house of stone, and only those may ask whose certificates the server has.
 * Arguments: server|client [endpoint] [directory of Certificates] [name].
 * Certificates first. The other half: itself, or houses/ironhouse.py.
 */
public final class Ironhouse {
    private Ironhouse() {}

    public static void main(String[] args) {
        boolean serves = args.length == 0 || args[0].equals("server");
        String endpoint = args.length > 1 ? args[1] : "tcp://127.0.0.1:9000";
        Path keys = Path.of(args.length > 2 ? args[2] : "keys");
        String name = args.length > 3 ? args[3] : "client";
        try (var context = Context.create()) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> context.close(Duration.ofSeconds(1))));
            if (serves) {
                serve(context, endpoint, keys);
            } else {
                ask(context, endpoint, keys, name);
            }
        } catch (SocketClosedException | WaitInterruptedException e) {
            System.out.println("closed");
        }
    }

    private static void serve(Context context, String endpoint, Path keys) {
        Authenticator.start(context, rules -> rules.curve("global", new CurveDirectory(keys.resolve("allowed"))));
        try (var rep = context.rep()) {
            var own = CurveCertificate.load(keys.resolve("server.key_secret"));
            rep.set(SocketOptions.SECURITY, Curve.server(own.keyPair().orElseThrow()));
            rep.set(SocketOptions.ZAP_DOMAIN, "global");
            rep.bind(endpoint);
            while (true) {
                Received received = rep.receiveFrom();
                String question = received.message().text();
                rep.send("World");
                System.out.println(question + " from " + received.peer().userId() + " -> World");
            }
        }
    }

    private static void ask(Context context, String endpoint, Path keys, String name) {
        try (var req = context.req()) {
            req.set(SocketOptions.LINGER, Duration.ZERO); // a question that nobody took does not outlive the program
            var server = CurveCertificate.load(keys.resolve("server.key"));
            var own = CurveCertificate.load(keys.resolve(name + ".key_secret"));
            req.set(SocketOptions.SECURITY, Curve.client(own.keyPair().orElseThrow(), server.publicKey()));
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
