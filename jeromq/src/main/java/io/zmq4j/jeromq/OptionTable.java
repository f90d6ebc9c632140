package io.zmq4j.jeromq;

import static io.zmq4j.options.SocketOptions.FOREVER;

import io.zmq4j.Socket;
import io.zmq4j.SubSocket;
import io.zmq4j.XPubSocket;
import io.zmq4j.options.SocketOption;
import io.zmq4j.options.SocketOptions;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.zeromq.ZMQException;
import zmq.Msg;
import zmq.Options;
import zmq.ZMQ;
import zmq.io.coder.IDecoder;
import zmq.io.coder.IEncoder;
import zmq.io.mechanism.Mechanisms;
import zmq.io.net.SelectorProviderChooser;
import zmq.msg.MsgAllocator;

/**
 * JeroMQ's options by their numbers: of which kind their values are, where they are kept, and which option of zmq4j they set.
 * What a socket alone can answer, such as its events, is not among them.
 */
public final class OptionTable {
    private static final byte[] NOTHING = {};
    private static final int LONGEST_ID = 255;
    private static final int HEARTBEAT_STEP_MILLIS = 100;
    private static final int LONGEST_TTL_MILLIS = 6_553_599;

    private static final Set<Integer> ROUTERS = Set.of(ZMQ.ZMQ_REP, ZMQ.ZMQ_ROUTER);
    private static final Set<Integer> NAMERS = Set.of(ZMQ.ZMQ_REP, ZMQ.ZMQ_ROUTER, ZMQ.ZMQ_STREAM);
    private static final Set<Integer> PUBLISHERS = Set.of(ZMQ.ZMQ_PUB, ZMQ.ZMQ_XPUB);
    private static final Set<Integer> ASKERS = Set.of(ZMQ.ZMQ_REQ);
    private static final Set<Integer> PROBERS = Set.of(ZMQ.ZMQ_REQ, ZMQ.ZMQ_REP, ZMQ.ZMQ_DEALER, ZMQ.ZMQ_ROUTER);

    private static final Map<Integer, OptionRow> ROWS = new HashMap<>();

    static {
        queues();
        connecting();
        limits();
        security();
        system();
        patterns();
        greetings();
        unsupported();
        withoutEffect();
    }

    private OptionTable() {}

    /**
     * The value of an option.
     *
     * @param socket null for one that is not there
     * @throws IllegalArgumentException if there is no such option, or it has no value to get
     */
    public static @Nullable Object get(Options kept, @Nullable Socket socket, int option) {
        return row(option).get(kept, socket);
    }

    /**
     * Sets an option.
     *
     * @param socket null for one that is not there
     * @return false if the value is not taken
     * @throws IllegalArgumentException if there is no such option, or its value is of another kind or out of range
     * @throws ZMQException with ENOTSUP if the option is one that JeroMQ has and zmq4j has not
     */
    public static boolean set(Options kept, @Nullable Socket socket, int option, @Nullable Object value) {
        return row(option).set(kept, socket, value);
    }

    private static OptionRow row(int option) {
        OptionRow row = ROWS.get(option);
        if (row == null) {
            throw new IllegalArgumentException("There is no option " + option + "; zmq.ZMQ has those that there are");
        }
        return row;
    }

    /** A value of another kind than the option's; to throw. */
    public static IllegalArgumentException wrong(int option, @Nullable Object value, String wanted) {
        String given = value == null ? "null" : value.getClass().getSimpleName();
        return new IllegalArgumentException("Option " + option + " takes " + wanted + ", not " + given);
    }

    // ---- the rows

