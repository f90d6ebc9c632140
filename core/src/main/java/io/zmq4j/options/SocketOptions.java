package io.zmq4j.options;

import static io.zmq4j.zmtp.SocketType.CLIENT;
import static io.zmq4j.zmtp.SocketType.DEALER;
import static io.zmq4j.zmtp.SocketType.DGRAM;
import static io.zmq4j.zmtp.SocketType.DISH;
import static io.zmq4j.zmtp.SocketType.PEER;
import static io.zmq4j.zmtp.SocketType.PUB;
import static io.zmq4j.zmtp.SocketType.PULL;
import static io.zmq4j.zmtp.SocketType.PUSH;
import static io.zmq4j.zmtp.SocketType.RADIO;
import static io.zmq4j.zmtp.SocketType.REP;
import static io.zmq4j.zmtp.SocketType.REQ;
import static io.zmq4j.zmtp.SocketType.ROUTER;
import static io.zmq4j.zmtp.SocketType.SERVER;
import static io.zmq4j.zmtp.SocketType.STREAM;
import static io.zmq4j.zmtp.SocketType.SUB;
import static io.zmq4j.zmtp.SocketType.XPUB;
import static io.zmq4j.zmtp.SocketType.XSUB;

import io.zmq4j.zmtp.SocketType;
import io.zmq4j.zmtp.mechanism.Security;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * All socket options, under libzmq's names without its ZMQ_.
 *
 * <p>Some work at once on everything the socket has; the others count for endpoints that are bound or connected later,
 * as each says. A duration is at most 2147483647 ms (about 24 days), as in libzmq.
 */
public final class SocketOptions {
    /** No end of waiting: -1 ms, as libzmq has it. */
    public static final Duration FOREVER = Duration.ofMillis(-1);

    // Filled by the declarations below, in their order.
    private static final List<SocketOption<?>> DECLARED = new ArrayList<>();

    private static final Set<SocketType> ALL = new LinkedHashSet<>(SocketType.values());

    private static final Set<SocketType> PUBLISH_SUBSCRIBE = only(PUB, SUB, XPUB, XSUB);

    private static final Set<SocketType> MULTICAST = only(PUB, SUB, XPUB, XSUB, RADIO, DISH, DGRAM);

    // --- Queues and waiting ---

    /** Most messages queued to send to one peer; 0 for no limit. Default 1000. Works at once. */
    public static final SocketOption<Integer> SNDHWM =
            integer("SNDHWM", 23, "messages", 1000, Allowed.atLeast(0), "most messages queued to send to one peer");

    /**
     * Most received messages queued from one peer; 0 for no limit. Default 1000. Works at once. In a flood that comes
     * over a wire, PULL, SUB and XSUB hold up to 64 more, from all peers together.
     */
    public static final SocketOption<Integer> RCVHWM =
            integer("RCVHWM", 24, "messages", 1000, Allowed.atLeast(0), "most received messages queued from one peer");

    /** Longest wait of a send; 0 does not wait, {@link #FOREVER} (default) has no limit. For the next send. */
    public static final SocketOption<Duration> SNDTIMEO =
            time("SNDTIMEO", 28, FOREVER, Allowed.timeOrForever(), "longest wait of a send");

    /** Longest wait of a receive; 0 does not wait, {@link #FOREVER} (default) has no limit. For the next receive. */
    public static final SocketOption<Duration> RCVTIMEO =
            time("RCVTIMEO", 27, FOREVER, Allowed.timeOrForever(), "longest wait of a receive");

    /**
     * How long a closed socket or endpoint goes on sending what is queued; 0 drops it, {@link #FOREVER} (default) has
     * no limit. Works at once.
     */
    public static final SocketOption<Duration> LINGER =
            time("LINGER", 17, FOREVER, Allowed.timeOrForever(), "how long queued messages are still sent after close");

    /** Whether a connect gets messages only once its handshake is done. Default false. For later endpoints. */
    public static final SocketOption<Boolean> IMMEDIATE =
            flag("IMMEDIATE", 39, ALL, "queue messages to completed connections only");

