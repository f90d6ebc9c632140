package io.zmq4j.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.event.DropCounters;
import io.zmq4j.event.DropReason;
import io.zmq4j.message.Message;
import io.zmq4j.options.OptionValues;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.zmtp.CloseReason;
import io.zmq4j.zmtp.SocketType;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PubTest {
    private final OptionValues options = new OptionValues(SocketType.PUB);
    private final DropCounters drops = new DropCounters();
    private final Pub pub = new Pub(options, drops);

    @Test
    @DisplayName("RFC 29: PUB SHALL perform a binary comparison of the subscription against the start of the "
            + "first frame")
    void theStartOfTheFirstFrameDecides() {
        var a = attach(FakePipe.roomy());
        send(a, "\1NYC");
        pub.trySend(Message.of("NYC.t", "x"));
        pub.trySend(Message.of("LON", "NYC"));
        assertThat(a.received()).containsExactly(Message.of("NYC.t", "x"));
    }

    @Test
    void topicsOfAllSubscribersAreCountedOnceEach() {
        var a = attach(FakePipe.roomy());
        var b = attach(FakePipe.roomy());
        send(a, "\1x");
        send(b, "\1x");
        send(b, "\1xy");
        send(b, "\1");
        assertThat(pub.topicCount()).isEqualTo(3);
        pub.left(b);
        assertThat(pub.topicCount()).isEqualTo(1);
    }

    @Test
    @DisplayName("RFC 29: PUB SHALL not modify outgoing messages in any way")
    void messagesPassUnmodified() {
        var a = attach(FakePipe.roomy());
        send(a, "\1");
        var message = Message.of("", "a", "");
        pub.trySend(message);
        assertThat(a.received()).singleElement().isSameAs(message);
    }

    @Test
    @DisplayName("RFC 29: PUB SHALL silently drop the message if the queue for a subscriber is full, and SHALL "
            + "NOT block")
    void aFullSubscriberMissesTheMessageAndTheOthersGetIt() {
        var a = attach(FakePipe.full());
        var b = attach(FakePipe.roomy());
        send(a, "\1");
        send(b, "\1");
        assertThat(pub.canSend()).isTrue();
        assertThat(pub.trySend(Message.of("x"))).isTrue();
        assertThat(b.received()).hasSize(1);
        assertThat(drops.count(DropReason.QUEUE_FULL)).isEqualTo(1);
    }

    @Test
    @DisplayName("RFC 29: PUB SHALL silently discard any messages that subscribers send it")
    void messagesFromSubscribersAreDiscardedAndNotKept() {
        var a = attach(FakePipe.roomy());
        send(a, "hello");
        send(a, "\1two", "frames");
        assertThat(a.unread()).isZero();
        assertThat(drops.count(DropReason.NOT_RECEIVING)).isEqualTo(2);
        for (int i = 0; i <= Upstream.MAX_PENDING; i++) {
            a.deliver(Message.empty());
        }
        pub.readable(a);
        assertThat(a.closes()).as("nothing piles up").isEmpty();
    }

    @Test
    @DisplayName("RFC 29: PUB SHALL only send messages, and SHALL NOT deliver subscriptions to its calling application")
    void receivingIsRefused() {
        var a = attach(FakePipe.roomy());
        send(a, "\1x");
        assertThat(pub.canReceive()).isFalse();
        assertThatThrownBy(pub::tryReceive)
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("PUB does not receive");
    }

    @Test
    @DisplayName("RFC 29: PUB SHALL receive subscribe and unsubscribe requests from subscribers")
    void subscriptionsComeAndGo() {
        var a = attach(FakePipe.roomy());
        send(a, "\1x");
        send(a, "\0x");
        pub.trySend(Message.of("x"));
        assertThat(a.received()).isEmpty();
    }

    @Test
    @DisplayName("RFC 29: PUB SHALL destroy the queue of a subscriber that disconnects")
    void oneWhoLeftGetsNothing() {
        var a = attach(FakePipe.roomy());
        send(a, "\1");
        pub.detach(a);
        pub.trySend(Message.of("x"));
        assertThat(a.received()).isEmpty();
    }

    @Test
    void withNoDropTheCallerWaits() {
        options.set(SocketOptions.XPUB_NODROP, true);
        var a = attach(new FakePipe(1));
        send(a, "\1");
        assertThat(pub.trySend(Message.of("1"))).isTrue();
        assertThat(pub.trySend(Message.of("2"))).isFalse();
        assertThat(pub.canSend()).isFalse();
        a.received();
        pub.writable(a);
        assertThat(pub.trySend(Message.of("2"))).isTrue();
    }

    @Test
    void invertedMatchingSendsToThoseWhoDidNotSubscribe() {
        options.set(SocketOptions.INVERT_MATCHING, true);
        var a = attach(FakePipe.roomy());
        send(a, "\1x");
        pub.trySend(Message.of("x"));
        pub.trySend(Message.of("y"));
        assertThat(a.received()).containsExactly(Message.of("y"));
    }

    @Test
    void aPeerWithTooManyTopicsIsClosed() {
        var a = attach(FakePipe.roomy());
        for (int i = 0; i <= XPub.MAX_TOPICS; i++) {
            a.deliver("\1" + i);
        }
        pub.readable(a);
        assertThat(a.closes()).containsExactly(CloseReason.TOO_MANY_SUBSCRIPTIONS);
    }

    private void send(FakePipe pipe, String... frames) {
        pipe.deliver(frames);
        pub.readable(pipe);
    }

    private FakePipe attach(FakePipe pipe) {
        assertThat(pub.attach(pipe)).isTrue();
        pub.connected(pipe);
        return pipe;
    }
}