    private static void queues() {
        whole(ZMQ.ZMQ_SNDHWM, atLeast(0), o -> o.sendHwm, (o, v) -> o.sendHwm = v, put(SocketOptions.SNDHWM));
        whole(ZMQ.ZMQ_RCVHWM, atLeast(0), o -> o.recvHwm, (o, v) -> o.recvHwm = v, put(SocketOptions.RCVHWM));
        whole(
                ZMQ.ZMQ_SNDTIMEO,
                OptionTable::any,
                o -> o.sendTimeout,
                (o, v) -> o.sendTimeout = v,
                wait(SocketOptions.SNDTIMEO));
        whole(
                ZMQ.ZMQ_RCVTIMEO,
                OptionTable::any,
                o -> o.recvTimeout,
                (o, v) -> o.recvTimeout = v,
                wait(SocketOptions.RCVTIMEO));
        whole(ZMQ.ZMQ_LINGER, OptionTable::any, o -> o.linger, (o, v) -> o.linger = v, wait(SocketOptions.LINGER));
        flag(ZMQ.ZMQ_CONFLATE, o -> o.conflate, (o, v) -> o.conflate = v, put(SocketOptions.CONFLATE));
        flag(ZMQ.ZMQ_IMMEDIATE, o -> o.immediate, (o, v) -> o.immediate = v, not(SocketOptions.IMMEDIATE));
        flag(
                ZMQ.ZMQ_DELAY_ATTACH_ON_CONNECT,
                o -> !o.immediate,
                (o, v) -> o.immediate = !v,
                put(SocketOptions.IMMEDIATE));
    }

    private static void connecting() {
        whole(
                ZMQ.ZMQ_RECONNECT_IVL,
                atLeast(-1),
                o -> o.reconnectIvl,
                (o, v) -> o.reconnectIvl = v,
                (s, v) -> set(s, SocketOptions.RECONNECT_IVL, v < 0 ? FOREVER : Duration.ofMillis(Math.max(1, v))));
        whole(
                ZMQ.ZMQ_RECONNECT_IVL_MAX,
                atLeast(0),
                o -> o.reconnectIvlMax,
                (o, v) -> o.reconnectIvlMax = v,
                millis(SocketOptions.RECONNECT_IVL_MAX));
        whole(
                ZMQ.ZMQ_HANDSHAKE_IVL,
                atLeast(0),
                o -> o.handshakeIvl,
                (o, v) -> o.handshakeIvl = v,
                millis(SocketOptions.HANDSHAKE_IVL));
        OptionTable.<@Nullable String>row(
                ZMQ.ZMQ_SOCKS_PROXY,
                OptionTable::proxy,
                o -> o.socksProxyAddress,
                (o, v) -> o.socksProxyAddress = v,
                (s, v) -> set(s, SocketOptions.SOCKS_PROXY, v == null ? "" : v));
        whole(
                ZMQ.ZMQ_BACKLOG,
                OptionTable::any,
                o -> o.backlog,
                (o, v) -> o.backlog = v,
                (s, v) -> set(s, SocketOptions.BACKLOG, Math.max(0, v)));
        bytes(
                ZMQ.ZMQ_IDENTITY,
                LONGEST_ID,
                o -> o.identity.clone(),
                (o, v) -> {
                    o.identity = v;
                    o.identitySize = (short) v.length;
                },
                put(SocketOptions.ROUTING_ID));
    }

    /** None for null and for nothing. */
    private static @Nullable String proxy(int number, @Nullable Object value) {
        String address = value == null ? "" : Options.parseString(number, value);
        return address.isEmpty() ? null : address;
    }

    private static void limits() {
        row(
                ZMQ.ZMQ_MAXMSGSIZE,
                OptionTable::number,
                o -> o.maxMsgSize,
                (o, v) -> o.maxMsgSize = v,
                (s, v) -> set(s, SocketOptions.MAXMSGSIZE, Math.max(-1L, v)));
        whole(
                ZMQ.ZMQ_HEARTBEAT_IVL,
                atLeast(0),
                o -> o.heartbeatInterval,
                (o, v) -> o.heartbeatInterval = v,
                millis(SocketOptions.HEARTBEAT_IVL));
        whole(
                ZMQ.ZMQ_HEARTBEAT_TIMEOUT,
                atLeast(0),
                o -> o.heartbeatTimeout,
                (o, v) -> o.heartbeatTimeout = v,
                millis(SocketOptions.HEARTBEAT_TIMEOUT));
        whole(
                ZMQ.ZMQ_HEARTBEAT_TTL,
                between(1 - HEARTBEAT_STEP_MILLIS, LONGEST_TTL_MILLIS),
                o -> o.heartbeatTtl,
                (o, v) -> o.heartbeatTtl = inSteps(v),
                (s, v) -> set(s, SocketOptions.HEARTBEAT_TTL, Duration.ofMillis(inSteps(v))));
    }

