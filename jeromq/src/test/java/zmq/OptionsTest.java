package zmq;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.curve.CurveKeyPair;
import io.zmq4j.options.SocketOptions;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.channels.spi.SelectorProvider;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.zeromq.ZMQException;
import zmq.io.coder.IDecoder;
import zmq.io.coder.IEncoder;
import zmq.io.mechanism.Mechanisms;
import zmq.io.net.SelectorProviderChooser;
import zmq.msg.MsgAllocator;

/** Each option by its number: what it is at first, what it takes, and what is refused. */
class OptionsTest {
    private static final byte[] KEY = CurveKeyPair.generate().secretKey();
    private static final byte[] NO_KEY = new byte[32];
    private static final byte[] NOTHING = {};
    private static final byte[] ABC = "abc".getBytes(UTF_8);

    private final Ctx ctx = new Ctx();

    @AfterEach
    void endContext() {
        ctx.terminate();
    }

    /** A type, a number, its default, and values that it takes, each with what it is then. */
    static List<Arguments> settings() {
        int push = ZMQ.ZMQ_PUSH;
        return List.of(
                of(push, ZMQ.ZMQ_AFFINITY, 0L, 5L, 5L),
                of(push, ZMQ.ZMQ_IDENTITY, NOTHING, ABC, ABC, "abc", ABC),
                of(ZMQ.ZMQ_DEALER, ZMQ.ZMQ_IDENTITY, NOTHING, ABC, ABC, "abc", ABC),
                of(push, ZMQ.ZMQ_RATE, 100, 7, 7),
                of(push, ZMQ.ZMQ_RECOVERY_IVL, 10_000, 7, 7),
                of(push, ZMQ.ZMQ_SNDBUF, 0, 70_000, 70_000, -1, -1),
                of(push, ZMQ.ZMQ_RCVBUF, 0, 70_000, 70_000, 0, 0),
                of(push, ZMQ.ZMQ_LINGER, -1, 0, 0, -2, -2, 70, 70),
                of(ZMQ.ZMQ_SUB, ZMQ.ZMQ_LINGER, 0, -1, -1),
                of(push, ZMQ.ZMQ_RECONNECT_IVL, 100, -1, -1, 0, 0, 5, 5),
                of(push, ZMQ.ZMQ_BACKLOG, 100, 0, 0, 5, 5),
                of(push, ZMQ.ZMQ_RECONNECT_IVL_MAX, 0, 5, 5),
                of(push, ZMQ.ZMQ_MAXMSGSIZE, -1L, 5L, 5L, 7, 7L, -3L, -3L),
                of(push, ZMQ.ZMQ_SNDHWM, 1000, 0, 0, 5, 5),
                of(push, ZMQ.ZMQ_RCVHWM, 1000, 0, 0, 5, 5),
                of(push, ZMQ.ZMQ_MULTICAST_HOPS, 1, 2, 2),
                of(push, ZMQ.ZMQ_RCVTIMEO, -1, 0, 0, 5, 5, -2, -2),
                of(push, ZMQ.ZMQ_SNDTIMEO, -1, 0, 0, 5, 5, -2, -2),
                of(push, ZMQ.ZMQ_IPV4ONLY, true, false, false, 1, true),
                of(ZMQ.ZMQ_ROUTER, ZMQ.ZMQ_ROUTER_MANDATORY, false, true, true, 0, false),
                of(ZMQ.ZMQ_REP, ZMQ.ZMQ_ROUTER_MANDATORY, false, true, true, 0, false),
                of(push, ZMQ.ZMQ_TCP_KEEPALIVE, -1, 1, 1, 0, 0),
                of(push, ZMQ.ZMQ_TCP_KEEPALIVE_CNT, -1, 5, 5, 0, 0),
                of(push, ZMQ.ZMQ_TCP_KEEPALIVE_IDLE, -1, 5, 5),
                of(push, ZMQ.ZMQ_TCP_KEEPALIVE_INTVL, -1, 5, 5),
                of(push, ZMQ.ZMQ_TCP_ACCEPT_FILTER, null, "", null, null, null),
                of(push, ZMQ.ZMQ_DELAY_ATTACH_ON_CONNECT, false, true, true, 0, false),
                of(ZMQ.ZMQ_XPUB, ZMQ.ZMQ_XPUB_VERBOSE, false, true, true),
                of(ZMQ.ZMQ_PUB, ZMQ.ZMQ_XPUB_VERBOSE, false, true, true),
                of(ZMQ.ZMQ_ROUTER, ZMQ.ZMQ_ROUTER_RAW, null, false, null),
                of(push, ZMQ.ZMQ_IPV6, false, true, true, 0, false),
                of(push, ZMQ.ZMQ_PLAIN_SERVER, false, true, true, 0, false),
                of(push, ZMQ.ZMQ_PLAIN_USERNAME, null, "abc", "abc", ABC, "abc", null, null),
                of(push, ZMQ.ZMQ_PLAIN_PASSWORD, null, "abc", "abc", ABC, "abc", null, null),
                of(push, ZMQ.ZMQ_CURVE_SERVER, false, true, true, 0, false),
                of(push, ZMQ.ZMQ_CURVE_PUBLICKEY, NO_KEY, KEY, KEY),
                of(push, ZMQ.ZMQ_CURVE_SECRETKEY, NO_KEY, KEY, KEY),
                of(push, ZMQ.ZMQ_CURVE_SERVERKEY, NO_KEY, KEY, KEY),
                of(ZMQ.ZMQ_DEALER, ZMQ.ZMQ_PROBE_ROUTER, false, true, true),
                of(ZMQ.ZMQ_REP, ZMQ.ZMQ_PROBE_ROUTER, false, true, true),
                of(ZMQ.ZMQ_REQ, ZMQ.ZMQ_REQ_CORRELATE, false, true, true),
                of(ZMQ.ZMQ_REQ, ZMQ.ZMQ_REQ_RELAXED, false, true, true),
                of(push, ZMQ.ZMQ_CONFLATE, false, true, true),
                of(push, ZMQ.ZMQ_ZAP_DOMAIN, "", "abc", "abc", ABC, "abc"),
                of(ZMQ.ZMQ_ROUTER, ZMQ.ZMQ_ROUTER_HANDOVER, false, true, true),
                of(push, ZMQ.ZMQ_TOS, 0, 16, 16),
                of(ZMQ.ZMQ_ROUTER, ZMQ.ZMQ_CONNECT_RID, NOTHING, ABC, ABC, "abc", ABC),
                of(push, ZMQ.ZMQ_GSSAPI_SERVER, false, true, true),
                of(push, ZMQ.ZMQ_GSSAPI_PRINCIPAL, null, "abc", "abc"),
                of(push, ZMQ.ZMQ_GSSAPI_SERVICE_PRINCIPAL, null, "abc", "abc"),
                of(push, ZMQ.ZMQ_GSSAPI_PLAINTEXT, false, true, true),
                of(push, ZMQ.ZMQ_HANDSHAKE_IVL, 30_000, 0, 0, 5, 5),
                of(push, ZMQ.ZMQ_SOCKS_PROXY, null, "127.0.0.1:1080", "127.0.0.1:1080", "", null, null, null),
                of(ZMQ.ZMQ_PUB, ZMQ.ZMQ_XPUB_NODROP, false, true, true),
                of(ZMQ.ZMQ_XPUB, ZMQ.ZMQ_XPUB_MANUAL, false, true, true),
                of(push, ZMQ.ZMQ_HEARTBEAT_IVL, 0, 5, 5),
                of(push, ZMQ.ZMQ_HEARTBEAT_TTL, 0, 255, 200, -1, 0, 65_535, 65_500),
                of(push, ZMQ.ZMQ_HEARTBEAT_TIMEOUT, -1, 0, 0, 5, 5),
                of(ZMQ.ZMQ_XPUB, ZMQ.ZMQ_XPUB_VERBOSER, false, true, true),
                of(push, ZMQ.ZMQ_HELLO_MSG, null, null, null, NOTHING, null),
                of(push, ZMQ.ZMQ_AS_TYPE, -1, 5, 5),
                of(push, ZMQ.ZMQ_DISCONNECT_MSG, null, null, null),
                of(push, ZMQ.ZMQ_HICCUP_MSG, null, null, null),
                of(push, ZMQ.ZMQ_SELFADDR_PROPERTY_NAME, null, "abc", "abc"),
                of(push, ZMQ.ZMQ_ENCODER, null, IEncoder.class, IEncoder.class),
                of(push, ZMQ.ZMQ_DECODER, null, IDecoder.class, IDecoder.class),
                of(push, ZMQ.ZMQ_MSG_ALLOCATION_HEAP_THRESHOLD, 1 << 20, 5, 5),
                of(push, ZMQ.ZMQ_HEARTBEAT_CONTEXT, NOTHING, ABC, ABC),
                of(push, ZMQ.ZMQ_IMMEDIATE, true, false, false, 1, true));
    }

