package io.zmq4j.cli;

import io.zmq4j.curve.Curve;
import io.zmq4j.curve.CurveCertificate;
import io.zmq4j.curve.CurveKeyPair;
import io.zmq4j.curve.CurvePublicKey;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.zmtp.mechanism.Plain;
import io.zmq4j.zmtp.mechanism.Security;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** With what a verb's sockets come in where somebody is asked to. Secrets come from files or the environment. */
final class ClientSecuring {
    /** Characters of a key. */
    private static final int Z85_KEY = 40;

    private static final String PASSWORD = "ZMQ_PASSWORD";

    @Option(
            names = "--curve-server-key",
            paramLabel = "KEY|FILE",
            description = "Be a CURVE client of the server with this public key, or public certificate.")
    private @Nullable String curveServerKey;

    @Option(
            names = "--curve-client",
            paramLabel = "FILE",
            description = "As a CURVE client, have this secret certificate. Without it: a key that is thrown away.")
    private @Nullable Path curveClient;

    @Option(
            names = "--plain",
            paramLabel = "USER",
            description = "Be a PLAIN client with this name, and the password in --password-file or " + PASSWORD + ".")
    private @Nullable String plainUser;

    @Option(names = "--password-file", paramLabel = "FILE", description = "The password of --plain: its first line.")
    private @Nullable Path passwordFile;

    @Option(
            names = "--gssapi-client",
            paramLabel = "SERVICE",
            description = "Be a GSSAPI client of this principal, service@host, as whoever has logged in here.")
    private @Nullable String gssapiClient;

    private @Nullable Security security;

    /** How many mechanisms were chosen. */
    long choices() {
        return Stream.of(curveServerKey, plainUser, gssapiClient)
                .filter(each -> each != null)
                .count();
    }

    /** Refuses what does not fit together; reads what is in files. */
    void check() {
        if (choices() > 1) {
            throw new UsageException("one of --curve-server-key, --plain and --gssapi-client is allowed, not several");
        }
        if (curveClient != null && curveServerKey == null) {
            throw new UsageException("--curve-client needs --curve-server-key, by which the server is known");
        }
        if (passwordFile != null && plainUser == null) {
            throw new UsageException("--password-file is for --plain");
        }
        security = Securing.read(this::security);
    }

    /** What was chosen, after {@link #check}; null if nothing was. */
    @Nullable
    Security chosen() {
        return security;
    }

    private @Nullable Security security() {
        if (curveServerKey != null) {
            CurveKeyPair own = curveClient == null ? CurveKeyPair.generate() : secret(curveClient);
            return Curve.client(own, publicKey(curveServerKey));
        }
        if (gssapiClient != null) {
            return SocketOptions.SECURITY.parse("GSSAPI serviceprincipal=" + escaped(gssapiClient));
        }
        return plainUser == null ? null : Plain.client(plainUser, password());
    }

    static String escaped(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    static CurveKeyPair secret(Path file) {
        return CurveCertificate.load(file)
                .keyPair()
                .orElseThrow(
                        () -> new IllegalArgumentException(file + " is a public certificate: a secret one is needed"));
    }

    private static CurvePublicKey publicKey(String keyOrFile) {
        if (keyOrFile.length() == Z85_KEY && !Files.exists(Path.of(keyOrFile))) {
            return CurvePublicKey.of(keyOrFile);
        }
        if (!Files.exists(Path.of(keyOrFile))) {
            throw new UsageException("'" + keyOrFile + "' is neither a file nor a public key, 40 characters of Z85");
        }
        return CurveCertificate.load(Path.of(keyOrFile)).publicKey();
    }

    private String password() {
        if (passwordFile == null) {
            String password = System.getenv(PASSWORD);
            if (password == null) {
                throw new UsageException("--plain needs a password: in " + PASSWORD + ", or --password-file FILE");
            }
            return password;
        }
        try (Stream<String> lines = Files.lines(passwordFile, StandardCharsets.UTF_8)) {
            return lines.findFirst().orElse("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