    /** A time to live goes over the wire in tenths of seconds. */
    private static int inSteps(int millis) {
        return millis / HEARTBEAT_STEP_MILLIS * HEARTBEAT_STEP_MILLIS;
    }

    private static void security() {
        readOnly(ZMQ.ZMQ_MECHANISM, o -> o.mechanism);
        text(ZMQ.ZMQ_ZAP_DOMAIN, o -> o.zapDomain, (o, v) -> o.zapDomain = v, put(SocketOptions.ZAP_DOMAIN));
        flag(
                ZMQ.ZMQ_PLAIN_SERVER,
                o -> o.mechanism == Mechanisms.PLAIN && o.asServer,
                (o, v) -> {
                    o.asServer = v;
                    o.mechanism = v ? Mechanisms.PLAIN : Mechanisms.NULL;
                },
                OptionTable::nothing);
        ROWS.put(
                ZMQ.ZMQ_PLAIN_USERNAME,
                new CredentialRow(ZMQ.ZMQ_PLAIN_USERNAME, o -> o.plainUsername, (o, v) -> o.plainUsername = v));
        ROWS.put(
                ZMQ.ZMQ_PLAIN_PASSWORD,
                new CredentialRow(ZMQ.ZMQ_PLAIN_PASSWORD, o -> o.plainPassword, (o, v) -> o.plainPassword = v));
        flag(
                ZMQ.ZMQ_CURVE_SERVER,
                o -> o.mechanism == Mechanisms.CURVE && o.asServer,
                (o, v) -> {
                    o.asServer = v;
                    o.mechanism = v ? Mechanisms.CURVE : Mechanisms.NULL;
                },
                OptionTable::nothing);
        key(ZMQ.ZMQ_CURVE_PUBLICKEY, o -> o.curvePublicKey, (o, v) -> o.curvePublicKey = v);
        key(ZMQ.ZMQ_CURVE_SECRETKEY, o -> o.curveSecretKey, (o, v) -> o.curveSecretKey = v);
        key(ZMQ.ZMQ_CURVE_SERVERKEY, o -> o.curveServerKey, (o, v) -> {
            o.curveServerKey = v;
            o.asServer = false;
        });
    }

    private static void system() {
        whole(ZMQ.ZMQ_SNDBUF, OptionTable::any, o -> o.sndbuf, (o, v) -> o.sndbuf = v, buffer(SocketOptions.SNDBUF));
        whole(ZMQ.ZMQ_RCVBUF, OptionTable::any, o -> o.rcvbuf, (o, v) -> o.rcvbuf = v, buffer(SocketOptions.RCVBUF));
        whole(ZMQ.ZMQ_TOS, between(0, 255), o -> o.tos, (o, v) -> o.tos = v, put(SocketOptions.TOS));
        flag(ZMQ.ZMQ_IPV6, o -> o.ipv6, (o, v) -> o.ipv6 = v, put(SocketOptions.IPV6));
        flag(ZMQ.ZMQ_IPV4ONLY, o -> !o.ipv6, (o, v) -> o.ipv6 = !v, not(SocketOptions.IPV6));
        whole(
                ZMQ.ZMQ_TCP_KEEPALIVE,
                between(-1, 1),
                o -> o.tcpKeepAlive,
                (o, v) -> o.tcpKeepAlive = v,
                put(SocketOptions.TCP_KEEPALIVE));
        whole(
                ZMQ.ZMQ_TCP_KEEPALIVE_CNT,
                OptionTable::any,
                o -> o.tcpKeepAliveCnt,
                (o, v) -> o.tcpKeepAliveCnt = v,
                positive(SocketOptions.TCP_KEEPALIVE_CNT));
        whole(
                ZMQ.ZMQ_TCP_KEEPALIVE_IDLE,
                OptionTable::any,
                o -> o.tcpKeepAliveIdle,
                (o, v) -> o.tcpKeepAliveIdle = v,
                positive(SocketOptions.TCP_KEEPALIVE_IDLE));
        whole(
                ZMQ.ZMQ_TCP_KEEPALIVE_INTVL,
                OptionTable::any,
                o -> o.tcpKeepAliveIntvl,
                (o, v) -> o.tcpKeepAliveIntvl = v,
                positive(SocketOptions.TCP_KEEPALIVE_INTVL));
    }