    /**
     * Whether a queue keeps the newest message alone, of whatever number of frames; the high-water marks do not count
     * then. Default false. For later endpoints. PUSH, PULL, PUB, SUB, DEALER.
     */
    public static final SocketOption<Boolean> CONFLATE =
            flag("CONFLATE", 54, only(PUSH, PULL, PUB, SUB, DEALER), "keep only the newest message of a queue");

    // --- Connecting and reconnecting ---

    /**
     * Wait before a lost or failed connection is tried again: at least 1 ms, default 100 ms, or {@link #FOREVER}: it is
     * not tried again. For later endpoints.
     */
    public static final SocketOption<Duration> RECONNECT_IVL = time(
            "RECONNECT_IVL",
            18,
            Duration.ofMillis(100),
            Allowed.intervalOrNever(),
            "wait before a lost connection is tried again");

    /**
     * Bound of the wait before a reconnect, which doubles from {@link #RECONNECT_IVL} with each failure; 0 (default)
     * does not double it. For later endpoints.
     */
    public static final SocketOption<Duration> RECONNECT_IVL_MAX = time(
            "RECONNECT_IVL_MAX",
            21,
            Duration.ZERO,
            Allowed.time(),
            "longest wait before a reconnect, reached by doubling");

    /**
     * After what an endpoint is given up for good instead of tried again, a sum: 1 the peer's system refused the connection, 2 the
     * handshake failed. Default 0: after nothing. libzmq's 4, after a disconnect, is the case here anyway. For later endpoints.
     */
    public static final SocketOption<Integer> RECONNECT_STOP = integer(
            "RECONNECT_STOP",
            109,
            "",
            0,
            Allowed.between(0, 7),
            "give up: 1 when refused, 2 when a handshake failed, 3 both; 4 is always so");

    /** Longest try to connect over TCP; 0 (default) leaves it to the system. For later endpoints. */
    public static final SocketOption<Duration> CONNECT_TIMEOUT =
            time("CONNECT_TIMEOUT", 79, Duration.ZERO, Allowed.time(), "longest try to connect over TCP");

    /** Longest handshake with a new peer; 0 for no limit. Default 30 s. For later endpoints. */
    public static final SocketOption<Duration> HANDSHAKE_IVL =
            time("HANDSHAKE_IVL", 66, Duration.ofSeconds(30), Allowed.time(), "longest handshake with a new peer");

    // --- Routing ids ---

    /**
     * The routing id a ROUTER peer knows this socket by: at most 255 bytes, the first not zero; empty (default) lets
     * the peer make one up. For later endpoints. REQ, REP, DEALER, ROUTER.
     */
    public static final SocketOption<byte[]> ROUTING_ID = bytes(
            "ROUTING_ID", 5, Allowed.routingId(), only(REQ, REP, DEALER, ROUTER), "routing id announced to peers");

    /**
     * The routing id of the peer that the next connect leads to, whatever that peer announces: at most 255 bytes, the
     * first not zero. That connect takes it and leaves the default, empty: none. ROUTER, STREAM.
     */
    public static final SocketOption<byte[]> CONNECT_ROUTING_ID = bytes(
            "CONNECT_ROUTING_ID",
            61,
            Allowed.routingId(),
            only(ROUTER, STREAM),
            "routing id given to the peer of the next connect");

    // --- ROUTER, DEALER, REQ ---

    /**
     * The first message on every new connection; empty (default) for none. For later connections. DEALER, ROUTER, SERVER, CLIENT, PEER.
     */
    public static final SocketOption<byte[]> HELLO_MSG = bytes(
            "HELLO_MSG",
            110,
            Allowed.anyBytes(),
            only(DEALER, ROUTER, SERVER, CLIENT, PEER),
            "first message on every new connection");

    /**
     * What is received, as if from the peer, when a peer is gone and everything it sent was received; empty (default) for
     * nothing. Works at once. ROUTER, SERVER, PEER.
     */
    public static final SocketOption<byte[]> DISCONNECT_MSG = bytes(
            "DISCONNECT_MSG",
            111,
            Allowed.anyBytes(),
            only(ROUTER, SERVER, PEER),
            "what is received in the name of a peer that is gone");

    /**
     * What is received when a connection broke that is to be renewed; empty (default) for nothing. Works at once. DEALER, CLIENT, PEER.
     */
    public static final SocketOption<byte[]> HICCUP_MSG = bytes(
            "HICCUP_MSG",
            114,
            Allowed.anyBytes(),
            only(DEALER, CLIENT, PEER),
            "what is received when a connection broke");