    private static Arguments of(int type, int option, @Nullable Object byDefault, @Nullable Object... setAndGot) {
        return Arguments.of(type, option, byDefault, setAndGot);
    }

    @ParameterizedTest
    @MethodSource("settings")
    void anOptionIsWhatItWasSetTo(int type, int option, Object byDefault, Object[] setAndGot) {
        SocketBase socket = ctx.createSocket(type);
        assertThat(socket.getSocketOptx(option)).isEqualTo(byDefault);
        for (int i = 0; i < setAndGot.length; i += 2) {
            assertThat(socket.setSocketOpt(option, setAndGot[i])).isTrue();
            assertThat(socket.errno()).isZero();
            Object got = socket.getSocketOptx(option);
            assertThat(got).isEqualTo(setAndGot[i + 1]);
            if (got instanceof Integer number) {
                assertThat(socket.getSocketOpt(option)).isEqualTo(number);
            }
            if (got instanceof Boolean flag) {
                assertThat(socket.getSocketOpt(option)).isEqualTo(flag ? 1 : 0);
            }
        }
        socket.close();
    }

    @Test
    void everyNumberOfJeroMqIsKnown() throws IllegalAccessException {
        Set<Integer> tried = new TreeSet<>();
        settings().forEach(each -> tried.add((Integer) each.get()[1]));
        // Those that have tests of their own.
        tried.addAll(Set.of(
                ZMQ.ZMQ_SUBSCRIBE,
                ZMQ.ZMQ_UNSUBSCRIBE,
                ZMQ.ZMQ_RCVMORE,
                ZMQ.ZMQ_FD,
                ZMQ.ZMQ_EVENTS,
                ZMQ.ZMQ_TYPE,
                ZMQ.ZMQ_LAST_ENDPOINT,
                ZMQ.ZMQ_MECHANISM,
                ZMQ.ZMQ_MSG_ALLOCATOR,
                ZMQ.ZMQ_SELECTOR_PROVIDERCHOOSER));
        Set<Integer> there = new TreeSet<>();
        for (Field field : ZMQ.class.getFields()) {
            if (Modifier.isStatic(field.getModifiers())
                    && field.getType() == int.class
                    && isOption(field.getName(), field.getInt(null))) {
                there.add(field.getInt(null));
            }
        }
        assertThat(tried).isEqualTo(there);
    }