    private static void patterns() {
        of(ZMQ.ZMQ_ROUTER_MANDATORY, ROUTERS, SocketOptions.ROUTER_MANDATORY);
        of(ZMQ.ZMQ_ROUTER_HANDOVER, ROUTERS, SocketOptions.ROUTER_HANDOVER);
        of(ZMQ.ZMQ_PROBE_ROUTER, PROBERS, SocketOptions.PROBE_ROUTER);
        of(ZMQ.ZMQ_REQ_RELAXED, ASKERS, SocketOptions.REQ_RELAXED);
        of(ZMQ.ZMQ_REQ_CORRELATE, ASKERS, SocketOptions.REQ_CORRELATE);
        of(ZMQ.ZMQ_XPUB_VERBOSE, PUBLISHERS, SocketOptions.XPUB_VERBOSE);
        of(ZMQ.ZMQ_XPUB_VERBOSER, PUBLISHERS, SocketOptions.XPUB_VERBOSER);
        of(ZMQ.ZMQ_XPUB_MANUAL, PUBLISHERS, SocketOptions.XPUB_MANUAL);
        of(ZMQ.ZMQ_XPUB_NODROP, PUBLISHERS, SocketOptions.XPUB_NODROP);
        ROWS.put(
                ZMQ.ZMQ_CONNECT_RID,
                new TypedRow<>(
                        ZMQ.ZMQ_CONNECT_RID,
                        NAMERS,
                        SocketOptions.CONNECT_ROUTING_ID,
                        (n, v) -> Options.parseBytes(n, v).clone()));
        ROWS.put(ZMQ.ZMQ_SUBSCRIBE, new TopicRow(ZMQ.ZMQ_SUBSCRIBE, SubSocket::subscribe, XPubSocket::subscribe));
        ROWS.put(
                ZMQ.ZMQ_UNSUBSCRIBE,
                new TopicRow(ZMQ.ZMQ_UNSUBSCRIBE, SubSocket::unsubscribe, XPubSocket::unsubscribe));
    }

    /** What is said when a peer comes, goes, or comes again; of types that do not say it, it is kept without effect. */
    private static void greetings() {
        message(
                ZMQ.ZMQ_HELLO_MSG,
                o -> o.helloMsg,
                (o, v) -> {
                    o.helloMsg = v;
                    o.canSendHelloMsg = v != null;
                },
                SocketOptions.HELLO_MSG);
        message(
                ZMQ.ZMQ_DISCONNECT_MSG,
                o -> o.disconnectMsg,
                (o, v) -> {
                    o.disconnectMsg = v;
                    o.canReceiveDisconnectMsg = v != null;
                },
                SocketOptions.DISCONNECT_MSG);
        message(
                ZMQ.ZMQ_HICCUP_MSG,
                o -> o.hiccupMsg,
                (o, v) -> {
                    o.hiccupMsg = v;
                    o.canReceiveHiccupMsg = v != null;
                },
                SocketOptions.HICCUP_MSG);
    }

    private static void unsupported() {
        without(ZMQ.ZMQ_ROUTER_RAW, "raw sockets");
        without(ZMQ.ZMQ_TCP_ACCEPT_FILTER, "accept filters: use ZAuth with an allow list");
    }