    /**
     * Whether a ROUTER receives an empty message in a peer's name, a sum: 1 when the peer is there, 2 when it is gone. Default 0:
     * neither. What the peer sent is received in between. Works at once, for peers that come later. ROUTER.
     */
    public static final SocketOption<Integer> ROUTER_NOTIFY = declare(
            "ROUTER_NOTIFY",
            97,
            ValueKind.INTEGER,
            "",
            0,
            Allowed.between(0, 3),
            only(ROUTER),
            "receive an empty message: 1 for a peer that comes, 2 for one that goes, 3 both");

    /** Whether a send to an unknown peer is an error, not a drop. Default false. Works at once. ROUTER. */
    public static final SocketOption<Boolean> ROUTER_MANDATORY =
            flag("ROUTER_MANDATORY", 33, only(ROUTER), "fail a send to an unknown peer instead of dropping it");

    /**
     * Whether a new peer with a routing id in use takes it over; else the new one is refused. Default false. Works at
     * once. ROUTER.
     */
    public static final SocketOption<Boolean> ROUTER_HANDOVER =
            flag("ROUTER_HANDOVER", 56, only(ROUTER), "let a new peer take over a routing id in use");

    /**
     * Whether every new connection starts with an empty message, so that a ROUTER peer hears of it. Default false.
     * Works at once, on new connections. REQ, DEALER, ROUTER.
     */
    public static final SocketOption<Boolean> PROBE_ROUTER =
            flag("PROBE_ROUTER", 51, only(REQ, DEALER, ROUTER), "send an empty message on every new connection");

    /**
     * Whether a request may follow a request that got no reply, which is then given up. Default false. Works at once.
     * REQ.
     */
    public static final SocketOption<Boolean> REQ_RELAXED =
            flag("REQ_RELAXED", 53, only(REQ), "allow a new request before the reply");

    /**
     * Whether requests carry an id in a frame of their own, and replies with another id are discarded. Default false.
     * Works at once. REQ.
     */
    public static final SocketOption<Boolean> REQ_CORRELATE =
            flag("REQ_CORRELATE", 52, only(REQ), "match replies to requests by an id frame");

    // --- STREAM ---

    /**
     * Whether a message of a routing id and nothing comes when a connection has come, and when it has gone. Default true. For
     * later endpoints. STREAM.
     */
    public static final SocketOption<Boolean> STREAM_NOTIFY = declare(
            "STREAM_NOTIFY",
            73,
            ValueKind.BOOLEAN,
            "",
            true,
            Allowed.either(),
            only(STREAM),
            "receive an empty message when a connection comes or goes");

    // --- PUB, XPUB, SUB ---

    /**
     * Whether every subscription is received, not only the first of its topic. Default false. Works at once. A set, to
     * true or false, also makes {@link #XPUB_VERBOSER} false. XPUB.
     */
    public static final SocketOption<Boolean> XPUB_VERBOSE =
            flag("XPUB_VERBOSE", 40, only(XPUB), "receive repeated subscriptions");

    /**
     * Whether every subscription and every unsubscription is received; also of a peer that leaves as many ends as there
     * were beginnings. Default false. Works at once. A set also gives {@link #XPUB_VERBOSE} the same value. XPUB.
     */
    public static final SocketOption<Boolean> XPUB_VERBOSER =
            flag("XPUB_VERBOSER", 78, only(XPUB), "receive repeated subscriptions and unsubscriptions");

    /**
     * Whether subscriptions are only received, every one and its end as with {@link #XPUB_VERBOSER}, and the application
     * decides which count. Default false. Works at once. XPUB.
     */
    public static final SocketOption<Boolean> XPUB_MANUAL =
            flag("XPUB_MANUAL", 71, only(XPUB), "let the application apply subscriptions");

    /**
     * Whether the send that follows a received subscription goes to its subscriber alone, if that is subscribed to it: the newest
     * value for somebody who is new. Default false. Works at once. Needs {@link #XPUB_MANUAL}. XPUB.
     */
    public static final SocketOption<Boolean> XPUB_MANUAL_LAST_VALUE =
            flag("XPUB_MANUAL_LAST_VALUE", 98, only(XPUB), "send the next message to the latest subscriber alone");

