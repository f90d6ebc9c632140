package org.zeromq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zeromq.ZMQ.Socket;

/** What is set under one name is got under that name and under the others that it has. */
@SuppressWarnings("deprecation")
class SocketOptionsTest {
    private final Stage stage = new Stage();

    @AfterEach
    void close() {
        stage.close();
    }

    /** Setters and getters of one option, two values to set, and what the getters give for each. */
    private record Option<V>(
            List<BiFunction<Socket, V, Boolean>> setters, List<Function<Socket, Object>> getters, V one, V other) {}

    @SafeVarargs
    @SuppressWarnings("varargs")
    private static <V> List<BiFunction<Socket, V, Boolean>> sets(BiFunction<Socket, V, Boolean>... setters) {
        return List.of(setters);
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private static List<Function<Socket, Object>> gets(Function<Socket, Object>... getters) {
        return List.of(getters);
    }

    static Stream<Option<?>> options() {
        byte[] id = {1, 2};
        byte[] key = new byte[ZMQ.Curve.KEY_SIZE];
        return Stream.of(
                new Option<Integer>(
                        sets(
                                Socket::setSndHWM,
                                (s, v) -> s.setSndHWM((long) v),
                                Socket::setHWM,
                                (s, v) -> s.setHWM((long) v)),
                        gets(Socket::getSndHWM),
                        5,
                        6),
                new Option<Integer>(
                        sets(Socket::setRcvHWM, (s, v) -> s.setRcvHWM((long) v), Socket::setHWM),
                        gets(Socket::getRcvHWM),
                        5,
                        6),
                new Option<Integer>(
                        sets(Socket::setLinger, (s, v) -> s.setLinger((long) v)), gets(Socket::getLinger), 5, -1),
                new Option<Integer>(sets(Socket::setSendTimeOut), gets(Socket::getSendTimeOut), 5, -1),
                new Option<Integer>(sets(Socket::setReceiveTimeOut), gets(Socket::getReceiveTimeOut), 5, -1),
                new Option<Long>(sets(Socket::setMaxMsgSize), gets(Socket::getMaxMsgSize), 5L, -1L),
                new Option<Integer>(
                        sets(Socket::setReconnectIVL, (s, v) -> s.setReconnectIVL((long) v)),
                        gets(Socket::getReconnectIVL),
                        5,
                        6),
                new Option<Integer>(
                        sets(Socket::setReconnectIVLMax, (s, v) -> s.setReconnectIVLMax((long) v)),
                        gets(Socket::getReconnectIVLMax),
                        500,
                        600),
                new Option<Integer>(
                        sets(Socket::setBacklog, (s, v) -> s.setBacklog((long) v)), gets(Socket::getBacklog), 5, 6),
                new Option<Integer>(sets(Socket::setHandshakeIvl), gets(Socket::getHandshakeIvl), 500, 600),
                new Option<Integer>(sets(Socket::setHeartbeatIvl), gets(Socket::getHeartbeatIvl), 500, 600),
                new Option<Integer>(sets(Socket::setHeartbeatTimeout), gets(Socket::getHeartbeatTimeout), 500, 600),
                new Option<Integer>(sets(Socket::setHeartbeatTtl), gets(Socket::getHeartbeatTtl), 500, 600),
                new Option<byte[]>(
                        sets(Socket::setHeartbeatContext), gets(Socket::getHeartbeatContext), id, new byte[0]),
                new Option<Integer>(sets(Socket::setTos), gets(Socket::getTos), 4, 8),
                new Option<Integer>(
                        sets(Socket::setSendBufferSize, (s, v) -> s.setSendBufferSize((long) v)),
                        gets(Socket::getSendBufferSize),
                        5000,
                        6000),
                new Option<Integer>(
                        sets(Socket::setReceiveBufferSize, (s, v) -> s.setReceiveBufferSize((long) v)),
                        gets(Socket::getReceiveBufferSize),
                        5000,
                        6000),
                new Option<Integer>(
                        sets(Socket::setTCPKeepAlive, (s, v) -> s.setTCPKeepAlive((long) v)),
                        gets(Socket::getTCPKeepAlive),
                        1,
                        0),
                new Option<Long>(sets(Socket::setTCPKeepAliveCount), gets(Socket::getTCPKeepAliveCount), 5L, 6L),
                new Option<Long>(sets(Socket::setTCPKeepAliveIdle), gets(Socket::getTCPKeepAliveIdle), 5L, 6L),
                new Option<Long>(sets(Socket::setTCPKeepAliveInterval), gets(Socket::getTCPKeepAliveInterval), 5L, 6L),
                new Option<Boolean>(
                        sets(Socket::setConflate), gets(Socket::isConflate, Socket::getConflate), true, false),
                new Option<Boolean>(
                        sets(Socket::setIPv6, (s, v) -> s.setIPv4Only(!v)),
                        gets(Socket::isIPv6, Socket::getIPv6, s -> !s.getIPv4Only()),
                        true,
                        false),
                new Option<Boolean>(
                        sets(Socket::setImmediate, (s, v) -> s.setDelayAttachOnConnect(!v)),
                        gets(Socket::isImmediate, Socket::getImmediate, s -> !s.getDelayAttachOnConnect()),
                        true,
                        false),
                new Option<Boolean>(
                        sets(Socket::setPlainServer, Socket::setAsServerPlain),
                        gets(Socket::getPlainServer, Socket::isAsServerPlain, Socket::getAsServerPlain),
                        true,
                        false),
                new Option<Boolean>(
                        sets(Socket::setCurveServer, Socket::setAsServerCurve),
                        gets(Socket::getCurveServer, Socket::isAsServerCurve, Socket::getAsServerCurve),
                        true,
                        false),
                new Option<byte[]>(sets(Socket::setIdentity), gets(Socket::getIdentity), id, new byte[0]),
                new Option<byte[]>(sets(Socket::setCurvePublicKey), gets(Socket::getCurvePublicKey), key, key),
                new Option<byte[]>(sets(Socket::setCurveSecretKey), gets(Socket::getCurveSecretKey), key, key),
                new Option<byte[]>(sets(Socket::setCurveServerKey), gets(Socket::getCurveServerKey), key, key),
                new Option<String>(
                        sets(
                                Socket::setZapDomain,
                                Socket::setZAPDomain,
                                (s, v) -> s.setZapDomain(v.getBytes(ZMQ.CHARSET)),
                                (s, v) -> s.setZAPDomain(v.getBytes(ZMQ.CHARSET))),
                        gets(Socket::getZapDomain, Socket::getZAPDomain),
                        "one",
                        "other"),
                new Option<String>(
                        sets(Socket::setPlainUsername, (s, v) -> s.setPlainUsername(v.getBytes(ZMQ.CHARSET))),
                        gets(Socket::getPlainUsername),
                        "one",
                        "other"),
                new Option<String>(
                        sets(Socket::setPlainPassword, (s, v) -> s.setPlainPassword(v.getBytes(ZMQ.CHARSET))),
                        gets(Socket::getPlainPassword),
                        "one",
                        "other"),
                new Option<Integer>(
                        sets(Socket::setMsgAllocationHeapThreshold),
                        gets(Socket::getMsgAllocationHeapThreshold),
                        5,
                        6));
    }

    @ParameterizedTest
    @MethodSource("options")
    <V> void whatIsSetIsGot(Option<V> option) {
        for (BiFunction<Socket, V, Boolean> setter : option.setters()) {
            Socket socket = stage.open(SocketType.DEALER);
            for (V value : List.of(option.one(), option.other())) {
                assertThat(setter.apply(socket, value)).isTrue();
                for (Function<Socket, Object> getter : option.getters()) {
                    assertThat(getter.apply(socket)).isEqualTo(value);
                }
            }
        }
    }

    @Test
    void whatThereIsNotCannotBeSet() {
        Socket socket = stage.open(SocketType.PUB);
        assertThat(socket.getHWM()).isEqualTo(-1);
        assertThat(socket.getSwap()).isEqualTo(-1);
        assertThat(socket.hasMulticastLoop()).isFalse();
        assertThat(socket.getRate()).isEqualTo(zmq.ZMQ.DEFAULT_RATE);
        assertThat(socket.getRecoveryInterval()).isEqualTo(zmq.ZMQ.DEFAULT_RECOVERY_IVL);
        assertThat(socket.getMulticastHops()).isEqualTo(zmq.ZMQ.DEFAULT_MULTICAST_HOPS);
        assertUnsupported(() -> socket.setSwap(1));
        assertUnsupported(() -> socket.setRate(1));
        assertUnsupported(() -> socket.setRecoveryInterval(1));
        assertUnsupported(() -> socket.setMulticastHops(1));
        assertUnsupported(() -> socket.setMulticastLoop(true));
        assertUnsupported(socket::getReqRelaxed);
        assertUnsupported(socket::getReqCorrelate);
    }

    private static void assertUnsupported(Runnable use) {
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(use::run)
                .withMessageMatching(".+");
    }

    @Test
    void optionsThatAreOnlySet() {
        Socket router = stage.open(SocketType.ROUTER);
        assertThat(router.setRouterMandatory(true)).isTrue();
        assertThat(router.setRouterHandover(true)).isTrue();
        assertThat(router.setProbeRouter(true)).isTrue();
        assertThat(router.setConnectRid("peer")).isTrue();
        assertThat(router.setConnectRid(new byte[] {1})).isTrue();
        Socket req = stage.open(SocketType.REQ);
        assertThat(req.setReqRelaxed(true)).isTrue();
        assertThat(req.setReqCorrelate(true)).isTrue();
        Socket xpub = stage.open(SocketType.XPUB);
        assertThat(xpub.setXpubVerbose(true)).isTrue();
        assertThat(xpub.setXpubVerboser(true)).isTrue();
        assertThat(xpub.setXpubManual(true)).isTrue();
        assertThat(xpub.setXpubNoDrop(true)).isTrue();
        Socket sub = stage.open(SocketType.SUB);
        assertThat(sub.subscribe("topic")).isTrue();
        assertThat(sub.subscribe(ZMQ.SUBSCRIPTION_ALL)).isTrue();
        assertThat(sub.unsubscribe("topic")).isTrue();
        assertThat(sub.unsubscribe(ZMQ.SUBSCRIPTION_ALL)).isTrue();
    }

    @Test
    void theMechanismFollowsFromTheOptions() {
        Socket socket = stage.open(SocketType.DEALER);
        assertThat(socket.getMechanism()).isEqualTo(Socket.Mechanism.NULL);
        socket.setPlainServer(true);
        assertThat(socket.getMechanism()).isEqualTo(Socket.Mechanism.PLAIN);
        socket.setCurveServer(true);
        assertThat(socket.getMechanism()).isEqualTo(Socket.Mechanism.CURVE);
    }
}
