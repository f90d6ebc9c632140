package io.zmq4j.bench.compare;

import io.zmq4j.curve.CurveCertificate;
import io.zmq4j.curve.CurveKeyPair;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The certificates of the rows with CURVE, which every contestant reads.
 *
 * @param server the secret one of the end that binds
 * @param client the secret one of the end that connects
 * @param serverKey the public one of the first
 */
record KeyFiles(Path server, Path client, Path serverKey) {
    private static final int KEY_SIZE = 32;

    /** Of their names in a directory. */
    static KeyFiles in(Path directory) {
        return new KeyFiles(
                directory.resolve("server_secret"), directory.resolve("client_secret"), directory.resolve("server"));
    }

    /** Makes them, always with the same keys: they protect nothing. */
    static KeyFiles make(Path directory) throws IOException {
        var files = in(Files.createDirectories(directory));
        var server = certificate(1);
        server.saveSecret(files.server);
        server.savePublic(files.serverKey);
        certificate(2).saveSecret(files.client);
        return files;
    }

    private static CurveCertificate certificate(int number) {
        var key = new byte[KEY_SIZE];
        Arrays.fill(key, (byte) number);
        return CurveCertificate.of(CurveKeyPair.of(key), Map.of());
    }

    /** The options of an end. */
    List<String> options(boolean binds) {
        return binds
                ? List.of("--curve-server-secret", server.toString())
                : List.of("--curve-server-key", serverKey.toString(), "--curve-client", client.toString());
    }
}