    private static void withoutEffect() {
        row(ZMQ.ZMQ_AFFINITY, OptionTable::number, o -> o.affinity, (o, v) -> o.affinity = v, OptionTable::nothing);
        whole(ZMQ.ZMQ_RATE, OptionTable::any, o -> o.rate, (o, v) -> o.rate = v, OptionTable::nothing);
        whole(
                ZMQ.ZMQ_RECOVERY_IVL,
                OptionTable::any,
                o -> o.recoveryIvl,
                (o, v) -> o.recoveryIvl = v,
                OptionTable::nothing);
        whole(
                ZMQ.ZMQ_MULTICAST_HOPS,
                OptionTable::any,
                o -> o.multicastHops,
                (o, v) -> o.multicastHops = v,
                OptionTable::nothing);
        whole(ZMQ.ZMQ_AS_TYPE, OptionTable::any, o -> o.asType, (o, v) -> o.asType = v, OptionTable::nothing);
        text(
                ZMQ.ZMQ_SELFADDR_PROPERTY_NAME,
                o -> o.selfAddressPropertyName,
                (o, v) -> o.selfAddressPropertyName = v,
                OptionTable::nothing);
        gssapi(ZMQ.ZMQ_GSSAPI_SERVER, (n, v) -> Options.parseBoolean(n, v), false);
        gssapi(ZMQ.ZMQ_GSSAPI_PLAINTEXT, (n, v) -> Options.parseBoolean(n, v), false);
        gssapi(ZMQ.ZMQ_GSSAPI_PRINCIPAL, Options::parseString, null);
        gssapi(ZMQ.ZMQ_GSSAPI_SERVICE_PRINCIPAL, Options::parseString, null);
        row(
                ZMQ.ZMQ_HEARTBEAT_CONTEXT,
                (n, v) -> Options.parseBytes(n, v).clone(),
                o -> o.heartbeatContext.clone(),
                (o, v) -> o.heartbeatContext = v,
                OptionTable::nothing);
        whole(
                ZMQ.ZMQ_MSG_ALLOCATION_HEAP_THRESHOLD,
                OptionTable::any,
                o -> o.allocationHeapThreshold,
                (o, v) -> o.allocationHeapThreshold = v,
                OptionTable::nothing);
        ROWS.put(ZMQ.ZMQ_ENCODER, new ExtensionRow<>(IEncoder.class, o -> o.encoder, (o, v) -> o.encoder = v, null));
        ROWS.put(ZMQ.ZMQ_DECODER, new ExtensionRow<>(IDecoder.class, o -> o.decoder, (o, v) -> o.decoder = v, null));
        ROWS.put(
                ZMQ.ZMQ_MSG_ALLOCATOR,
                new ExtensionRow<>(MsgAllocator.class, o -> o.allocator, null, (o, v) -> o.allocator = v));
        ROWS.put(
                ZMQ.ZMQ_SELECTOR_PROVIDERCHOOSER,
                new ExtensionRow<>(
                        SelectorProviderChooser.class, o -> o.selectorChooser, null, (o, v) -> o.selectorChooser = v));
    }

    // ---- shapes of rows

    private static <T extends @Nullable Object> void row(
            int number,
            BiFunction<Integer, @Nullable Object, T> parse,
            Function<Options, @Nullable Object> get,
            BiConsumer<Options, T> keep,
            BiConsumer<Socket, T> effect) {
        ROWS.put(number, new OptionRow() {
            @Override
            public @Nullable Object get(Options kept, @Nullable Socket socket) {
                return get.apply(kept);
            }

            @Override
            public boolean set(Options kept, @Nullable Socket socket, @Nullable Object value) {
                T parsed = parse.apply(number, value);
                if (socket != null) {
                    effect.accept(socket, parsed);
                }
                keep.accept(kept, parsed);
                return true;
            }
        });
    }

    private static void whole(
            int number,
            Predicate<Integer> allowed,
            Function<Options, @Nullable Object> get,
            BiConsumer<Options, Integer> keep,
            BiConsumer<Socket, Integer> effect) {
        BiFunction<Integer, @Nullable Object, Integer> parse = (n, v) -> {
            int value = integer(n, v);
            if (!allowed.test(value)) {
                throw new IllegalArgumentException("Option " + n + " cannot be " + value + "; allowed: " + allowed);
            }
            return value;
        };
        row(number, parse, get, keep, effect);
    }

    private static void flag(
            int number,
            Function<Options, @Nullable Object> get,
            BiConsumer<Options, Boolean> keep,
            BiConsumer<Socket, Boolean> effect) {
        row(number, (n, v) -> Options.parseBoolean(n, v), get, keep, effect);
    }

    private static void text(
            int number,
            Function<Options, @Nullable Object> get,
            BiConsumer<Options, String> keep,
            BiConsumer<Socket, String> effect) {
        row(number, Options::parseString, get, keep, effect);
    }

    private static void bytes(
            int number,
            int most,
            Function<Options, @Nullable Object> get,
            BiConsumer<Options, byte[]> keep,
            BiConsumer<Socket, byte[]> effect) {
        BiFunction<Integer, @Nullable Object, byte[]> parse = (n, v) -> {
            byte[] value = Options.parseBytes(n, v);
            if (value.length > most) {
                throw new IllegalArgumentException(
                        "Option " + n + " cannot have " + value.length + " bytes; allowed: up to " + most);
            }
            return value.clone();
        };
        row(number, parse, get, keep, effect);
    }

