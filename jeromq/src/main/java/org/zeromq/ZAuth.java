package org.zeromq;

import io.zmq4j.jeromq.ReplyQueue;
import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import org.zeromq.util.ZMetadata;

/**
 * Decides which peers the sockets of a context let in, as RFC 27 has it: one for each context, made before the sockets bind. It is
 * asked for the servers of PLAIN and CURVE, and for sockets with a ZAP domain.
 *
 * <pre>
 *   peer ──► address allowed, or not denied ──► the Auth of its mechanism ──► in, with a user id and metadata
 *                 └──no──────────────────────────────└──no──► refused with status 400
 * </pre>
 *
 * <p>Unless configured, NULL lets everybody in, PLAIN and CURVE nobody. A thread answers the questions; the methods are safe for any
 * thread and have their effect when they return.
 */
public class ZAuth implements Closeable {
    /** As location for {@link #configureCurve}: whoever proves to have a key comes in. */
    public static final String CURVE_ALLOW_ANY = "*";

    private static final String ENDPOINT = "inproc://zeromq.zap.01";
    private static final String VERSION = "1.0";
    private static final String NAME = "ZAuth";
    private static final String PLAIN = "PLAIN";
    private static final String CURVE = "CURVE";
    private static final String NULL = "NULL";
    private static final String GSSAPI = "GSSAPI";
    private static final int KEY_SIZE = 32;
    private static final int OK = 200;
    private static final int REFUSED = 400;
    private static final int FAILED = 500;

    /** How many replies that nobody takes are kept; of more, the oldest are dropped. */
    private static final int MOST_REPLIES = 1000;

    private static final int FOREVER = -1;
    private static final int NOTHING_WAITS = 0;

    /** How long a close waits for an {@link Auth} that is just being asked. */
    private static final long CLOSE_MILLIS = 5000;

    private final ZMQ.Socket handler;
    private final Thread thread;
    private final ReplyQueue<ZapReply> replies = new ReplyQueue<>(MOST_REPLIES);

    /** Guards what follows, and is held while an {@link Auth} is called. */
    private final Object rules = new Object();

    private final Map<String, Auth> auths;
    private final Set<String> allowed = new HashSet<>();
    private final Set<String> denied = new HashSet<>();
    private volatile boolean verbose;
    private volatile boolean repliesEnabled;

    /** With an {@link Auth} of the caller's own for each mechanism; others than these are refused. */
    public ZAuth(ZContext context, String name, Map<String, Auth> auths) {
        Objects.requireNonNull(context, "context");
        Objects.requireNonNull(name, "name");
        this.auths = new HashMap<>(Objects.requireNonNull(auths, "auths"));
        this.handler = context.createSocket(SocketType.REP);
        boolean done = false;
        try {
            handler.setLinger(0);
            handler.bind(ENDPOINT);
            done = true;
        } finally {
            if (!done) {
                handler.close();
            }
        }
        this.thread = new Thread(this::answerAll, name);
        thread.setDaemon(true);
        thread.start();
    }

    /** With the ones of this class, and a name for the thread. */
    public ZAuth(ZContext context, String name) {
        this(context, name, simpleAuths(new ZCertStore.Hasher()));
    }

    /** With the ones of this class, of which CURVE's finds out by {@code fingerprinter} which certificates have changed. */
    public ZAuth(ZContext context, ZCertStore.Fingerprinter fingerprinter) {
        this(context, NAME, simpleAuths(fingerprinter));
    }

    /**
     * With the ones of this class.
     *
     * @throws ZMQException EADDRINUSE if the context has one already
     */
    public ZAuth(ZContext context) {
        this(context, NAME);
    }

    private static Map<String, Auth> simpleAuths(ZCertStore.Fingerprinter fingerprinter) {
        return Map.of(
                NULL, new SimpleNullAuth(), PLAIN, new SimplePlainAuth(), CURVE, new SimpleCurveAuth(fingerprinter));
    }

    /** As {@link #verbose}. */
    public ZAuth setVerbose(boolean verbose) {
        return verbose(verbose);
    }

    /** Whether to print to {@link System#out} who is let in and who is not. */
    public ZAuth verbose(boolean verbose) {
        return send("VERBOSE", Boolean.toString(verbose));
    }

