package io.zmq4j.testkit;

import static io.zmq4j.testkit.Bytes.hex;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.testkit.FaultProxy.Direction;
import java.io.UncheckedIOException;
import java.time.Duration;
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
        proxy = FaultProxy.before(target.endpoint());
    }

    private RawPeer client;
    private RawPeer server;

    @BeforeEach
    void connect() {
        client = RawPeer.connect(proxy.endpoint());
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
    void aFreezeDelaysAndLosesNothing() {
        proxy.freeze();
        client.send("05");
        server.expectSilence(BRIEFLY);

        proxy.thaw();
        server.expect("05");
    }

    @Test
    void aFreezeHoldsBackAnEndAsWell() {
        proxy.freeze();
        client.halfClose();
        server.expectSilence(BRIEFLY);

        proxy.thaw();
        server.expectClosed(SOON);
    }

    @Test
    void aCutEndsBothSides() {
        proxy.cut();
        client.expectClosed(SOON);
        server.expectClosed(SOON);
    }

    @Test
    void aFrozenConnectionCanBeCut() {
        proxy.freeze();
        client.send("06");
        proxy.cut();
        client.expectClosed(SOON);
        assertThat(server.expectClosed(SOON)).isEmpty();
    }

    @Test
    void aResetEndsBothSides() {
        proxy.reset();
        if (proxy.endpoint().startsWith("tcp")) {
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
        try (var second = RawPeer.connect(proxy.endpoint());
                var secondServer = target.accept()) {
            second.sendSlowly(hex("00 01 02 03"));
            secondServer.expect("00 01 fd 03");
            secondServer.send("00 01 02 03");
            second.expect("00 01 02 03");
        }
    }

    @Test
    void refusesUntilItAdmitsAgain() {
        proxy.refuse();
        assertThatThrownBy(() -> RawPeer.connect(proxy.endpoint())).isInstanceOf(UncheckedIOException.class);
        client.send("07");
        server.expect("07");

        proxy.admit();
        try (var second = RawPeer.connect(proxy.endpoint());
                var secondServer = target.accept()) {
            second.send("08");
            secondServer.expect("08");
        }
    }
}
