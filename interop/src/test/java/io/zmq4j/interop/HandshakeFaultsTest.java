package io.zmq4j.interop;

import static io.zmq4j.event.SocketEvent.Type.HANDSHAKE_FAILED;
import static io.zmq4j.event.SocketEvent.Type.HANDSHAKE_SUCCEEDED;
import static io.zmq4j.options.SocketOptions.LINGER;
import static io.zmq4j.options.SocketOptions.RECONNECT_IVL;
import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.PushSocket;
import io.zmq4j.event.SocketEvent;
import io.zmq4j.test.FaultProxy;
import io.zmq4j.testkit.Bytes;
import io.zmq4j.testkit.Greeting;
import io.zmq4j.testkit.RawListener;
import io.zmq4j.testkit.RawPeer;
import io.zmq4j.zmtp.CloseReason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Peers that do not get through the handshake. */
class HandshakeFaultsTest {
    private static final Duration TIME_TO_CLOSE = Victim.HANDSHAKE_INTERVAL.plus(Victim.SLACK);

    @RegisterExtension
    final Rig rig = new Rig();

    static Stream<Arguments> stalls() {
        return Stream.of(
                Arguments.of("A1: nothing", new byte[0]),
                Arguments.of("A2: the first byte", Bytes.hex("FF")),
                Arguments.of("the signature", Bytes.hex("FF 0000000000000001 7F")),
                Arguments.of("A3: the greeting", Greeting.v31().encoded()),
                Arguments.of(
                        "the greeting and half a READY",
                        Bytes.concat(Greeting.v31().encoded(), Bytes.hex("04 19 05 52454144"))));
    }

    @ParameterizedTest(name = "{0}, then silence")
    @MethodSource("stalls")
    @DisplayName("A1, A2, A3: silence is closed at the handshake interval")
    void silenceIsClosedInTime(String name, byte[] before) {
        var victim = new Victim(rig);
        try (var visitor = victim.visitor()) {
            visitor.send(before);
            visitor.expectClosed(TIME_TO_CLOSE);
            victim.expectEnd(HANDSHAKE_FAILED, CloseReason.HANDSHAKE_TIMEOUT);
        }
        victim.expectUnharmed();
    }

    @Test
    @DisplayName("A4: the handshake interval is for the whole handshake, not for each byte")
    void dripsAreClosedInTime() {
        var victim = new Victim(rig);
        try (var proxy = FaultProxy.to(victim.endpoint());
                var visitor = RawPeer.connect(proxy.uri())) {
            proxy.throttle(100);
            visitor.send(Greeting.v31().encoded());
            victim.expectEnd(HANDSHAKE_FAILED, CloseReason.HANDSHAKE_TIMEOUT);
        }
        victim.expectUnharmed();
    }

    static Stream<Arguments> strangers() {
        var noise = new byte[64 * 1024];
        new Random(15).nextBytes(noise);
        return Stream.of(
                Arguments.of("HTTP", Bytes.utf8("GET / HTTP/1.1\r\nHost: localhost\r\nUser-Agent: curl/8.0\r\n\r\n")),
                Arguments.of("TLS", Bytes.concat(Bytes.hex("16 0301 00A5 01 0000A1 0303"), Arrays.copyOf(noise, 160))),
                Arguments.of("SSH", Bytes.utf8("SSH-2.0-OpenSSH_9.2p1 Debian-2\r\n")),
                Arguments.of("noise", noise),
                Arguments.of("zeros", new byte[64 * 1024]),
                Arguments.of("all bits set", allBitsSet()));
    }

    private static byte[] allBitsSet() {
        var bytes = new byte[64 * 1024];
        Arrays.fill(bytes, (byte) 0xFF);
        return bytes;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("strangers")
    @DisplayName("A15: other protocols are closed within the handshake interval")
    void strangersAreClosed(String name, byte[] bytes) {
        var victim = new Victim(rig);
        try (var visitor = victim.visitor()) {
            sendUnlessClosed(visitor, bytes);
            visitor.expectClosed(TIME_TO_CLOSE);
        }
        victim.expectUnharmed();
    }

    private static void sendUnlessClosed(RawPeer visitor, byte[] bytes) {
        try {
            visitor.send(bytes);
        } catch (UncheckedIOException closedBefore) {
            assertThat(closedBefore).hasCauseInstanceOf(IOException.class);
        }
    }

    @Test
    @DisplayName("A16: a socket that reached itself notices it and tries again")
    void aSelfConnectionIsNoticed() {
        PushSocket push = rig.context().push();
        push.set(LINGER, Duration.ZERO);
        push.set(RECONNECT_IVL, Duration.ofMillis(10));
        var reason = new CompletableFuture<CloseReason>();
        var unused = push.onEvent(event -> {
            if (event.reason() != null) {
                reason.complete(event.reason());
            }
        });
        String address = Transport.TCP.freshEndpoint().substring("tcp://".length());
        push.connect("tcp://" + address + ";" + address);
        assertThat(Rig.result(reason)).isEqualTo(CloseReason.SELF_CONNECTION);
    }

    @Test
    @DisplayName("A17: a server that hangs up at once, or after ten bytes, is tried again")
    void serversThatHangUpAreTriedAgain() {
        PushSocket push = rig.context().push();
        push.set(LINGER, Duration.ZERO);
        push.set(RECONNECT_IVL, Duration.ofMillis(10));
        var events = EventLog.of(push);
        try (var listener = RawListener.tcp()) {
            push.connect(listener.endpoint());
            for (int i = 0; i < 3; i++) {
                listener.accept().close();
                events.await(SocketEvent.Type.CONNECT_RETRIED);
                try (var server = listener.accept()) {
                    server.send(Arrays.copyOf(Greeting.v31().encoded(), 10));
                }
                events.await(SocketEvent.Type.CONNECT_RETRIED);
            }
            try (var server = listener.accept().handshake("PULL")) {
                events.await(HANDSHAKE_SUCCEEDED);
                Rig.send(push, "at last");
                assertThat(server.readFrame().text()).isEqualTo("at last");
            }
        }
    }

    @Test
    @DisplayName("A17: clients that hang up at once, or after ten bytes, do not disturb the listener")
    void clientsThatHangUpDoNotDisturb() {
        var victim = new Victim(rig);
        for (int i = 0; i < 50; i++) {
            victim.visitor().close();
            try (var visitor = victim.visitor()) {
                visitor.send(Arrays.copyOf(Greeting.v31().encoded(), 10));
            }
            victim.visitor().reset();
        }
        victim.expectUnharmed();
        Rig.awaitPeers(victim.pull(), 1);
    }
}
