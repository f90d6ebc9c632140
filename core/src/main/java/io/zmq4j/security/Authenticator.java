package io.zmq4j.security;

import io.zmq4j.Context;
import io.zmq4j.RepSocket;
import io.zmq4j.error.SocketClosedException;
import io.zmq4j.error.WaitInterruptedException;
import io.zmq4j.message.Message;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.zap.Zap;
import io.zmq4j.zap.ZapReply;
import io.zmq4j.zap.ZapRequest;
import io.zmq4j.zmtp.mechanism.Verdict;
import io.zmq4j.zmtp.wire.Metadata;
import io.zmq4j.zmtp.wire.Z85;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Decides who may connect to the sockets of a context (RFC 27): by address, and by what the peer proves itself by. One for a context,
 * started before its sockets are bound. Safe for any thread; what is set counts for peers that come from then on, those that are in
 * stay.
 *
 * <p>Addresses come first: with {@link #allow} those that are listed, with {@link #deny} all but those, without either all. Then the
 * mechanism: a peer with NULL comes in; one with PLAIN, CURVE or GSSAPI only as a rule of the socket's {@code ZAP_DOMAIN} says, or,
 * if the domain has none, a rule of {@link #EVERY_DOMAIN}. Without a rule nobody comes in. A later rule for the same takes the place
 * of the one before.
 *
 * <pre>{@code
 * Authenticator.start(context, rules -> rules.plain("orders", Map.of("anna", "a secret")));
 * rep.set(SocketOptions.SECURITY, Plain.server());
 * rep.set(SocketOptions.ZAP_DOMAIN, "orders");
 * rep.bind("tcp://*:5555");
 * }</pre>
 *
 * <p>It has a thread of its own, in which it asks what it is given here one peer after the other: what takes long keeps others
 * waiting, as long as their {@code HANDSHAKE_IVL} allows. What throws lets nobody in. Close it, or the context: as long as it runs,
 * a context that nobody has any more is not found lost.
 */
public final class Authenticator implements AutoCloseable {
    /** Stands for all domains that have no rule of their own, and for none. */
    public static final String EVERY_DOMAIN = "*";

    private static final System.Logger LOG = System.getLogger("io.zmq4j");

    private static final long CLOSE_MILLIS = TimeUnit.SECONDS.toMillis(5);

    private final Policy policy = new Policy();
    private final RepSocket socket;
    private final Thread thread;

    private Authenticator(RepSocket socket, String threadName) {
        this.socket = socket;
        this.thread = new Thread(this::run, threadName);
        thread.setDaemon(true);
    }

    /**
     * Starts one for a context. Its first rules are set before it is asked about anybody: a peer that came in between would be refused,
     * and try again only after a minute.
     *
     * @param rules sets the rules; if it throws, nothing is started
     * @throws io.zmq4j.error.EndpointException if somebody decides there already
     */
    public static Authenticator start(Context context, Consumer<Authenticator> rules) {
        Objects.requireNonNull(context, "context");
        Objects.requireNonNull(rules, "rules");
        // It waits as long as nobody comes, whatever the context's sockets do by default.
        RepSocket socket = context.rep().receiveTimeout(SocketOptions.FOREVER);
        boolean isStarted = false;
        try {
            var started = new Authenticator(socket, context.name() + "-authenticator");
            rules.accept(started);
            socket.bind(Zap.ENDPOINT);
            started.thread.start();
            isStarted = true;
            return started;
        } finally {
            if (!isStarted) {
                socket.close();
            }
        }
    }

    private void run() {
        try {
            while (true) {
                Message request = socket.receive();
                socket.send(ZapReply.message(request, decide(request)));
            }
        } catch (SocketClosedException | WaitInterruptedException e) {
            // It was closed, or its context.
        }
    }

    private Verdict decide(Message request) {
        try {
            return policy.decide(ZapRequest.parse(request));
        } catch (IllegalArgumentException e) {
            LOG.log(System.Logger.Level.WARNING, "a malformed request: {0}", e.getMessage());
        } catch (Error e) {
            LOG.log(System.Logger.Level.WARNING, "whether a peer may come in cannot be said", e);
        }
        return new Verdict(Verdict.Status.INTERNAL_ERROR, "not understood", "", new Metadata());
    }

    /**
     * Lets in peers from these addresses alone, and from those that were allowed before.
     *
     * @param addresses IPv4 dotted or IPv6 in its canonical form; empty for peers that have none, as over ipc
     * @throws IllegalStateException if addresses are denied
     */
    public void allow(String... addresses) {
        policy.addresses.allow(Objects.requireNonNull(addresses, "addresses"));
    }

    /**
     * Lets in no peers from these addresses.
     *
     * @param addresses as for {@link #allow}
     * @throws IllegalStateException if addresses are allowed
     */
    public void deny(String... addresses) {
        policy.addresses.deny(Objects.requireNonNull(addresses, "addresses"));
    }

    /** PLAIN: lets in these users with these passwords, each under its name. Copied. */
    public void plain(String domain, Map<String, String> passwords) {
        Objects.requireNonNull(domain, "domain");
        policy.plain.put(domain, new Passwords(Objects.requireNonNull(passwords, "passwords")));
    }

    /**
     * PLAIN: lets in the users in a file, {@code user=password} a line, each under its name. Empty lines do not count, nor those that
     * begin with #. The file may be changed, and is read again; while it cannot be read, or has a wrong line, nobody is let in.
     *
     * @throws java.io.UncheckedIOException if it cannot be read now
     * @throws IllegalArgumentException if it has a wrong line now
     */
    public void plain(String domain, Path file) {
        Objects.requireNonNull(domain, "domain");
        policy.plain.put(domain, new PasswordFile(Objects.requireNonNull(file, "file")));
    }

    /** PLAIN: lets in those for whom this says yes to user name and password, each under its name. */
    public void plain(String domain, BiPredicate<String, String> test) {
        Objects.requireNonNull(domain, "domain");
        Objects.requireNonNull(test, "test");
        policy.plain.put(domain, credentials -> {
            String user = new String(credentials.get(0), StandardCharsets.UTF_8);
            return test.test(user, new String(credentials.get(1), StandardCharsets.UTF_8)) ? user : null;
        });
    }

    /** CURVE: lets in those who have these public keys, 32 bytes each, each under its key in {@link Z85}. Copied. */
    public void curve(String domain, Collection<byte[]> keys) {
        Objects.requireNonNull(domain, "domain");
        policy.curve.put(domain, new Keys(Objects.requireNonNull(keys, "keys")));
    }

    /**
     * CURVE: lets in those to whom this gives a user id.
     *
     * @param users gives a user id for a public key of 32 bytes; null for none
     */
    public void curve(String domain, Function<byte[], @Nullable String> users) {
        Objects.requireNonNull(domain, "domain");
        Objects.requireNonNull(users, "users");
        policy.curve.put(domain, credentials -> users.apply(credentials.get(0)));
    }

    /** GSSAPI: lets in these principals, each under its name. Copied. */
    public void gssapi(String domain, Set<String> principals) {
        Objects.requireNonNull(domain, "domain");
        Set<String> own = Set.copyOf(Objects.requireNonNull(principals, "principals"));
        policy.gssapi.put(domain, credentials -> {
            String principal = new String(credentials.get(0), StandardCharsets.UTF_8);
            return own.contains(principal) ? principal : null;
        });
    }

    /**
     * Decides no more: sockets with a domain, and PLAIN servers, let in nobody from then on. When it returns its thread has ended, but
     * for one that a rule holds up for longer than 5 seconds.
     */
    @Override
    public void close() {
        socket.close();
        thread.interrupt();
        if (thread == Thread.currentThread()) {
            return;
        }
        try {
            thread.join(CLOSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