    /** Null and no bytes stand for none. */
    private static void message(
            int number,
            Function<Options, @Nullable Object> get,
            BiConsumer<Options, @Nullable Msg> keep,
            SocketOption<byte[]> option) {
        BiFunction<Integer, @Nullable Object, @Nullable Msg> parse = (n, v) -> {
            byte[] bytes = v == null ? NOTHING : v instanceof Msg msg ? msg.data() : Options.parseBytes(n, v);
            return bytes.length == 0 ? null : new Msg(bytes.clone());
        };
        row(number, parse, get, keep, (s, v) -> set(s, option, v == null ? NOTHING : v.data()));
    }

    private static void without(int number, String what) {
        ROWS.put(number, new MissingRow(number, what));
    }

    private static void key(int number, Function<Options, byte[]> get, BiConsumer<Options, byte[]> keep) {
        ROWS.put(number, new KeyRow(get, keep));
    }

    private static void readOnly(int number, Function<Options, @Nullable Object> get) {
        row(
                number,
                (n, v) -> {
                    throw new IllegalArgumentException("Option " + n + " cannot be set");
                },
                get,
                (o, v) -> {},
                OptionTable::nothing);
    }

    private static void of(int number, Set<Integer> types, SocketOption<Boolean> option) {
        ROWS.put(number, new TypedRow<>(number, types, option, (n, v) -> Options.parseBoolean(n, v)));
    }

    private static void gssapi(
            int number, BiFunction<Integer, @Nullable Object, Object> parse, @Nullable Object byDefault) {
        row(
                number,
                parse,
                o -> o.others.getOrDefault(number, byDefault),
                (o, v) -> {
                    o.others.put(number, v);
                    o.mechanism = Mechanisms.GSSAPI;
                },
                OptionTable::nothing);
    }

    // ---- kinds of values

    private static int integer(int option, @Nullable Object value) {
        if (value instanceof Number number && number.longValue() == number.intValue()) {
            return number.intValue();
        }
        throw wrong(option, value, "an Integer");
    }

    private static long number(int option, @Nullable Object value) {
        if (value instanceof Number number) {
            return number.longValue();
        }
        throw wrong(option, value, "a Long");
    }

    private static boolean any(Integer value) {
        return true;
    }

    private static Predicate<Integer> atLeast(int least) {
        return between(least, Integer.MAX_VALUE);
    }

    private static Predicate<Integer> between(int least, int most) {
        return new Predicate<>() {
            @Override
            public boolean test(Integer value) {
                return least <= value && value <= most;
            }

            @Override
            public String toString() {
                return most == Integer.MAX_VALUE ? "from " + least + " on" : least + " to " + most;
            }
        };
    }

    // ---- effects

    private static <T> void nothing(Socket socket, T value) {}

    /** What a socket type has no use for is kept all the same, as JeroMQ does. */
    private static <T> void set(Socket socket, SocketOption<T> option, T value) {
        if (option.appliesTo(socket.type())) {
            socket.set(option, value);
        }
    }

    private static <T> BiConsumer<Socket, T> put(SocketOption<T> option) {
        return (socket, value) -> set(socket, option, value);
    }

    private static BiConsumer<Socket, Boolean> not(SocketOption<Boolean> option) {
        return (socket, value) -> set(socket, option, !value);
    }

    /** Milliseconds, of which every negative number means for ever. */
    private static BiConsumer<Socket, Integer> wait(SocketOption<Duration> option) {
        return (socket, millis) -> set(socket, option, millis < 0 ? FOREVER : Duration.ofMillis(millis));
    }

    private static BiConsumer<Socket, Integer> millis(SocketOption<Duration> option) {
        return (socket, millis) -> set(socket, option, Duration.ofMillis(millis));
    }

    /** Bytes, of which 0 and less leave it to the system. */
    private static BiConsumer<Socket, Integer> buffer(SocketOption<Integer> option) {
        return (socket, size) -> set(socket, option, size <= 0 ? -1 : size);
    }

    private static BiConsumer<Socket, Integer> positive(SocketOption<Integer> option) {
        return (socket, value) -> set(socket, option, value <= 0 ? -1 : value);
    }
}