    /**
     * Whether every cancel goes to the publishers when it comes, not only the last one of a topic. Default false. Works at once. A
     * publisher that does not count, as libzmq's, ends the subscription at the first. XSUB.
     */
    public static final SocketOption<Boolean> XSUB_VERBOSE_UNSUBSCRIBE =
            flag("XSUB_VERBOSE_UNSUBSCRIBE", 115, only(XSUB), "send every cancel, not only the last one of a topic");

    /** Whether a send waits for a full subscriber instead of dropping. Default false. Works at once. PUB, XPUB. */
    public static final SocketOption<Boolean> XPUB_NODROP =
            flag("XPUB_NODROP", 69, only(PUB, XPUB, RADIO), "wait for a full subscriber instead of dropping");

    /** The first message to every new subscriber; empty (default) for none. For later connections. XPUB. */
    public static final SocketOption<byte[]> XPUB_WELCOME_MSG =
            bytes("XPUB_WELCOME_MSG", 72, Allowed.anyBytes(), only(XPUB), "first message to every subscriber");

    /**
     * Whether a message goes to the subscribers whose topics do <em>not</em> match. To be set alike on both sides.
     * Default false. Works at once. PUB, XPUB, SUB.
     */
    public static final SocketOption<Boolean> INVERT_MATCHING =
            flag("INVERT_MATCHING", 74, only(PUB, XPUB, SUB), "deliver what does not match the topics");

    // --- Limits and heartbeats of a connection ---

    /**
     * Largest message taken from a peer, in bytes; a larger one ends the connection. Default -1: no limit. For later
     * endpoints.
     */
    public static final SocketOption<Long> MAXMSGSIZE = declare(
            "MAXMSGSIZE",
            22,
            ValueKind.LONG,
            "bytes",
            -1L,
            Allowed.atLeast(-1L),
            ALL,
            "largest message taken from a peer, -1 for no limit");

    /** Time between two PINGs to a peer; 0 (default) for none. For later endpoints. */
    public static final SocketOption<Duration> HEARTBEAT_IVL =
            time("HEARTBEAT_IVL", 75, Duration.ZERO, Allowed.time(), "time between two PINGs, 0 for none");

    /**
     * After how much silence a peer should give this side up, as our PINGs tell it (RFC 37, "Connection Heartbeating");
     * 0 (default) tells nothing. At most 6553599 ms, rounded down to 100 ms. Needs {@link #HEARTBEAT_IVL}. For later
     * endpoints.
     */
    public static final SocketOption<Duration> HEARTBEAT_TTL = declare(
            "HEARTBEAT_TTL",
            76,
            ValueKind.TENTHS_OF_SECONDS,
            "ms",
            Duration.ZERO,
            Allowed.between(Duration.ZERO, Duration.ofMillis(6_553_599)),
            ALL,
            "silence after which the peer should give us up, in steps of 100 ms");

    /**
     * Longest silence of a peer after a PING; 0 for no limit, -1 ms (default) for the value of {@link #HEARTBEAT_IVL}.
     * For later endpoints.
     */
    public static final SocketOption<Duration> HEARTBEAT_TIMEOUT = time(
            "HEARTBEAT_TIMEOUT",
            77,
            Duration.ofMillis(-1),
            Allowed.time().or(Duration.ofMillis(-1), "-1 (as HEARTBEAT_IVL)"),
            "longest silence after a PING, -1 for HEARTBEAT_IVL");

    // --- Security ---

    /**
     * What connections are secured with. Default NULL: not at all. Of both sides of a connection the mechanism must be the same.
     * For later endpoints; nothing within a context. As a text, the mechanism's name and its settings, with spaces between them and
     * in their values {@code %20} for a space: {@code NULL}, {@code PLAIN role=server}, {@code PLAIN username=admin
     * password=secret}. Other modules bring other mechanisms along; a key of theirs stands there as it is.
     *
     * @see io.zmq4j.zmtp.mechanism.Plain
     */
    public static final SocketOption<Security> SECURITY = declare(
            "SECURITY",
            43,
            ValueKind.SECURITY,
            "",
            Security.none(),
            new Allowed<>(security -> true, "the name of a mechanism that is there, and its settings"),
            ALL,
            "what connections are secured with");

