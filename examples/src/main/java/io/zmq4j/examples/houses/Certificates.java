package io.zmq4j.examples.houses;

import io.zmq4j.curve.CurveCertificate;
import io.zmq4j.curve.CurveKeyPair;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Keys for the houses of stone and iron: of a server, of a client that the house of iron lets in, and of a stranger.
 * Arguments: [directory].
 * The twin: houses/certificates.py, which makes the same.
 */
public final class Certificates {
    private Certificates() {}

    public static void main(String[] args) throws IOException {
        Path directory = Path.of(args.length > 0 ? args[0] : "keys");
        Path allowed = Files.createDirectories(directory.resolve("allowed"));
        for (String name : new String[] {"server", "client", "stranger"}) {
            var certificate = CurveCertificate.of(CurveKeyPair.generate(), Map.of("name", name));
            certificate.saveSecret(directory.resolve(name + ".key_secret")); // for its owner alone
            certificate.savePublic(directory.resolve(name + ".key"));
            if (name.equals("client")) {
                certificate.savePublic(allowed.resolve(name + ".key"));
            }
            System.out.println(name + " " + certificate.publicKey());
        }
    }
}
