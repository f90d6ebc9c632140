package io.zmq4j.bench.role;

import io.zmq4j.curve.CurveCertificate;
import io.zmq4j.curve.CurveKeyPair;
import io.zmq4j.curve.CurvePublicKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What secures the sockets of a role, by the options that the verbs of {@code zmq} have for it. */
final class Securing {
    /** Characters of a key. */
    private static final int Z85_KEY = 40;

    @Option(
            names = "--curve-server-secret",
            paramLabel = "FILE",
            description = "Be a CURVE server with this secret certificate. Lets in clients with any key.")
    private @Nullable Path curveServer;

    @Option(
            names = "--curve-server-key",
            paramLabel = "KEY|FILE",
            description = "Be a CURVE client of the server with this public key, or certificate.")
    private @Nullable String curveServerKey;

    @Option(
            names = "--curve-client",
            paramLabel = "FILE",
            description = "As a CURVE client, have this secret certificate. Without it: a key that is thrown away.")
    private @Nullable Path curveClient;

    @Option(
            names = "--plain-server",
            paramLabel = "FILE",
            description = "Be a PLAIN server for the users in this file, user=password a line.")
    private @Nullable Path plainServer;

    @Option(
            names = "--plain",
            paramLabel = "USER",
            description = "Be a PLAIN client with this name and the password in --password-file.")
    private @Nullable String plainUser;

    @Option(names = "--password-file", paramLabel = "FILE", description = "The password of --plain: its first line.")
    private @Nullable Path passwordFile;

    /**
     * Reads what is in files.
     *
     * @throws IllegalArgumentException if options do not fit together, or a file cannot be read or is not what it should be
     */
    Credentials read() {
        check();
        try {
            return credentials();
        } catch (UncheckedIOException e) {
            throw new IllegalArgumentException("a file cannot be read: " + e.getMessage(), e);
        }
    }

    private void check() {
        long sides = Stream.of(curveServer, curveServerKey, plainServer, plainUser)
                .filter(Objects::nonNull)
                .count();
        if (sides > 1) {
            throw new IllegalArgumentException(
                    "one of --curve-server-secret, --curve-server-key, --plain-server and --plain is allowed, not several");
        }
        if (curveClient != null && curveServerKey == null) {
            throw new IllegalArgumentException("--curve-client needs --curve-server-key, by which the server is known");
        }
        if ((plainUser == null) != (passwordFile == null)) {
            throw new IllegalArgumentException("--plain and --password-file belong together");
        }
    }

    private Credentials credentials() {
        if (curveServer != null) {
            return new Credentials.CurveServer(secret(curveServer));
        }
        if (curveServerKey != null) {
            var own = curveClient == null ? CurveKeyPair.generate() : secret(curveClient);
            return new Credentials.CurveClient(own, publicKey(curveServerKey));
        }
        if (plainServer != null) {
            return new Credentials.PlainServer(plainServer);
        }
        return plainUser != null && passwordFile != null
                ? new Credentials.PlainClient(plainUser, firstLine(passwordFile))
                : new Credentials.None();
    }

    private static CurveKeyPair secret(Path file) {
        return CurveCertificate.load(file)
                .keyPair()
                .orElseThrow(
                        () -> new IllegalArgumentException(file + " is a public certificate: a secret one is needed"));
    }

    private static CurvePublicKey publicKey(String keyOrFile) {
        var file = Path.of(keyOrFile);
        return keyOrFile.length() == Z85_KEY && !Files.exists(file)
                ? CurvePublicKey.of(keyOrFile)
                : CurveCertificate.load(file).publicKey();
    }

    private static String firstLine(Path file) {
        try (var lines = Files.lines(file, StandardCharsets.UTF_8)) {
            return lines.findFirst().orElse("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