    /**
     * In whose name it is asked whether a peer may come in (RFC 27): at most 255 bytes in UTF-8. Whoever decides is a REP or ROUTER
     * bound to {@code inproc://zeromq.zap.01} in this context, such as {@link io.zmq4j.security.Authenticator}. Empty (default): none.
     * With NULL, nobody is asked then, and every peer comes in; with PLAIN, a server asks all the same. For later endpoints.
     */
    public static final SocketOption<String> ZAP_DOMAIN = declare(
            "ZAP_DOMAIN",
            55,
            ValueKind.TEXT,
            "",
            "",
            Allowed.shortText(),
            ALL,
            "in whose name it is asked whether a peer may come in");

    /**
     * Whether a socket with a {@link #ZAP_DOMAIN} lets nobody in while nobody is there who decides. Default true; false lets
     * everybody in then, as libzmq does by itself, but not with PLAIN. For later endpoints.
     */
    public static final SocketOption<Boolean> ZAP_ENFORCE_DOMAIN = declare(
            "ZAP_ENFORCE_DOMAIN",
            93,
            ValueKind.BOOLEAN,
            "",
            true,
            Allowed.either(),
            ALL,
            "let nobody in while nobody decides about a domain");

    /**
     * What a handshake says of this socket beside its type and routing id: {@code X-zone:eu;X-app:orders}, at most 4096 bytes in
     * UTF-8. A peer finds it in {@link io.zmq4j.event.Peer#metadata}. Default empty: nothing. For later endpoints; nothing within a
     * context, and nothing to peers of ZMTP 1.0 and 2.0.
     */
    public static final SocketOption<String> METADATA = declare(
            "METADATA",
            95,
            ValueKind.TEXT,
            "",
            "",
            new Allowed<>(
                    MetadataText::isAllowed,
                    "X-name:value, with ; between several, at most 4096 bytes; no ; in a value"),
            ALL,
            "what a handshake says of this socket: X-name:value");

    // --- TCP and the system ---

    /**
     * Most connections waiting to be accepted; 0 (default) is as many as the system allows, on Linux {@code
     * net.core.somaxconn}. For later endpoints.
     */
    public static final SocketOption<Integer> BACKLOG =
            integer("BACKLOG", 19, "connections", 0, Allowed.atLeast(0), "most connections waiting to be accepted");

    /**
     * The kernel's send buffer in bytes; -1 (default) leaves it to the system, but over ipc asks for 1 MiB. For later
     * endpoints.
     */
    public static final SocketOption<Integer> SNDBUF = integer(
            "SNDBUF",
            11,
            "bytes",
            -1,
            Allowed.atLeast(-1),
            "the kernel's send buffer, -1 for the system's, over ipc 1 MiB");

    /** The kernel's receive buffer in bytes; -1 (default) leaves it to the system. For later endpoints. */
    public static final SocketOption<Integer> RCVBUF =
            integer("RCVBUF", 12, "bytes", -1, Allowed.atLeast(-1), "the kernel's receive buffer, -1 for the system's");

    /** TCP keep-alive: 0 off, 1 on, -1 (default) leaves it to the system. For later endpoints. */
    public static final SocketOption<Integer> TCP_KEEPALIVE = integer(
            "TCP_KEEPALIVE", 34, "", -1, Allowed.between(-1, 1), "TCP keep-alive: 0 off, 1 on, -1 for the system's");

    /**
     * Keep-alive probes without answer that end a connection; -1 (default) leaves it to the system. For later
     * endpoints.
     */
    public static final SocketOption<Integer> TCP_KEEPALIVE_CNT =
            keepAlive("TCP_KEEPALIVE_CNT", 35, "probes", "unanswered keep-alive probes that end a connection");

    /**
     * Seconds without traffic before the first keep-alive probe; -1 (default) leaves it to the system. For later
     * endpoints.
     */
    public static final SocketOption<Integer> TCP_KEEPALIVE_IDLE =
            keepAlive("TCP_KEEPALIVE_IDLE", 36, "s", "silence before the first keep-alive probe");

    /** Seconds between two keep-alive probes; -1 (default) leaves it to the system. For later endpoints. */
    public static final SocketOption<Integer> TCP_KEEPALIVE_INTVL =
            keepAlive("TCP_KEEPALIVE_INTVL", 37, "s", "time between two keep-alive probes");