    /** Lets in this numeric address, and from now on only such that were allowed; what was denied then has no effect. */
    public ZAuth allow(String address) {
        return send("ALLOW", Objects.requireNonNull(address, "address"));
    }

    /** Does not let in this numeric address. */
    public ZAuth deny(String address) {
        return send("DENY", Objects.requireNonNull(address, "address"));
    }

    /**
     * Lets in users of PLAIN by their passwords.
     *
     * @param domain without effect: it is for sockets of every domain
     * @param filename a file of lines {@code user=password} in the format of {@link Properties}, in UTF-8; looked at again when it
     *     changes, and nobody comes in while there is none
     */
    public ZAuth configurePlain(String domain, String filename) {
        return send(PLAIN, Objects.requireNonNull(domain, "domain"), Objects.requireNonNull(filename, "filename"));
    }

    /**
     * Lets in the holders of keys by CURVE.
     *
     * @param location the directory with the certificates of those who come in; or {@link #CURVE_ALLOW_ANY}
     */
    public ZAuth configureCurve(String location) {
        return send(CURVE, Objects.requireNonNull(location, "location"));
    }

    /** Whether to keep what was decided, for {@link #nextReply}: the last 1000 that nobody has taken. */
    public ZAuth replies(boolean enable) {
        return send("REPLIES", Boolean.toString(enable));
    }

    /** What was decided next, for which it waits; null if that is not asked for, after the end and on an interrupt. */
    public ZapReply nextReply() {
        return nextReply(FOREVER);
    }

    /** As {@link #nextReply()}; with {@code wait} false null if there is none now. */
    public ZapReply nextReply(boolean wait) {
        return nextReply(wait ? FOREVER : NOTHING_WAITS);
    }

    /** As {@link #nextReply()}; null as well if there is none within {@code timeout} milliseconds, -1 for no limit. */
    public ZapReply nextReply(int timeout) {
        return repliesEnabled ? replies.take(timeout) : null;
    }

    /** Ends it: from now on nobody decides, and sockets act as without. */
    @Override
    public void close() {
        destroy();
    }

    /** As {@link #close}. */
    public void destroy() {
        send("TERMINATE");
    }

