package io.zmq4j.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.event.EndpointState;
import io.zmq4j.transport.OpenEndpoint;
import io.zmq4j.transport.WrittenStanding;
import org.junit.jupiter.api.Test;

/** Who is not there to take what was sent to it is given up after half a minute, and nobody else. */
class DelistedPeersTest {
    private static final long SECOND = 1_000_000_000;

    private final DelistedPeers peers = new DelistedPeers();

    private static final class Peer implements OpenEndpoint {
        final WrittenStanding standing = new WrittenStanding(EndpointState.CLOSED);
        boolean isGivenUp;

        @Override
        public String text() {
            return "peer";
        }

        @Override
        public WrittenStanding standing() {
            return standing;
        }

        @Override
        public void start() {}

        @Override
        public void close(long lingerNanos) {
            assertThat(lingerNanos).isZero();
            isGivenUp = true;
        }
    }

    @Test
    void nobodyIsLookedAfterWhereNobodyIs() {
        assertThat(peers.look(0)).isZero();
    }

    @Test
    void whoIsNotThereIsGivenUpAfterHalfAMinute() {
        var dead = new Peer();
        peers.add(dead, 5 * SECOND);

        assertThat(peers.look(34 * SECOND)).isPositive();
        assertThat(dead.isGivenUp).isFalse();

        assertThat(peers.look(35 * SECOND)).isZero();
        assertThat(dead.isGivenUp).isTrue();
    }

    @Test
    void whoIsThereMayTakeItsTimeAndIsGivenUpOnceItIsGone() {
        var slow = new Peer();
        slow.standing.joined();
        peers.add(slow, 0);

        for (int second = 10; second <= 1_000; second += 10) {
            assertThat(peers.look(second * SECOND)).isEqualTo(10 * SECOND);
        }
        assertThat(slow.isGivenUp).isFalse();

        slow.standing.left();
        assertThat(peers.look(1_029 * SECOND)).isPositive();
        assertThat(slow.isGivenUp).isFalse();
        assertThat(peers.look(1_030 * SECOND)).isZero();
        assertThat(slow.isGivenUp).isTrue();
    }
}