    /** Whether IPv6 is used, beside IPv4. Default false: IPv4 alone. For later endpoints. */
    public static final SocketOption<Boolean> IPV6 = flag("IPV6", 42, ALL, "use IPv6 beside IPv4");

    /** The type-of-service byte of IP packets, 0 (default) to 255. For later endpoints. */
    public static final SocketOption<Integer> TOS =
            integer("TOS", 57, "", 0, Allowed.between(0, 255), "type-of-service byte of IP packets");

    // --- A proxy ---

    /**
     * The SOCKS5 proxy (RFC 1928) that connects over TCP in place of this machine, as host:port; empty (default) for none. It looks the
     * endpoint's name up. For later endpoints that are connected.
     */
    public static final SocketOption<String> SOCKS_PROXY = declare(
            "SOCKS_PROXY",
            68,
            ValueKind.TEXT,
            "",
            "",
            Allowed.address(),
            ALL,
            "the SOCKS5 proxy that connects over TCP, as host:port");

    /** Who this is to the proxy (RFC 1929): at most 255 bytes in UTF-8; empty (default) for nobody. For later endpoints. */
    public static final SocketOption<String> SOCKS_USERNAME = declare(
            "SOCKS_USERNAME", 99, ValueKind.TEXT, "", "", Allowed.shortText(), ALL, "who this is to the SOCKS5 proxy");

    /** The password for it, at most 255 bytes in UTF-8; default empty. No text of the library shows it. For later endpoints. */
    public static final SocketOption<String> SOCKS_PASSWORD = declare(
            "SOCKS_PASSWORD",
            100,
            ValueKind.PASSWORD,
            "",
            "",
            Allowed.shortText(),
            ALL,
            "the password for the SOCKS5 proxy");

    // --- Multicast ---

    /**
     * Most that is sent to a multicast group, headers and repairs included, in kilobits (1000 bits) a second; default 100.
     * Receivers are told the same. For later endpoints. PUB, SUB, XPUB, XSUB.
     */
    public static final SocketOption<Integer> RATE =
            multicast("RATE", 8, "kbit/s", 100, Allowed.atLeast(1), "most that is sent to a multicast group");

    /**
     * How long what was lost on the way to a multicast receiver can be recovered; default 10 s. The sender keeps what it
     * sends in this time at {@link #RATE}. Receivers are told the same. For later endpoints. PUB, SUB, XPUB, XSUB.
     */
    public static final SocketOption<Duration> RECOVERY_IVL = declare(
            "RECOVERY_IVL",
            9,
            ValueKind.DURATION,
            "ms",
            Duration.ofSeconds(10),
            Allowed.time(),
            PUBLISH_SUBSCRIBE,
            "how long what multicast lost can be recovered");

    /** How many routers a multicast packet passes, less one; default 1. For later endpoints. PUB, SUB, XPUB, XSUB, RADIO, DISH, DGRAM. */
    public static final SocketOption<Integer> MULTICAST_HOPS = declare(
            "MULTICAST_HOPS",
            25,
            ValueKind.INTEGER,
            "hops",
            1,
            Allowed.between(1, 255),
            MULTICAST,
            "how far multicast packets go: time to live");

    /**
     * Largest multicast datagram with its IP and UDP headers, 128 to 65535 bytes; default 1500. For later endpoints. PUB,
     * SUB, XPUB, XSUB.
     */
    public static final SocketOption<Integer> MULTICAST_MAXTPDU = multicast(
            "MULTICAST_MAXTPDU", 84, "bytes", 1500, Allowed.between(128, 65_535), "largest multicast datagram");

    /**
     * Whether programs on this machine hear what is sent to a multicast group; default true. For later endpoints. PUB, SUB,
     * XPUB, XSUB, RADIO, DISH, DGRAM.
     */
    public static final SocketOption<Boolean> MULTICAST_LOOP = declare(
            "MULTICAST_LOOP",
            96,
            ValueKind.BOOLEAN,
            "",
            true,
            Allowed.either(),
            MULTICAST,
            "whether programs on this machine hear multicast from here");

    private static final List<SocketOption<?>> EVERY = Collections.unmodifiableList(DECLARED);

