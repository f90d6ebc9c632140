package io.zmq4j.zmtp.engine;

import static io.zmq4j.zmtp.engine.Octets.command;
import static io.zmq4j.zmtp.engine.Octets.concat;
import static io.zmq4j.zmtp.engine.Octets.header;
import static io.zmq4j.zmtp.engine.Octets.octets;
import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.zmtp.CloseReason;
import io.zmq4j.zmtp.SocketType;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** PING, PONG and the silence between them; time is turned by hand. */
class HeartbeatTest {
    private static final byte[] PING = command("PING", octets("00 00"));

    private static Side beating(int peerMinor, long interval, long ttl, long timeout) {
        Side side = Side.with(Side.heartbeat(
                SocketType.PULL, Duration.ofMillis(interval), Duration.ofMillis(ttl), Duration.ofMillis(timeout)));
        side.receive(concat(Octets.greeting(peerMinor), Octets.ready("PUSH")));
        side.transmit();
        return side;
    }

    private static Side silent() {
        return Side.ready(SocketType.PULL, "PUSH");
    }

    @Test
    @DisplayName("RFC 37: the peer MAY send a PING at any point after the security handshake is complete")
    void pingGoesOutAtEachInterval() {
        Side side = beating(1, 1000, 0, 0);
        assertThat(side.engine().nextTick()).isEqualTo(side.now + 1_000_000_000L);
        assertThat(side.tickAfter(999)).isNull();
        assertThat(side.transmit()).isEmpty();

        for (int i = 0; i < 3; i++) {
            assertThat(side.tickAfter(i == 0 ? 1 : 1000)).isNull();
            assertThat(side.transmit()).isEqualTo(PING);
        }
    }

    @ParameterizedTest
    @CsvSource({"0,0000", "99,0000", "100,0001", "1050,000a", "6553500,ffff", "9999999,ffff"})
    @DisplayName("RFC 37: ping-ttl is a 16-bit unsigned integer in network order, in tenths of seconds")
    void pingTellsOurTimeToLive(long millis, String ttl) {
        Side side = beating(1, 1000, millis, 0);
        side.tickAfter(1000);

        assertThat(side.transmit()).isEqualTo(command("PING", octets(ttl)));
    }

    @Test
    void noPingGoesToAPeerThatDoesNotKnowIt() {
        Side side = beating(0, 1000, 0, 1000);

        assertThat(side.engine().nextTick()).isEqualTo(Long.MAX_VALUE);
        assertThat(side.tickAfter(5000)).isNull();
        assertThat(side.transmit()).isEmpty();
    }

    @Test
    @DisplayName("E11, RFC 37: after a PING and no traffic within the timeout the connection SHOULD be dead")
    void silenceAfterAPingEndsTheConnection() {
        Side side = beating(1, 1000, 0, 500);
        side.tickAfter(1000);
        side.transmit();

        assertThat(side.engine().nextTick()).isEqualTo(side.now + 500_000_000L);
        assertThat(side.tickAfter(499)).isNull();
        assertThat(side.tickAfter(1)).isEqualTo(CloseReason.HEARTBEAT_TIMEOUT);
    }

    @Test
    void aTimeoutLongerThanTheIntervalRunsFromTheFirstUnansweredPing() {
        Side side = beating(1, 1000, 0, 2500);
        for (int i = 0; i < 3; i++) {
            assertThat(side.tickAfter(1000)).isNull();
            assertThat(side.transmit()).isEqualTo(PING);
        }

        assertThat(side.tickAfter(499)).isNull();
        assertThat(side.tickAfter(1)).isEqualTo(CloseReason.HEARTBEAT_TIMEOUT);
    }

    @Test
    @DisplayName("E10, RFC 37: any incoming traffic SHOULD be a sign of life: one byte of a long body is")
    void anyByteIsLife() {
        Side side = beating(1, 1000, 0, 500);
        side.receive(header(0, 1 << 30));
        for (int i = 0; i < 100; i++) {
            assertThat(side.tickAfter(1000)).isNull();
            side.transmit();
            side.now += 400_000_000L;
            side.receive(new byte[1]);
            assertThat(side.tickAfter(0)).isNull();
        }
    }

