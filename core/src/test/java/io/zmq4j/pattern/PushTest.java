package io.zmq4j.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.event.DropCounters;
import io.zmq4j.event.DropReason;
import io.zmq4j.message.Message;
import java.util.ArrayList;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PushTest {
    private final DropCounters drops = new DropCounters();
    private final Push push = new Push(drops);

    @Test
    @DisplayName("RFC 30: PUSH SHALL route outgoing messages to available peers using a round-robin strategy")
    void messagesGoRound() {
        var a = attach(FakePipe.roomy());
        var b = attach(FakePipe.roomy());
        var c = attach(FakePipe.roomy());
        for (int i = 0; i < 6; i++) {
            assertThat(push.trySend(Message.of("" + i))).isTrue();
        }
        assertThat(a.received()).containsExactly(Message.of("0"), Message.of("3"));
        assertThat(b.received()).containsExactly(Message.of("1"), Message.of("4"));
        assertThat(c.received()).containsExactly(Message.of("2"), Message.of("5"));
    }

    @Test
    @DisplayName("RFC 30: PUSH SHALL consider a peer as available only when it has an outgoing queue that is not full")
    void aFullPeerIsPassedOverUntilItHasRoom() {
        var a = attach(new FakePipe(1));
        var b = attach(FakePipe.roomy());
        for (int i = 0; i < 4; i++) {
            push.trySend(Message.of("" + i));
        }
        assertThat(b.received()).containsExactly(Message.of("1"), Message.of("2"), Message.of("3"));
        assertThat(a.received()).containsExactly(Message.of("0"));
        push.writable(a);
        push.trySend(Message.of("4"));
        push.trySend(Message.of("5"));
        assertThat(a.received()).hasSize(1);
        assertThat(b.received()).hasSize(1);
    }

    @Test
    @DisplayName("RFC 30: PUSH SHALL block on sending, or return a suitable error, when it has no available peers")
    void withoutPeersTheCallerIsToldToWait() {
        assertThat(push.canSend()).isFalse();
        assertThat(push.trySend(Message.of("x"))).isFalse();
    }

    @Test
    @DisplayName("RFC 30: PUSH SHALL not accept further messages when it has no available peers")
    void whenAllAreFullNothingIsAccepted() {
        var a = attach(new FakePipe(1));
        push.trySend(Message.of("1"));
        assertThat(push.trySend(Message.of("2"))).isFalse();
        assertThat(push.canSend()).isFalse();
        assertThat(a.received()).containsExactly(Message.of("1"));
        push.writable(a);
        assertThat(push.canSend()).isTrue();
        assertThat(push.trySend(Message.of("2"))).isTrue();
    }

    @Test
    @DisplayName("RFC 30: PUSH SHALL NOT discard messages that it cannot queue")
    void nothingIsCountedAsDropped() {
        attach(FakePipe.full());
        push.trySend(Message.of("1"));
        assertThat(drops.snapshot()).isEmpty();
    }

    @Test
    @DisplayName("RFC 30: PUSH SHALL not filter or modify outgoing messages in any way")
    void messagesPassUnmodified() {
        var a = attach(FakePipe.roomy());
        var message = Message.of("", "a", "");
        push.trySend(message);
        assertThat(a.received()).singleElement().isSameAs(message);
    }

    @Test
    @DisplayName("RFC 30: PUSH SHALL maintain the queue whether or not the connection is established")
    void aPeerIsUsedBeforeItIsConnected() {
        var a = FakePipe.roomy();
        push.attach(a);
        assertThat(push.trySend(Message.of("1"))).isTrue();
        assertThat(a.received()).hasSize(1);
    }

    @Test
    @DisplayName("RFC 30: PUSH SHALL only send messages")
    void receivingIsRefusedAndWhatPeersSendDoesNotPileUp() {
        var a = FakePipe.roomy().deliver("before");
        push.attach(a);
        a.deliver("1").deliver("2");
        push.readable(a);
        assertThat(a.unread()).isZero();
        assertThat(drops.count(DropReason.NOT_RECEIVING)).isEqualTo(3);
        assertThat(push.canReceive()).isFalse();
        assertThatThrownBy(push::tryReceive)
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("PUSH does not receive");
    }

    @Test
    void aDetachedPeerGetsNothingMore() {
        var a = attach(FakePipe.roomy());
        var b = attach(FakePipe.roomy());
        push.detach(a);
        push.trySend(Message.of("1"));
        push.trySend(Message.of("2"));
        assertThat(a.received()).isEmpty();
        assertThat(b.received()).hasSize(2);
    }

    @Test
    void fullPeersCostNothingPerMessage() {
        var full = new ArrayList<FakePipe>();
        for (int i = 0; i < 1000; i++) {
            full.add(attach(FakePipe.full()));
        }
        attach(FakePipe.roomy());
        for (int i = 0; i < 500; i++) {
            assertThat(push.trySend(Message.of("x"))).isTrue();
        }
        assertThat(full).allMatch(pipe -> pipe.writes() <= 1);
    }

    private FakePipe attach(FakePipe pipe) {
        assertThat(push.attach(pipe)).isTrue();
        push.connected(pipe);
        return pipe;
    }
}