    private static final OptionNames NAMES = new OptionNames(
            EVERY,
            Map.of(
                    "IDENTITY", ROUTING_ID,
                    "MECHANISM", SECURITY,
                    "CONNECT_RID", CONNECT_ROUTING_ID,
                    "DELAY_ATTACH_ON_CONNECT", IMMEDIATE,
                    "FAIL_UNROUTABLE", ROUTER_MANDATORY,
                    "ROUTER_BEHAVIOR", ROUTER_MANDATORY));

    private SocketOptions() {}

    /** All options, unmodifiable. */
    public static List<SocketOption<?>> all() {
        return EVERY;
    }

    /** The options of libzmq that are none here, in the order of their numbers, unmodifiable. */
    public static List<AbsentOption> absent() {
        return AbsentOptions.all();
    }

    /** The options that sockets of this type have. */
    public static List<SocketOption<?>> of(SocketType type) {
        Objects.requireNonNull(type, "type");
        return EVERY.stream().filter(option -> option.appliesTo(type)).toList();
    }

    /** The mechanisms that {@link #SECURITY} can name, with those of other modules that are there; unmodifiable. */
    public static List<String> mechanisms() {
        return SecurityProviders.mechanisms();
    }

    /**
     * The option of this name, with or without ZMQ_, in any case; libzmq's older names count as well.
     *
     * @throws IllegalArgumentException if there is none; its message has the nearest names, or what is there instead of an option
     *     of libzmq
     */
    public static SocketOption<?> named(String name) {
        return NAMES.named(Objects.requireNonNull(name, "name"));
    }

    /**
     * The option of this number in libzmq.
     *
     * @throws IllegalArgumentException if there is none; its message has what is there instead of an option of libzmq
     */
    public static SocketOption<?> numbered(int number) {
        AbsentOptions.refuse(absent -> absent.number() == number);
        return EVERY.stream()
                .filter(option -> option.number() == number)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no socket option with number " + number
                        + "; the numbers are "
                        + EVERY.stream().map(SocketOption::number).sorted().toList()));
    }

    /** In the order of their numbers. */
    private static Set<SocketType> only(SocketType... types) {
        var only = new LinkedHashSet<>(SocketType.values());
        only.retainAll(List.of(types));
        return only;
    }

    private static SocketOption<Integer> integer(
            String name, int number, String unit, int byDefault, Allowed<Integer> allowed, String description) {
        return declare(name, number, ValueKind.INTEGER, unit, byDefault, allowed, ALL, description);
    }

    private static SocketOption<Integer> multicast(
            String name, int number, String unit, int byDefault, Allowed<Integer> allowed, String description) {
        return declare(name, number, ValueKind.INTEGER, unit, byDefault, allowed, PUBLISH_SUBSCRIBE, description);
    }

    private static SocketOption<Integer> keepAlive(String name, int number, String unit, String description) {
        Allowed<Integer> allowed = Allowed.atLeast(1).or(-1, "-1 (the system's)");
        return integer(name, number, unit, -1, allowed, description + ", -1 for the system's");
    }

    private static SocketOption<Boolean> flag(
            String name, int number, Set<SocketType> socketTypes, String description) {
        return declare(name, number, ValueKind.BOOLEAN, "", false, Allowed.either(), socketTypes, description);
    }

    private static SocketOption<Duration> time(
            String name, int number, Duration byDefault, Allowed<Duration> allowed, String description) {
        return declare(name, number, ValueKind.DURATION, "ms", byDefault, allowed, ALL, description);
    }

    private static SocketOption<byte[]> bytes(
            String name, int number, Allowed<byte[]> allowed, Set<SocketType> socketTypes, String description) {
        return declare(name, number, ValueKind.BYTES, "", new byte[0], allowed, socketTypes, description);
    }

    private static <T> SocketOption<T> declare(
            String name,
            int number,
            ValueKind<T> kind,
            String unit,
            T byDefault,
            Allowed<T> allowed,
            Set<SocketType> socketTypes,
            String description) {
        SocketOption<T> option = new SocketOption<>(
                DECLARED.size(), name, number, kind, unit, byDefault, allowed, socketTypes, description);
        DECLARED.add(option);
        return option;
    }
}
