package io.zmq4j.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.event.Peer;
import io.zmq4j.message.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PullTest {
    private final Pull pull = new Pull();

    @Test
    @DisplayName("RFC 30: PULL SHALL receive incoming messages from its peers using a fair-queuing strategy")
    void aBusyPeerDoesNotKeepTheOthersWaiting() {
        var a = attach(FakePipe.roomy().deliver("a1").deliver("a2").deliver("a3"));
        attach(FakePipe.roomy().deliver("b1"));
        assertThat(pull.tryReceive()).isEqualTo(Message.of("a1"));
        assertThat(pull.tryReceive()).isEqualTo(Message.of("b1"));
        assertThat(pull.tryReceive()).isEqualTo(Message.of("a2"));
        assertThat(pull.tryReceive()).isEqualTo(Message.of("a3"));
        assertThat(pull.tryReceive()).isNull();
        assertThat(a.unread()).isZero();
    }

    @Test
    void theLastWordsOfAPeerThatLeftComeBeforeAnythingElse() {
        var gone = attach(FakePipe.roomy().deliver("1").deliver("2").deliver("3"));
        attach(FakePipe.roomy().deliver("4").deliver("5"));
        pull.readable(gone.ended());
        for (int i = 1; i <= 5; i++) {
            assertThat(pull.tryReceive()).isEqualTo(Message.of(String.valueOf(i)));
        }
        assertThat(pull.tryReceive()).isNull();
    }

    @Test
    void severalAtATimeAreReadFromTheOnlyPeerTogether() {
        var a = attach(FakePipe.roomy().deliver("1").deliver("2").deliver("3").deliver("4"));
        assertThat(pull.canReceive()).isTrue();
        assertThat(receive(3)).containsExactly("1", "2", "3");
        assertThat(receive(3)).containsExactly("4");
        assertThat(receive(3)).isEmpty();
        assertThat(a.reads()).as("one, two, one, none").isEqualTo(4);

        pull.readable(a.deliver("5"));
        assertThat(receive(3)).containsExactly("5");
    }

    @Test
    void severalAtATimeAreOfAllPeersInTurn() {
        attach(FakePipe.roomy().deliver("a1").deliver("a2").deliver("a3").deliver("a4"));
        attach(FakePipe.roomy().deliver("b1").deliver("b2"));
        assertThat(receive(9)).containsExactly("a1", "b1", "a2", "b2", "a3", "a4");
    }

    @Test
    void severalAtATimeBeginWithTheLastWordsOfAPeerThatLeft() {
        var gone = attach(FakePipe.roomy().deliver("1").deliver("2"));
        attach(FakePipe.roomy().deliver("3").deliver("4"));
        pull.readable(gone.ended());
        assertThat(receive(9)).containsExactly("1", "2", "3", "4");
    }

    private List<String> receive(int most) {
        var messages = new Message[most];
        int count = pull.tryReceive(messages, new Peer[most]);
        return Stream.of(messages).limit(count).map(Message::text).toList();
    }

    @Test
    @DisplayName("RFC 30: PULL SHALL deliver these to its calling application")
    void whatCanBeReceivedIsReceived() {
        var a = attach(FakePipe.roomy());
        assertThat(pull.canReceive()).isFalse();
        a.deliver("1").deliver("2");
        pull.readable(a);
        assertThat(pull.canReceive()).isTrue();
        assertThat(pull.canReceive()).isTrue();
        assertThat(pull.tryReceive()).isEqualTo(Message.of("1"));
        assertThat(pull.tryReceive()).isEqualTo(Message.of("2"));
        assertThat(pull.canReceive()).isFalse();
    }

    @Test
    void whatWasSeenByCanReceiveIsDeliveredThoughThePeerLeft() {
        var a = attach(FakePipe.roomy().deliver("1"));
        assertThat(pull.canReceive()).isTrue();
        pull.detach(a);
        assertThat(pull.tryReceive()).isEqualTo(Message.of("1"));
    }

    @Test
    @DisplayName("RFC 30: PULL SHALL not filter or modify incoming messages in any way")
    void messagesPassUnmodified() {
        var message = Message.of("", "a", "");
        attach(FakePipe.roomy().deliver(message));
        assertThat(pull.tryReceive()).isSameAs(message);
    }

    @Test
    @DisplayName("RFC 30: PULL SHALL only receive messages")
    void sendingIsRefused() {
        var a = attach(FakePipe.roomy());
        pull.writable(a);
        assertThat(pull.canSend()).isFalse();
        assertThatThrownBy(() -> pull.trySend(Message.of("x")))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("PULL does not send");
        assertThat(a.received()).isEmpty();
    }

    @Test
    void idlePeersCostNothingPerMessage() {
        var idle = new ArrayList<FakePipe>();
        for (int i = 0; i < 1000; i++) {
            idle.add(attach(FakePipe.roomy()));
        }
        var busy = FakePipe.roomy();
        for (int i = 0; i < 500; i++) {
            busy.deliver("x");
        }
        attach(busy);
        for (int i = 0; i < 500; i++) {
            assertThat(pull.tryReceive()).isNotNull();
        }
        assertThat(idle).allMatch(pipe -> pipe.reads() <= 1);
    }

    private FakePipe attach(FakePipe pipe) {
        pull.attach(pipe);
        pull.connected(pipe);
        return pipe;
    }
}