    /** Among the constants with the prefix ZMQ_; below the first option's number stand other things. */
    private static boolean isOption(String name, int value) {
        return name.startsWith("ZMQ_")
                && value >= ZMQ.ZMQ_AFFINITY
                && !name.matches("ZMQ_(EVENT_|PROTOCOL_|VERSION_|POLL).*|ZMQ_(BLOCKY|MAX_SOCKETS_DFLT|IO_THREADS.*)")
                && !name.matches(
                        "ZMQ_(REP|DEALER|XREQ|ROUTER|XREP|PULL|PUSH|XPUB|XSUB|STREAM|SERVER|CLIENT|RADIO|DISH)")
                && !name.matches("ZMQ_(CHANNEL|PEER|RAW|SCATTER|GATHER)");
    }

    @Test
    void valuesOutOfRangeAreIllegal() {
        SocketBase socket = ctx.createSocket(ZMQ.ZMQ_DEALER);
        refuses(socket, ZMQ.ZMQ_SNDHWM, -1);
        refuses(socket, ZMQ.ZMQ_RCVHWM, -1);
        refuses(socket, ZMQ.ZMQ_RECONNECT_IVL, -2);
        refuses(socket, ZMQ.ZMQ_RECONNECT_IVL_MAX, -1);
        refuses(socket, ZMQ.ZMQ_HANDSHAKE_IVL, -1);
        refuses(socket, ZMQ.ZMQ_HEARTBEAT_IVL, -1);
        refuses(socket, ZMQ.ZMQ_HEARTBEAT_TIMEOUT, -1);
        refuses(socket, ZMQ.ZMQ_HEARTBEAT_TTL, -100);
        refuses(socket, ZMQ.ZMQ_HEARTBEAT_TTL, 6_553_600);
        refuses(socket, ZMQ.ZMQ_TCP_KEEPALIVE, 2);
        refuses(socket, ZMQ.ZMQ_TOS, 256);
        refuses(socket, ZMQ.ZMQ_IDENTITY, new byte[256]);
        refuses(socket, ZMQ.ZMQ_IDENTITY, new byte[] {0, 1});
        refuses(socket, ZMQ.ZMQ_ZAP_DOMAIN, "d".repeat(256));
        assertThat((byte[]) socket.getSocketOptx(ZMQ.ZMQ_IDENTITY)).isEmpty();
        assertThat(socket.getSocketOptx(ZMQ.ZMQ_ZAP_DOMAIN)).isEqualTo("");
        socket.close();
    }

