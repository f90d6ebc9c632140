package io.zmq4j.cli;

import io.zmq4j.Context;
import io.zmq4j.Socket;
import io.zmq4j.curve.Curve;
import io.zmq4j.curve.CurveDirectory;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.security.Authenticator;
import io.zmq4j.zmtp.mechanism.Plain;
import io.zmq4j.zmtp.mechanism.Security;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a verb's sockets are secured with. Secrets come from files or the environment. */
final class Securing {
    @Mixin
    private final ClientSecuring client = new ClientSecuring();

    private static final String ANY = "any";

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
            names = "--plain-server",
            paramLabel = "FILE",
            description = "Be a PLAIN server for the users in this file, user=password a line.")
    private @Nullable Path plainServer;

    @Option(
            names = "--gssapi-server",
            paramLabel = "PRINCIPAL",
            description = "Be a GSSAPI server with this principal, service@host, whose key is in a keytab.")
    private @Nullable String gssapiServer;

    @Option(
            names = "--zap-domain",
            paramLabel = "DOMAIN",
            description = "The domain in whose name it is asked whether a peer may come in.")
    private @Nullable String domain;

    private @Nullable Security security;

    /** Refuses, before anything is opened, what does not fit together; reads what is in files. */
    void check() {
        long roles = client.choices()
                + Stream.of(curveServer, plainServer, gssapiServer)
                        .filter(each -> each != null)
                        .count();
        if (roles > 1) {
            throw new UsageException(
                    "one of --curve-server-secret, --curve-server-key, --plain-server, --plain, --gssapi-server and"
                            + " --gssapi-client is allowed, not several");
        }
        if ((curveServer == null) != (curveAllow == null)) {
            throw new UsageException(
                    "--curve-server-secret and --curve-allow belong together: --curve-allow any lets in everybody");
        }
        client.check();
        security = read(this::security);
    }

    /** What is read from files is a user's error if that fails. */
    static @Nullable Security read(Supplier<@Nullable Security> reading) {
        try {
            return reading.get();
        } catch (UncheckedIOException e) {
            throw new UsageException("a file cannot be read: " + e.getMessage());
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    /** Whether anything was, after {@link #check}. */
    boolean isChosen() {
        return security != null || domain != null;
    }

    /** What was chosen, after {@link #check}. */
    Security chosen() {
        return security == null ? Security.none() : security;
    }

    private @Nullable Security security() {
        if (curveServer != null) {
            return Curve.server(ClientSecuring.secret(curveServer));
        }
        if (gssapiServer != null) {
            return SocketOptions.SECURITY.parse("GSSAPI role=server principal=" + ClientSecuring.escaped(gssapiServer));
        }
        return plainServer == null ? client.chosen() : Plain.server();
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