    private void end() {
        replies.close();
        handler.close();
        if (Thread.currentThread() == thread) {
            return;
        }
        try {
            thread.join(CLOSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Changes how it decides.
     *
     * @param command {@code ALLOW}, {@code DENY}, {@code VERBOSE}, {@code REPLIES}, {@code TERMINATE}, or a mechanism whose
     *     {@link Auth} is to be configured
     * @param datas what belongs to it, a frame each
     * @throws IllegalArgumentException if there is no such command nor mechanism
     */
    protected ZAuth send(String command, String... datas) {
        switch (command) {
            case "ALLOW" -> add(allowed, datas);
            case "DENY" -> add(denied, datas);
            case "VERBOSE" -> verbose = Boolean.parseBoolean(datas[0]);
            case "REPLIES" -> repliesEnabled = Boolean.parseBoolean(datas[0]);
            case "TERMINATE" -> end();
            default -> configure(command, datas);
        }
        return this;
    }

    private void add(Set<String> addresses, String... added) {
        synchronized (rules) {
            addresses.addAll(Arrays.asList(added));
        }
    }

    private void configure(String mechanism, String... datas) {
        var settings = new ZMsg();
        for (String data : datas) {
            settings.add(data);
        }
        synchronized (rules) {
            Auth auth = auths.get(mechanism);
            if (auth == null) {
                throw new IllegalArgumentException("\"" + mechanism
                        + "\" is no command and no mechanism that is decided about: " + auths.keySet());
            }
            auth.configure(settings, verbose);
        }
    }

    private void answerAll() {
        try {
            while (true) {
                ZMsg question = ZMsg.recvMsg(handler);
                if (question == null || !answer(question)) {
                    return;
                }
            }
        } catch (ZMQException e) {
            say("ends: " + e.getMessage());
        } finally {
            replies.close();
            handler.close();
        }
    }

    private boolean answer(ZMsg question) {
        ZapRequest request = new ZapRequest(question);
        int status = decide(request);
        var reply = new ZapReply(request, status);
        if (repliesEnabled) {
            replies.add(reply);
        }
        return reply.message().send(handler);
    }

    private int decide(ZapRequest request) {
        if (!VERSION.equals(request.version) || request.mechanism == null) {
            return FAILED;
        }
        synchronized (rules) {
            Auth auth = auths.get(request.mechanism);
            if (auth == null || !isWelcome(request.address)) {
                say("refuses " + request);
                return REFUSED;
            }
            try {
                boolean isIn = auth.authorize(request, verbose);
                say((isIn ? "lets in " : "refuses ") + request);
                return isIn ? OK : REFUSED;
            } catch (RuntimeException e) {
                System.getLogger("io.zmq4j.jeromq")
                        .log(System.Logger.Level.WARNING, "the Auth of " + request.mechanism + " failed", e);
                return FAILED;
            }
        }
    }

    private boolean isWelcome(String address) {
        return allowed.isEmpty() ? !denied.contains(address) : allowed.contains(address);
    }

    private void say(String what) {
        if (verbose) {
            System.out.println("ZAuth: " + what);
        }
    }

    /** Decides about the peers of one mechanism. Called by one thread at a time. */
    public interface Auth {
        /**
         * Takes settings, such as those of {@link #configurePlain}.
         *
         * @return whether they are understood
         */
        boolean configure(ZMsg msg, boolean verbose);

        /** Whether the peer comes in; may set its {@code userId} and {@code metadata}. What is thrown refuses it with status 500. */
        boolean authorize(ZapRequest request, boolean verbose);
    }

    /** Lets in whose password is in a file. */
    public static class SimplePlainAuth implements Auth {
        private final Properties passwords = new Properties();
        private File file;
        private long loadedAt;
        private long loadedLength;

        public SimplePlainAuth() {}

        /** Two frames: a domain, and the file's name. */
        @Override
        public boolean configure(ZMsg msg, boolean verbose) {
            if (msg.size() != 2) {
                return false;
            }
            msg.popString();
            file = new File(msg.popString());
            load();
            return true;
        }

        /** Gives the peer the user's name as its user id. */
        @Override
        public boolean authorize(ZapRequest request, boolean verbose) {
            if (file == null || request.username == null || request.password == null) {
                return false;
            }
            if (file.lastModified() != loadedAt || file.length() != loadedLength) {
                load();
            }
            String password = passwords.getProperty(request.username);
            if (password == null || !isSame(password, request.password)) {
                return false;
            }
            request.userId = request.username;
            return true;
        }

        /** In a time that does not tell how much of it is right. */
        private static boolean isSame(String one, String other) {
            return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
        }

        private void load() {
            passwords.clear();
            loadedAt = file.lastModified();
            loadedLength = file.length();
            try (Reader reader = Files.newBufferedReader(file.toPath(), StandardCharsets.UTF_8)) {
                passwords.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                passwords.clear();
                System.getLogger("io.zmq4j.jeromq")
                        .log(System.Logger.Level.WARNING, "no user of PLAIN comes in: cannot read the passwords, " + e);
            }
        }
    }

    /** Lets in whose public key is among the certificates of a directory, or everybody. */
    public static class SimpleCurveAuth implements Auth {
        private final ZCertStore.Fingerprinter fingerprinter;
        private ZCertStore certificates;
        private boolean allowAny;

        public SimpleCurveAuth() {
            this(new ZCertStore.Hasher());
        }

        public SimpleCurveAuth(ZCertStore.Fingerprinter fingerprinter) {
            this.fingerprinter = fingerprinter;
        }

        /** One frame: the directory, or {@link #CURVE_ALLOW_ANY}. */
        @Override
        public boolean configure(ZMsg msg, boolean verbose) {
            String location = msg.popString();
            if (location == null) {
                return false;
            }
            allowAny = location.equals(CURVE_ALLOW_ANY);
            certificates = allowAny ? null : new ZCertStore(location, fingerprinter);
            return true;
        }

        /** Gives the peer its key as its user id, and the certificate's metadata, if there is a certificate. */
        @Override
        public boolean authorize(ZapRequest request, boolean verbose) {
            if (allowAny) {
                return true;
            }
            if (certificates == null
                    || request.clientKey == null
                    || !certificates.containsPublicKey(request.clientKey)) {
                return false;
            }
            request.userId = request.clientKey;
            request.metadata = certificates.getMetadata(request.clientKey);
            return true;
        }
    }

    /** Lets everybody in. */
    public static class SimpleNullAuth implements Auth {
        public SimpleNullAuth() {}

        @Override
        public boolean configure(ZMsg msg, boolean verbose) {
            return true;
        }

        @Override
        public boolean authorize(ZapRequest request, boolean verbose) {
            return true;
        }
    }

    /** What was decided about a peer, and of whom. */
    public static class ZapReply {
        /** Of the protocol: 1.0. */
        public final String version;
        /** Which question it answers. */
        public final String sequence;
        /** 200 if the peer is let in, 400 if not, 500 if that could not be decided. */
        public final int statusCode;
        /** The same for people. */
        public final String statusText;
        /** As whom the peer is let in, or would have been; empty for nobody in particular. */
        public final String userId;
        /** What is known of a peer that is let in; null if nothing. */
        public final ZMetadata metadata;
        /** The peer's numeric address. */
        public final String address;
        /** The identity of the socket that asked. */
        public final String identity;

        private ZapReply(ZapRequest request, int status) {
            version = VERSION;
            sequence = orEmpty(request.sequence);
            statusCode = status;
            statusText = status == OK ? "OK" : status == REFUSED ? "NO ACCESS" : "INTERNAL ERROR";
            userId = orEmpty(request.userId);
            metadata = status == OK ? request.metadata : null;
            address = orEmpty(request.address);
            identity = orEmpty(request.identity);
        }

        private static String orEmpty(String text) {
            return text == null ? "" : text;
        }

        private ZMsg message() {
            var message = new ZMsg();
            message.add(version);
            message.add(sequence);
            message.add(Integer.toString(statusCode));
            message.add(statusText);
            // One that is refused has none (RFC 27).
            message.add(statusCode == OK ? userId : "");
            message.add(metadata == null ? new byte[0] : metadata.bytes());
            return message;
        }

        @Override
        public String toString() {
            return "ZapReply [version=" + version + ", sequence=" + sequence + ", statusCode=" + statusCode
                    + ", statusText=" + statusText + ", userId=" + userId + ", metadata=" + metadata + "]";
        }
    }

    /** A question about a peer. What its mechanism does not have is null. */
    public static class ZapRequest {
        /** Of the protocol: 1.0. */
        public final String version;
        /** Which question it is. */
        public final String sequence;
        /** The ZAP domain of the socket that asks. */
        public final String domain;
        /** The peer's numeric address. */
        public final String address;
        /** The identity of the socket that asks; in hexadecimal digits if it is no text. */
        public final String identity;
        /** NULL, PLAIN, CURVE or GSSAPI. */
        public final String mechanism;
        /** Of PLAIN. */
        public final String username;
        /** Of PLAIN. */
        public final String password;
        /** Of CURVE: the peer's public key in Z85. */
        public final String clientKey;
        /** Of GSSAPI. */
        public final String principal;
        /** To be set: as whom the peer comes in. */
        public String userId;
        /** To be set: what receivers of its messages learn of the peer. */
        public ZMetadata metadata;

        private ZapRequest(ZMsg question) {
            version = text(question);
            sequence = text(question);
            domain = text(question);
            address = text(question);
            identity = question.popString();
            mechanism = text(question);
            boolean isPlain = PLAIN.equals(mechanism);
            username = isPlain ? text(question) : null;
            password = isPlain ? text(question) : null;
            ZFrame key = CURVE.equals(mechanism) ? question.pop() : null;
            clientKey = key == null || key.size() != KEY_SIZE ? null : ZMQ.Curve.z85Encode(key.getData());
            principal = GSSAPI.equals(mechanism) ? text(question) : null;
        }

        private static String text(ZMsg question) {
            ZFrame frame = question.pop();
            return frame == null ? null : frame.getString(ZMQ.CHARSET);
        }

        /** For people; without the password. */
        @Override
        public String toString() {
            return mechanism + " from " + address + ", domain \"" + domain + "\""
                    + (username == null ? "" : ", user " + username)
                    + (clientKey == null ? "" : ", key " + clientKey)
                    + (principal == null ? "" : ", principal " + principal);
        }
    }
}