    @Test
    void valuesOfAnotherKindAreIllegal() {
        SocketBase socket = ctx.createSocket(ZMQ.ZMQ_DEALER);
        refuses(socket, ZMQ.ZMQ_LINGER, "1");
        refuses(socket, ZMQ.ZMQ_LINGER, null);
        refuses(socket, ZMQ.ZMQ_LINGER, 1L << 40);
        refuses(socket, ZMQ.ZMQ_AFFINITY, true);
        refuses(socket, ZMQ.ZMQ_IPV6, "true");
        refuses(socket, ZMQ.ZMQ_IDENTITY, 5);
        refuses(socket, ZMQ.ZMQ_ZAP_DOMAIN, null);
        socket.close();
    }

    @Test
    void numbersThatAreNoOptionsOrCannotBeSet() {
        SocketBase socket = ctx.createSocket(ZMQ.ZMQ_PUSH);
        for (int option : new int[] {-1, 3, 10, 99, 1007}) {
            assertThatThrownBy(() -> socket.getSocketOptx(option)).isInstanceOf(IllegalArgumentException.class);
            refuses(socket, option, 1);
        }
        for (int option : new int[] {ZMQ.ZMQ_RCVMORE, ZMQ.ZMQ_FD, ZMQ.ZMQ_EVENTS, ZMQ.ZMQ_TYPE, ZMQ.ZMQ_MECHANISM}) {
            refuses(socket, option, 1);
        }
        refuses(socket, ZMQ.ZMQ_SUBSCRIBE, ABC);
        refuses(socket, ZMQ.ZMQ_ROUTER_MANDATORY, true);
        refuses(socket, ZMQ.ZMQ_REQ_RELAXED, true);
        assertThatThrownBy(() -> socket.getSocketOpt(ZMQ.ZMQ_IDENTITY)).isInstanceOf(IllegalArgumentException.class);
        socket.close();
    }

