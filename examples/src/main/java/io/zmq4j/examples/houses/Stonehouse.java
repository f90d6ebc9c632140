package io.zmq4j.examples.houses;

import io.zmq4j.Context;
import io.zmq4j.curve.Curve;
import io.zmq4j.curve.CurveCertificate;
import io.zmq4j.curve.CurveKeyPair;
import io.zmq4j.error.SocketClosedException;
import io.zmq4j.options.SocketOptions;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A house of stone: nobody on the way can read or change anything, and clients know their server by its key. Any client
 * may ask.
 * Arguments: server|client [endpoint] [directory of Certificates].
 * Certificates first. The other half: itself, or houses/stonehouse.py.
 */
public final class Stonehouse {
    private Stonehouse() {}

    public static void main(String[] args) {
        boolean serves = args.length == 0 || args[0].equals("server");
        String endpoint = args.length > 1 ? args[1] : "tcp://127.0.0.1:9000";
        Path keys = Path.of(args.length > 2 ? args[2] : "keys");
        try (var context = Context.create()) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> context.close(Duration.ofSeconds(1))));
            if (serves) {
                serve(context, endpoint, keys);
            } else {
                ask(context, endpoint, keys);
            }
        } catch (SocketClosedException e) {
            System.out.println("closed");
        }
    }

    private static void serve(Context context, String endpoint, Path keys) {
        try (var rep = context.rep()) {
            var own = CurveCertificate.load(keys.resolve("server.key_secret"));
            rep.set(SocketOptions.SECURITY, Curve.server(own.keyPair().orElseThrow()));
            rep.bind(endpoint);
            while (true) {
                String question = rep.receiveText();
                rep.send("World");
                System.out.println(question + " from anybody -> World");
            }
        }
    }

    private static void ask(Context context, String endpoint, Path keys) {
        try (var req = context.req()) {
            req.set(SocketOptions.LINGER, Duration.ZERO); // a question that nobody took does not outlive the program
            var server = CurveCertificate.load(keys.resolve("server.key"));
            // A pair for this run alone: nobody will know it again.
            req.set(SocketOptions.SECURITY, Curve.client(CurveKeyPair.generate(), server.publicKey()));
            req.connect(endpoint);
            req.send("Hello");
            System.out.println("Hello -> " + req.receiveText());
        }
    }
}
