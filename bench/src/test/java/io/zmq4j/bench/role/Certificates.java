package io.zmq4j.bench.role;

import io.zmq4j.curve.CurveCertificate;
import io.zmq4j.curve.CurveKeyPair;
import java.nio.file.Path;
import java.util.Map;

/**
 * The keys of a server and of a client, in files.
 *
 * @param pair the server's
 * @param server options of a role that is the server
 * @param client options of a role that is the client
 */
record Certificates(CurveKeyPair pair, String server, String client) {
    /** In {@code server}, {@code server_secret} and {@code client_secret}. */
    static Certificates make(Path directory) {
        var pair = CurveKeyPair.generate();
        var certificate = CurveCertificate.of(pair, Map.of());
        certificate.savePublic(directory.resolve("server"));
        certificate.saveSecret(directory.resolve("server_secret"));
        CurveCertificate.of(CurveKeyPair.generate(), Map.of()).saveSecret(directory.resolve("client_secret"));
        return new Certificates(
                pair,
                "--curve-server-secret " + directory.resolve("server_secret"),
                "--curve-server-key " + directory.resolve("server") + " --curve-client "
                        + directory.resolve("client_secret"));
    }
}