    @Test
    void aBodyReadDirectlyIsLifeToo() throws Exception {
        Side side = beating(1, 1000, 0, 500);
        side.receive(header(0, 1 << 20));
        side.tickAfter(1000);
        side.transmit();
        side.engine().receiveBody(ByteBuffer.allocate(1), side.now);

        assertThat(side.tickAfter(500)).isNull();
    }

    @Test
    void aPingThatCouldNotLeaveIsNotWaitedFor() {
        Side side = beating(1, 1000, 0, 500);
        side.tickAfter(1000);
        assertThat(side.tickAfter(500)).isNull();
        assertThat(side.tickAfter(500)).isNull();

        assertThat(side.transmit()).isEqualTo(PING);
        assertThat(side.tickAfter(499)).isNull();
        assertThat(side.tickAfter(1)).isEqualTo(CloseReason.HEARTBEAT_TIMEOUT);
    }

    @Test
    @DisplayName("RFC 37: a peer should not send more than a small number of PINGs: one waits at most")
    void pingsDoNotPileUp() {
        Side side = beating(1, 1000, 0, 0);
        for (int i = 0; i < 50; i++) {
            side.tickAfter(1000);
        }

        assertThat(side.transmit()).isEqualTo(PING);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 655, 656, 32767, 32768, 65535})
    @DisplayName("E6, RFC 37: a PING's TTL and then no traffic within it: the connection SHOULD be dead, exactly then")
    void timeToLiveIsKeptExactly(int deciseconds) {
        Side side = silent();
        side.receive(command("PING", octets("%04x".formatted(deciseconds))));

        assertThat(side.engine().nextTick()).isEqualTo(side.now + deciseconds * 100_000_000L);
        assertThat(side.tickAfter(deciseconds * 100L - 1)).isNull();
        assertThat(side.tickAfter(1)).isEqualTo(CloseReason.HEARTBEAT_TIMEOUT);
    }

    @Test
    @DisplayName("E6: a TTL of zero sets no timer")
    void timeToLiveOfZeroSaysNothing() {
        Side side = silent();
        side.receive(PING);

        assertThat(side.engine().nextTick()).isEqualTo(Long.MAX_VALUE);
        assertThat(side.tickAfter(10_000_000)).isNull();
    }

    @Test
    @DisplayName("E7: further traffic within the TTL keeps the connection, also in the same piece")
    void trafficWithinTheTimeToLiveKeepsTheConnection() {
        byte[] ping = command("PING", octets("00 01"));
        Side later = silent();
        later.receive(ping);
        later.receive(octets("00 00"));
        Side together = silent();
        together.receive(concat(ping, octets("00 00")));

        assertThat(later.tickAfter(100)).isNull();
        assertThat(together.tickAfter(100)).isNull();
    }

    @Test
    void silenceProvesNothingWhileWeDoNotRead() {
        Side waiting = beating(1, 1000, 0, 500);
        Side told = silent();
        told.receive(command("PING", octets("00 05")));
        waiting.tickAfter(1000);
        for (Side side : new Side[] {waiting, told}) {
            side.transmit();
            side.reading = false;
            assertThat(side.tickAfter(500)).isNull();
            assertThat(side.tickAfter(500)).isNull();
            side.transmit();

            side.reading = true;
            assertThat(side.tickAfter(499)).isNull();
            assertThat(side.tickAfter(1)).isEqualTo(CloseReason.HEARTBEAT_TIMEOUT);
        }
    }

    @Test
    void heartbeatTimeoutIsRetried() {
        assertThat(CloseReason.HEARTBEAT_TIMEOUT.retry()).isTrue();
    }

    @Test
    void theClockMayWrap() {
        Side side = beating(1, 1000, 0, 500);
        side.now = Long.MAX_VALUE - 300_000_000L;
        side.tickAfter(0);
        side.transmit();

        assertThat(side.tickAfter(499)).isNull();
        assertThat(side.tickAfter(1)).isEqualTo(CloseReason.HEARTBEAT_TIMEOUT);
    }

    @Test
    void aClosedEngineWantsNoTick() {
        Side side = beating(1, 1000, 0, 500);
        side.refusal(octets("ff"));

        assertThat(side.engine().nextTick()).isEqualTo(Long.MAX_VALUE);
    }
}