    private static void refuses(SocketBase socket, int option, @Nullable Object value) {
        assertThatThrownBy(() -> socket.setSocketOpt(option, value))
                .as("%d = %s", option, value)
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatThereIsNotSaysSo() {
        SocketBase socket = ctx.createSocket(ZMQ.ZMQ_ROUTER);
        for (Object[] each : new Object[][] {
            {ZMQ.ZMQ_ROUTER_RAW, true},
            {ZMQ.ZMQ_TCP_ACCEPT_FILTER, "127.0.0.1"}
        }) {
            assertThatThrownBy(() -> socket.setSocketOpt((Integer) each[0], each[1]))
                    .isInstanceOfSatisfying(
                            ZMQException.class,
                            e -> assertThat(e.getErrorCode()).isEqualTo(ZError.ENOTSUP))
                    .hasMessageContaining("zmq4j has no");
        }
        socket.close();
    }

    @Test
    void whatIsSaidWhenAPeerComesOrGoesIsKeptAndTheSocketHasIt() {
        SocketBase router = ctx.createSocket(ZMQ.ZMQ_ROUTER);
        assertThat(router.setSocketOpt(ZMQ.ZMQ_HELLO_MSG, ABC)).isTrue();
        assertThat(router.setSocketOpt(ZMQ.ZMQ_DISCONNECT_MSG, new Msg(ABC))).isTrue();
        assertThat(((Msg) router.getSocketOptx(ZMQ.ZMQ_HELLO_MSG)).data()).isEqualTo(ABC);
        assertThat(router.socket().get(SocketOptions.HELLO_MSG)).isEqualTo(ABC);
        assertThat(router.socket().get(SocketOptions.DISCONNECT_MSG)).isEqualTo(ABC);
        assertThat(router.setSocketOpt(ZMQ.ZMQ_HELLO_MSG, null)).isTrue();
        assertThat(router.getSocketOptx(ZMQ.ZMQ_HELLO_MSG)).isNull();
        assertThat(router.socket().get(SocketOptions.HELLO_MSG)).isEmpty();
        router.close();
        SocketBase dealer = ctx.createSocket(ZMQ.ZMQ_DEALER);
        assertThat(dealer.setSocketOpt(ZMQ.ZMQ_HICCUP_MSG, "abc")).isTrue();
        assertThat(dealer.socket().get(SocketOptions.HICCUP_MSG)).isEqualTo(ABC);
        refuses(dealer, ZMQ.ZMQ_HELLO_MSG, 5);
        dealer.close();
    }

    @Test
    void theSocketItselfHasThem() {
        SocketBase dealer = ctx.createSocket(ZMQ.ZMQ_DEALER);
        assertThat(dealer.setSocketOpt(ZMQ.ZMQ_SNDHWM, 5)).isTrue();
        assertThat(dealer.setSocketOpt(ZMQ.ZMQ_LINGER, 70)).isTrue();
        assertThat(dealer.setSocketOpt(ZMQ.ZMQ_RECONNECT_IVL, -1)).isTrue();
        assertThat(dealer.setSocketOpt(ZMQ.ZMQ_IMMEDIATE, false)).isTrue();
        assertThat(dealer.setSocketOpt(ZMQ.ZMQ_IPV4ONLY, false)).isTrue();
        assertThat(dealer.setSocketOpt(ZMQ.ZMQ_IDENTITY, "abc")).isTrue();
        assertThat(dealer.setSocketOpt(ZMQ.ZMQ_MAXMSGSIZE, 70L)).isTrue();
        assertThat(dealer.setSocketOpt(ZMQ.ZMQ_HEARTBEAT_IVL, 70)).isTrue();
        assertThat(dealer.socket().get(SocketOptions.SNDHWM)).isEqualTo(5);
        assertThat(dealer.socket().get(SocketOptions.LINGER)).isEqualTo(Duration.ofMillis(70));
        assertThat(dealer.socket().get(SocketOptions.RECONNECT_IVL)).isEqualTo(SocketOptions.FOREVER);
        assertThat(dealer.socket().get(SocketOptions.IMMEDIATE)).isTrue();
        assertThat(dealer.socket().get(SocketOptions.IPV6)).isTrue();
        assertThat(dealer.socket().get(SocketOptions.ROUTING_ID)).isEqualTo(ABC);
        assertThat(dealer.socket().get(SocketOptions.MAXMSGSIZE)).isEqualTo(70);
        assertThat(dealer.socket().get(SocketOptions.HEARTBEAT_IVL)).isEqualTo(Duration.ofMillis(70));
        assertThat(dealer.setSocketOpt(ZMQ.ZMQ_DELAY_ATTACH_ON_CONNECT, false)).isTrue();
        assertThat(dealer.socket().get(SocketOptions.IMMEDIATE)).isFalse();
        dealer.close();
    }

    @Test
    void whatASocketIs() {
        SocketBase push = ctx.createSocket(ZMQ.ZMQ_PUSH);
        assertThat(push.getSocketOpt(ZMQ.ZMQ_TYPE)).isEqualTo(ZMQ.ZMQ_PUSH);
        assertThat(push.getSocketOptx(ZMQ.ZMQ_LAST_ENDPOINT)).isNull();
        assertThat(push.bind("tcp://*:*")).isTrue();
        assertThat((String) push.getSocketOptx(ZMQ.ZMQ_LAST_ENDPOINT)).matches("tcp://0\\.0\\.0\\.0:[0-9]+");
        assertThat(push.bind("inproc://name")).isTrue();
        assertThat(push.getSocketOptx(ZMQ.ZMQ_LAST_ENDPOINT)).isEqualTo("inproc://name");
        assertThat(push.typeString()).isEqualTo("PUSH");
        assertThat(push).hasToString("Push[1]");
        push.close();
    }

    @Test
    void topicsOfASub() {
        try (var pair = SocketPair.inproc(ZMQ.ZMQ_PUB, ZMQ.ZMQ_SUB)) {
            assertThat(pair.connected.setSocketOpt(ZMQ.ZMQ_SUBSCRIBE, "b")).isTrue();
            assertThat(pair.connected.setSocketOpt(ZMQ.ZMQ_SUBSCRIBE, new byte[] {'a'}))
                    .isTrue();
            Within.until(() ->
                    pair.bound.send("a".getBytes(UTF_8), 0) && pair.connected.recvBytes(ZMQ.ZMQ_DONTWAIT) != null);
            assertThat(pair.connected.setSocketOpt(ZMQ.ZMQ_UNSUBSCRIBE, "a")).isTrue();
        }
    }

    @Test
    void topicsOfAnXPubThatDecides() {
        try (var pair = SocketPair.inproc(ZMQ.ZMQ_XPUB, ZMQ.ZMQ_SUB)) {
            refuses(pair.bound, ZMQ.ZMQ_SUBSCRIBE, ABC);
            assertThat(pair.bound.setSocketOpt(ZMQ.ZMQ_XPUB_MANUAL, true)).isTrue();
            assertThat(pair.connected.setSocketOpt(ZMQ.ZMQ_SUBSCRIBE, "")).isTrue();
            assertThat(pair.bound.recvBytes(0)).isEqualTo(new byte[] {1});
            assertThat(pair.bound.setSocketOpt(ZMQ.ZMQ_SUBSCRIBE, "abc")).isTrue();
            assertThat(pair.bound.send("other".getBytes(UTF_8), 0)).isTrue();
            assertThat(pair.bound.send(ABC, 0)).isTrue();
            assertThat(pair.connected.setSocketOpt(ZMQ.ZMQ_RCVTIMEO, 20_000)).isTrue();
            assertThat(pair.connected.recvBytes(0)).isEqualTo(ABC);
        }
    }

    @Test
    void keysOfCurve() {
        SocketBase push = ctx.createSocket(ZMQ.ZMQ_PUSH);
        CurveKeyPair pair = CurveKeyPair.generate();
        String z85 = pair.publicKey().toString();
        assertThat(push.setSocketOpt(ZMQ.ZMQ_CURVE_SERVERKEY, z85)).isTrue();
        assertThat(push.getSocketOptx(ZMQ.ZMQ_CURVE_SERVERKEY))
                .isEqualTo(pair.publicKey().toBytes());
        assertThat(push.getSocketOptx(ZMQ.ZMQ_MECHANISM)).isEqualTo(Mechanisms.CURVE);
        assertThat(push.setSocketOpt(ZMQ.ZMQ_CURVE_PUBLICKEY, z85.getBytes(UTF_8)))
                .isTrue();
        assertThat(push.getSocketOptx(ZMQ.ZMQ_CURVE_PUBLICKEY))
                .isEqualTo(pair.publicKey().toBytes());
        for (Object bad : new Object[] {"", "short", new byte[31], new byte[40], 5}) {
            assertThat(push.setSocketOpt(ZMQ.ZMQ_CURVE_SECRETKEY, bad)).isFalse();
            assertThat(push.errno()).isEqualTo(ZError.EINVAL);
        }
        assertThat(push.setSocketOpt(ZMQ.ZMQ_CURVE_SECRETKEY, null)).isFalse();
        push.close();
    }

    @Test
    void curveProtectsWhatIsSent() {
        CurveKeyPair server = CurveKeyPair.generate();
        CurveKeyPair client = CurveKeyPair.generate();
        SocketBase pull = ctx.createSocket(ZMQ.ZMQ_PULL);
        assertThat(pull.setSocketOpt(ZMQ.ZMQ_CURVE_SERVER, true)).isTrue();
        assertThat(pull.setSocketOpt(ZMQ.ZMQ_CURVE_SECRETKEY, server.secretKey()))
                .isTrue();
        assertThat(pull.bind("tcp://127.0.0.1:*")).isTrue();
        SocketBase push = ctx.createSocket(ZMQ.ZMQ_PUSH);
        assertThat(push.setSocketOpt(ZMQ.ZMQ_LINGER, 0)).isTrue();
        assertThat(push.setSocketOpt(ZMQ.ZMQ_CURVE_SECRETKEY, client.secretKey()))
                .isTrue();
        assertThat(push.setSocketOpt(ZMQ.ZMQ_CURVE_PUBLICKEY, client.publicKey().toBytes()))
                .isTrue();
        assertThat(push.setSocketOpt(ZMQ.ZMQ_CURVE_SERVERKEY, server.publicKey().toString()))
                .isTrue();
        assertThat(push.connect((String) pull.getSocketOptx(ZMQ.ZMQ_LAST_ENDPOINT)))
                .isTrue();
        assertThat(push.send(ABC, 0)).isTrue();
        assertThat(pull.setSocketOpt(ZMQ.ZMQ_RCVTIMEO, 20_000)).isTrue();
        assertThat(pull.recvBytes(0)).isEqualTo(ABC);
        assertThat(pull.socket().get(SocketOptions.SECURITY).mechanism()).isEqualTo("CURVE");
        push.close();
        pull.close();
    }

    @Test
    void theServerOfCurveHasItsKeysWhateverIsSetFirst() {
        SocketBase pull = ctx.createSocket(ZMQ.ZMQ_PULL);
        assertThat(pull.setSocketOpt(ZMQ.ZMQ_CURVE_SECRETKEY, KEY)).isTrue();
        assertThat(pull.setSocketOpt(ZMQ.ZMQ_CURVE_SERVER, true)).isTrue();
        assertThat(pull.bind("tcp://127.0.0.1:*")).isTrue();
        assertThat(pull.getSocketOptx(ZMQ.ZMQ_CURVE_SERVER)).isEqualTo(true);
        pull.close();
    }

    @Test
    void extensionsAreKeptAndGivenBack() {
        SocketBase push = ctx.createSocket(ZMQ.ZMQ_PUSH);
        MsgAllocator allocator = Msg::new;
        SelectorProviderChooser chooser = (address, options) -> SelectorProvider.provider();
        assertThat(push.setSocketOpt(ZMQ.ZMQ_MSG_ALLOCATOR, allocator)).isTrue();
        assertThat(push.getSocketOptx(ZMQ.ZMQ_MSG_ALLOCATOR)).isSameAs(allocator);
        assertThat(push.setSocketOpt(ZMQ.ZMQ_SELECTOR_PROVIDERCHOOSER, chooser)).isTrue();
        assertThat(push.getSocketOptx(ZMQ.ZMQ_SELECTOR_PROVIDERCHOOSER)).isSameAs(chooser);
        assertThat(push.setSocketOpt(ZMQ.ZMQ_MSG_ALLOCATOR, 5)).isFalse();
        assertThat(push.errno()).isEqualTo(ZError.EINVAL);
        refuses(push, ZMQ.ZMQ_MSG_ALLOCATOR, "no.such.Class");
        refuses(push, ZMQ.ZMQ_ENCODER, String.class);
        push.close();
    }

    @Test
    void optionsWithoutASocketKeepTheirValues() {
        var options = new Options();
        assertThat(options.setSocketOpt(ZMQ.ZMQ_LINGER, 5)).isTrue();
        assertThat(options.linger).isEqualTo(5);
        assertThat(options.getSocketOpt(ZMQ.ZMQ_LINGER)).isEqualTo(5);
        assertThat(options.setSocketOpt(ZMQ.ZMQ_CURVE_SECRETKEY, "short")).isFalse();
        assertThat(options.errno.get()).isEqualTo(ZError.EINVAL);
    }
}
