package io.zmq4j.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.event.DropCounters;
import io.zmq4j.event.DropReason;
import io.zmq4j.message.Message;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PairTest {
    private final DropCounters drops = new DropCounters();
    private final Pair pair = new Pair(drops);
    private final FakePipe peer = new FakePipe(1);

    @Test
    @DisplayName("RFC 31: PAIR MAY be connected to at most one peer")
    void aSecondPeerIsRefused() {
        assertThat(pair.attach(peer)).isTrue();
        var second = FakePipe.roomy();
        assertThat(pair.attach(second)).isFalse();
        pair.trySend(Message.of("x"));
        assertThat(second.received()).isEmpty();
    }

    @Test
    void afterThePeerLeftAnotherMayCome() {
        pair.attach(peer);
        pair.detach(peer);
        var second = FakePipe.roomy();
        assertThat(pair.attach(second)).isTrue();
        assertThat(pair.trySend(Message.of("x"))).isTrue();
        assertThat(second.received()).containsExactly(Message.of("x"));
    }

    @Test
    void whoLeftKeepsNobodyOutThoughItsLastWordsAreReadFirst() {
        pair.attach(peer);
        peer.deliver("last words").ended();
        pair.readable(peer);
        var second = FakePipe.roomy().deliver("first words");
        assertThat(pair.attach(second)).isTrue();
        assertThat(pair.trySend(Message.of("x"))).isTrue();
        assertThat(second.received()).containsExactly(Message.of("x"));
        assertThat(pair.tryReceive()).isEqualTo(Message.of("last words"));
        assertThat(pair.tryReceive()).isEqualTo(Message.of("first words"));
        pair.detach(peer);
        assertThat(pair.canSend()).isTrue();
        assertThat(pair.attach(FakePipe.roomy())).isFalse();
        assertThat(drops.snapshot()).isEmpty();
    }

    @Test
    void whoWasDisconnectedKeepsNobodyOutAndGetsNothing() {
        pair.attach(peer.gone());
        assertThat(pair.canSend()).isFalse();
        assertThat(pair.trySend(Message.of("x"))).isFalse();
        assertThat(pair.attach(FakePipe.roomy())).isTrue();
        assertThat(pair.canSend()).isTrue();
    }

    @Test
    void detachOfARefusedPeerLeavesTheFirstOne() {
        pair.attach(peer);
        pair.detach(FakePipe.roomy());
        assertThat(pair.canSend()).isTrue();
    }

    @Test
    @DisplayName("RFC 31: PAIR SHALL not filter or modify outgoing or incoming messages")
    void messagesPassUnmodified() {
        pair.attach(peer);
        var message = Message.of("", "a", "", "b");
        pair.trySend(message);
        peer.deliver(message);
        assertThat(peer.received()).singleElement().isSameAs(message);
        assertThat(pair.tryReceive()).isSameAs(message);
    }

    @Test
    @DisplayName("RFC 31: PAIR SHALL consider its peer as available only when its outgoing queue is not full")
    void aFullPeerIsNotAvailable() {
        pair.attach(peer);
        assertThat(pair.canSend()).isTrue();
        assertThat(pair.trySend(Message.of("1"))).isTrue();
        assertThat(pair.canSend()).isFalse();
        peer.received();
        assertThat(pair.canSend()).isTrue();
    }

    @Test
    @DisplayName("RFC 31: PAIR SHALL not accept further messages when it has no available peer, and SHALL NOT "
            + "discard them")
    void withoutRoomOrPeerTheCallerKeepsTheMessage() {
        assertThat(pair.trySend(Message.of("0"))).isFalse();
        assertThat(pair.canSend()).isFalse();
        pair.attach(peer);
        pair.trySend(Message.of("1"));
        assertThat(pair.trySend(Message.of("2"))).isFalse();
        assertThat(peer.received()).containsExactly(Message.of("1"));
    }

    @Test
    @DisplayName("RFC 31: PAIR SHALL receive incoming messages from its single peer and deliver them to the "
            + "application")
    void messagesArriveInOrder() {
        assertThat(pair.tryReceive()).isNull();
        pair.attach(peer);
        assertThat(pair.canReceive()).isFalse();
        peer.deliver("1").deliver("2");
        pair.readable(peer);
        assertThat(pair.canReceive()).isTrue();
        assertThat(pair.canReceive()).isTrue();
        assertThat(pair.tryReceive()).isEqualTo(Message.of("1"));
        assertThat(pair.tryReceive()).isEqualTo(Message.of("2"));
        assertThat(pair.tryReceive()).isNull();
    }

    @Test
    void whatIsSentWhileALeftPeersLastWordsAreReadIsDroppedAndCounted() {
        pair.attach(peer.ended());
        peer.deliver("last words");
        assertThat(pair.canSend()).isTrue();
        assertThat(pair.trySend(Message.of("too late"))).isTrue();
        assertThat(peer.received()).isEmpty();
        assertThat(drops.count(DropReason.PEER_GONE)).isEqualTo(1);
        assertThat(pair.tryReceive()).isEqualTo(Message.of("last words"));
    }
}
