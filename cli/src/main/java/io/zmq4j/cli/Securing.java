package io.zmq4j.cli;

import io.zmq4j.Context;
import io.zmq4j.Socket;
import io.zmq4j.curve.Curve;
import io.zmq4j.curve.CurveCertificate;
import io.zmq4j.curve.CurveDirectory;
import io.zmq4j.curve.CurveKeyPair;
import io.zmq4j.curve.CurvePublicKey;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.security.Authenticator;
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

/** What a verb's sockets are secured with. Secrets come from files or the environment. */
final class Securing {
    /** Characters of a key. */
    private static final int Z85_KEY = 40;

    private static final String ANY = "any";
    private static final String PASSWORD = "ZMQ_PASSWORD";

    /** Without a domain an authenticator would not be asked about some. */
    private static final String DOMAIN = "zmq";

    @Option(
            names = "--curve-server-secret",
            paramLabel = "FILE",
            description = "Be a CURVE server with this secret certificate; --curve-allow says for whom.")
    private @Nullable Path curveServer;

    @Option(
            names = "--curve-allow",
            paramLabel = "any|DIR",
            description = "Let in clients with any key, or those whose public certificates are in this directory.")
    private @Nullable String curveAllow;

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
            names = "--plain-server",
            paramLabel = "FILE",
            description = "Be a PLAIN server for the users in this file, user=password a line.")
    private @Nullable Path plainServer;

    @Option(
            names = "--plain",
            paramLabel = "USER",
            description = "Be a PLAIN client with this name, and the password in --password-file or " + PASSWORD + ".")
    private @Nullable String plainUser;

    @Option(names = "--password-file", paramLabel = "FILE", description = "The password of --plain: its first line.")
    private @Nullable Path passwordFile;

    @Option(
            names = "--gssapi-server",
            paramLabel = "PRINCIPAL",
            description = "Be a GSSAPI server with this principal, service@host, whose key is in a keytab.")
    private @Nullable String gssapiServer;

    @Option(
            names = "--gssapi-client",
            paramLabel = "SERVICE",
            description = "Be a GSSAPI client of this principal, service@host, as whoever has logged in here.")
    private @Nullable String gssapiClient;

    @Option(
            names = "--zap-domain",
            paramLabel = "DOMAIN",
            description = "The domain in whose name it is asked whether a peer may come in.")
    private @Nullable String domain;

    private @Nullable Security security;

    /** Refuses, before anything is opened, what does not fit together; reads what is in files. */
    void check() {
        long roles = Stream.of(curveServer, curveServerKey, plainServer, plainUser, gssapiServer, gssapiClient)
                .filter(each -> each != null)
                .count();
        if (roles > 1) {
            throw new UsageException(
                    "one of --curve-server-secret, --curve-server-key, --plain-server, --plain, --gssapi-server and"
                            + " --gssapi-client is allowed, not several");
        }
        if (curveClient != null && curveServerKey == null) {
            throw new UsageException("--curve-client needs --curve-server-key, by which the server is known");
        }
        if ((curveServer == null) != (curveAllow == null)) {
            throw new UsageException(
                    "--curve-server-secret and --curve-allow belong together: --curve-allow any lets in everybody");
        }
        if (passwordFile != null && plainUser == null) {
            throw new UsageException("--password-file is for --plain");
        }
        try {
            security = security();
        } catch (UncheckedIOException e) {
            throw new UsageException("a file cannot be read: " + e.getMessage());
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    /** What was chosen, after {@link #check}. */
    Security chosen() {
        return security == null ? Security.none() : security;
    }

    private @Nullable Security security() {
        if (curveServer != null) {
            return Curve.server(secret(curveServer));
        }
        if (curveServerKey != null) {
            CurveKeyPair own = curveClient == null ? CurveKeyPair.generate() : secret(curveClient);
            return Curve.client(own, publicKey(curveServerKey));
        }
        if (plainServer != null) {
            return Plain.server();
        }
        if (gssapiServer != null) {
            return SocketOptions.SECURITY.parse("GSSAPI role=server principal=" + escaped(gssapiServer));
        }
        if (gssapiClient != null) {
            return SocketOptions.SECURITY.parse("GSSAPI serviceprincipal=" + escaped(gssapiClient));
        }
        return plainUser == null ? null : Plain.client(plainUser, password());
    }

    private static String escaped(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static CurveKeyPair secret(Path file) {
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

    /** Starts what decides about the context's peers, if the options want one; closed with the context. */
    void startDeciding(Context context) {
        boolean decidesByKey = curveAllow != null && !curveAllow.equals(ANY);
        if (!decidesByKey && plainServer == null) {
            return;
        }
        Authenticator.start(context, this::decide);
        if (domain == null) {
            domain = DOMAIN;
        }
    }

    private void decide(Authenticator rules) {
        if (curveAllow != null) {
            rules.curve(Authenticator.EVERY_DOMAIN, new CurveDirectory(Path.of(curveAllow)));
        }
        if (plainServer != null) {
            rules.plain(Authenticator.EVERY_DOMAIN, plainServer);
        }
    }

    /** Before anything is bound or connected. */
    void apply(Socket socket) {
        if (security != null) {
            socket.set(SocketOptions.SECURITY, security);
        }
        if (domain != null) {
            socket.set(SocketOptions.ZAP_DOMAIN, domain);
        }
    }
}
