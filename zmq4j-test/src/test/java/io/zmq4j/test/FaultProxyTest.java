package io.zmq4j.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.test.FaultProxy.Direction;
import io.zmq4j.testkit.Ports;
import io.zmq4j.testkit.RawListener;
import io.zmq4j.testkit.RawPeer;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass
@ValueSource(strings = {"tcp", "ipc"})
class FaultProxyTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration BRIEFLY = Duration.ofMillis(50);

    private final RawListener target;
    private final FaultProxy proxy;

    FaultProxyTest(String transport) {
        target = transport.equals("tcp") ? RawListener.tcp() : RawListener.ipc();
        proxy = FaultProxy.to(target.endpoint());
    }

    private RawPeer client;
    private RawPeer server;

    @BeforeEach
    void connect() {
        client = RawPeer.connect(proxy.uri());
        server = target.accept();
    }

    @AfterEach
    void close() {
        client.close();
        server.close();
        proxy.close();
        target.close();
    }

    @Test
    void forwardsBothWays() {
        client.send("01 02");
        server.expect("01 02");
        server.send("03");
        client.expect("03");
        assertThat(proxy.accepted()).isOne();
    }

    @Test
    void forwardsAnEnd() {
        client.halfClose();
        server.expectClosed(SOON);
        server.send("04");
        client.expect("04");
        server.close();
        client.expectClosed(SOON);
    }

    @Test
    void aStallDelaysAndLosesNothing() {
        proxy.stall();
        client.send("05");
        server.expectSilence(BRIEFLY);

        proxy.resume();
        server.expect("05");
    }

    @Test
    void aStallHoldsBackAnEndAsWell() {
        proxy.stall();
        client.halfClose();
        server.expectSilence(BRIEFLY);

        proxy.resume();
        server.expectClosed(SOON);
    }

    @Test
    void aCutEndsBothSides() {
        proxy.cut();
        client.expectClosed(SOON);
        server.expectClosed(SOON);
    }

    @Test
    void aStalledConnectionCanBeCut() {
        proxy.stall();
        client.send("06");
        proxy.cut();
        client.expectClosed(SOON);
        assertThat(server.expectClosed(SOON)).isEmpty();
    }

    @Test
    void aResetEndsBothSides() {
        proxy.reset();
        if (proxy.uri().startsWith("tcp")) {
            client.expectReset(SOON);
            server.expectReset(SOON);
        } else {
            client.expectClosed(SOON);
            server.expectClosed(SOON);
        }
    }

    @Test
    void splitBytesArriveAllTheSame() {
        proxy.split();
        client.send(new byte[1000]);
        server.expect(new byte[1000]);
    }

    @Test
    void aThrottleKeepsToItsRate() {
        proxy.throttle(10_000);
        long start = System.nanoTime();
        client.send(new byte[2_000]);
        server.expect(new byte[2_000]);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(150));
    }

    @Test
    void oneByteIsFlippedInOneDirection() {
        proxy.flipByte(Direction.TO_TARGET, 2);
        try (var second = RawPeer.connect(proxy.uri());
                var secondServer = target.accept()) {
            second.sendSlowly(new byte[] {0, 1, 2, 3});
            secondServer.expect("00 01 fd 03");
            secondServer.send("00 01 02 03");
            second.expect("00 01 02 03");
        }
    }

    @Test
    void refusesUntilItAdmitsAgain() {
        proxy.refuse();
        assertThatThrownBy(() -> RawPeer.connect(proxy.uri())).isInstanceOf(UncheckedIOException.class);
        client.send("07");
        server.expect("07");

        proxy.admit();
        try (var second = RawPeer.connect(proxy.uri());
                var secondServer = target.accept()) {
            second.send("08");
            secondServer.expect("08");
        }
    }

    @Test
    void aDelayIsForBothWays() {
        proxy.delay(Duration.ofMillis(100));
        long start = System.nanoTime();
        client.send("09");
        server.expect("09");
        server.send("0a");
        client.expect("0a");

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(190));
    }

    @Test
    void aHalfOpenConnectionEndsForTheTargetAlone() {
        proxy.halfOpen();
        server.expectClosed(SOON);
        client.send(new byte[1_000_000]);
        client.expectSilence(BRIEFLY);

        proxy.cut();
        client.expectClosed(SOON);
    }

    @Test
    void garbageComesOnBothSidesAndTheConnectionStays() {
        proxy.garbage();
        byte[] garbage = new byte[64];
        Arrays.fill(garbage, (byte) 0xEE);
        server.expect(garbage);
        client.expect(garbage);

        client.send("0b");
        server.expect("0b");
    }

    @Test
    void aTargetThatIsNotThereEndsTheConnection() {
        boolean ipc = proxy.uri().startsWith("ipc");
        try (var toNobody = FaultProxy.to(ipc ? Ports.ipcEndpoint() : Ports.tcpEndpoint());
                var visitor = RawPeer.connect(toNobody.uri())) {
            visitor.expectClosed(SOON);
            assertThat(toNobody.accepted()).isZero();
        }
    }

    @Test
    void toListenTwiceIsToListen() {
        proxy.admit();
        client.send("0c");
        server.expect("0c");
    }

    @Test
    void whatIsNotAllowedIsNamed() {
        assertThatThrownBy(() -> FaultProxy.to("udp://127.0.0.1:1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("uri is udp://127.0.0.1:1: tcp://host:port or ipc:///path is allowed");
        assertThatThrownBy(() -> proxy.throttle(0)).hasMessage("bytesPerSecond is 0: 1 or more is allowed");
        assertThatThrownBy(() -> proxy.delay(Duration.ofMillis(-1)))
                .hasMessage("delay is PT-0.001S: zero or more is allowed");
        assertThatThrownBy(() -> FaultProxy.to(null)).hasMessage("uri");
    }
}
