package io.zmq4j.transport;

import static io.zmq4j.event.EndpointState.CLOSED;
import static io.zmq4j.event.EndpointState.CONNECTED;
import static io.zmq4j.event.EndpointState.CONNECTING;
import static io.zmq4j.event.EndpointState.GIVEN_UP;
import static io.zmq4j.event.EndpointState.WAITING;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CombinedStandingTest {
    private final WrittenStanding lookUp = new WrittenStanding(CONNECTING);
    private final List<Standing> peers = new ArrayList<>();
    private final CombinedStanding all = new CombinedStanding(lookUp, () -> peers);

    private WrittenStanding peer() {
        var peer = new WrittenStanding(CONNECTING);
        peers.add(peer);
        return peer;
    }

    @Test
    void beforeItKnowsAnybodyItIsTheLookUp() {
        assertThat(all.state()).isEqualTo(CONNECTING);
        assertThat(all.untilNextTry()).isNegative();

        lookUp.failed("no such name");
        lookUp.waits(1_000_000_000_000L);

        assertThat(all.state()).isEqualTo(WAITING);
        assertThat(all.lastError()).isEqualTo("no such name");
        assertThat(all.untilNextTry()).isPositive();
    }

    @Test
    void nobodyThereIsWaiting() {
        lookUp.is(CONNECTED);
        assertThat(all.state()).isEqualTo(WAITING);
        assertThat(all.peerCount()).isZero();
    }

    @Test
    void itIsAsItsBestPeer() {
        lookUp.is(CONNECTED);
        WrittenStanding first = peer();
        WrittenStanding second = peer();
        first.failed("refused");
        first.waits(2_000_000_000_000L);
        assertThat(all.state()).isEqualTo(CONNECTING);
        assertThat(all.lastError()).isEqualTo("refused");

        second.is(CONNECTED);
        second.joined();
        assertThat(all.state()).isEqualTo(CONNECTED);
        assertThat(all.peerCount()).isEqualTo(1);

        second.failed("broken");
        second.waits(1_000_000_000_000L);
        assertThat(all.state()).isEqualTo(WAITING);
        assertThat(all.untilNextTry()).isBetween(900_000_000_000L, 1_000_000_000_000L);
    }

    @Test
    void peersThatWereGivenUpAreWaitedFor() {
        lookUp.is(CONNECTED);
        peer().is(GIVEN_UP);
        assertThat(all.state()).isEqualTo(WAITING);
        assertThat(all.isOver()).isFalse();
    }

    @Test
    void itIsOverWithTheLookUp() {
        peer().is(CONNECTED);
        lookUp.is(CLOSED);
        assertThat(all.state()).isEqualTo(CLOSED);
        assertThat(all.isOver()).isTrue();
    }
}
