package io.zmq4j.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.event.DropCounters;
import io.zmq4j.event.DropReason;
import io.zmq4j.event.Peer;
import io.zmq4j.message.Message;
import io.zmq4j.options.OptionValues;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.pipe.Pipe;
import io.zmq4j.zmtp.CloseReason;
import io.zmq4j.zmtp.SocketType;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SubTest {
    private final OptionValues options = new OptionValues(SocketType.SUB);
    private final DropCounters drops = new DropCounters();
    private final Sub sub = new Sub(options, drops);

    @Test
    @DisplayName("RFC 29: SUB MAY send subscribe and unsubscribe requests: the first and the last of a topic")
    void theFirstSubscribeAndTheLastUnsubscribeGoUpstream() {
        var a = attach(FakePipe.roomy());
        subscribe("x");
        subscribe("x");
        assertThat(a.received()).containsExactly(Message.of("\1x"));
        unsubscribe("x");
        assertThat(a.received()).isEmpty();
        unsubscribe("x");
        assertThat(a.received()).containsExactly(Message.of("\0x"));
    }

    @Test
    void topicsAreCountedNotSubscriptions() {
        subscribe("x");
        subscribe("x");
        subscribe("");
        unsubscribe("x");
        assertThat(sub.topicCount()).isEqualTo(2);
        unsubscribe("x");
        assertThat(sub.topicCount()).isEqualTo(1);
    }

    @Test
    void unsubscribingWhatWasNeverSubscribedIsIgnored() {
        var a = attach(FakePipe.roomy());
        unsubscribe("x");
        assertThat(a.received()).isEmpty();
        subscribe("x");
        assertThat(a.received()).containsExactly(Message.of("\1x"));
    }

    @Test
    void everyNewConnectionGetsARestartAndEachTopicOnce() {
        subscribe("x");
        subscribe("x");
        subscribe("");
        var a = FakePipe.roomy();
        sub.attach(a);
        sub.connected(a);
        assertThat(a.received()).containsExactly(Pipe.RESTART, Message.of("\1x"), Message.of("\1"));
    }

    /** Of the next connection it hears everything anew. */
    @Test
    void aPublisherThatCannotBeToldForWantOfMemoryIsClosedAndTheOthersAreTold() {
        var one = attach(FakePipe.roomy());
        var other = attach(FakePipe.roomy());
        var last = attach(FakePipe.roomy());
        other.outOfMemory();

        subscribe("x");

        assertThat(one.received()).containsExactly(Message.of("\1x"));
        assertThat(other.closes()).containsExactly(CloseReason.INTERNAL_ERROR);
        assertThat(last.received()).containsExactly(Message.of("\1x"));
        unsubscribe("x");
        assertThat(last.received()).containsExactly(Message.of("\0x"));
    }

    @Test
    void aPollersLookDoesNotKeepWhatIsCancelledAfterwards() {
        var a = attach(FakePipe.roomy());
        subscribe("x");
        subscribe("y");
        a.deliver("x").deliver("y");
        sub.readable(a);
        assertThat(sub.canReceive()).isTrue();

        unsubscribe("x");

        assertThat(sub.tryReceive()).isEqualTo(Message.of("y"));
        assertThat(drops.count(DropReason.NOT_SUBSCRIBED)).isEqualTo(1);
    }

    @Test
    void ofSeveralAtATimeWhatMatchesNothingIsDropped() {
        attach(FakePipe.roomy()
                .deliver("LON")
                .deliver("NYC.1")
                .deliver("NYC.2")
                .deliver("NY")
                .deliver("NYC.3"));
        subscribe("NYC");
        var messages = new Message[4];

        int count = sub.tryReceive(messages, new Peer[4]);

        assertThat(count).isEqualTo(3);
        assertThat(messages).containsExactly(Message.of("NYC.1"), Message.of("NYC.2"), Message.of("NYC.3"), null);
        assertThat(drops.count(DropReason.NOT_SUBSCRIBED)).isEqualTo(2);
    }

    @Test
    @DisplayName("RFC 29: SUB MAY filter messages according to subscriptions, using a prefix match algorithm")
    void whatMatchesNoSubscriptionIsDroppedAndCounted() {
        attach(FakePipe.roomy().deliver("LON").deliver("NYC.t").deliver("NY"));
        subscribe("NYC");
        assertThat(sub.canReceive()).isTrue();
        assertThat(sub.tryReceive()).isEqualTo(Message.of("NYC.t"));
        assertThat(sub.tryReceive()).isNull();
        assertThat(drops.count(DropReason.NOT_SUBSCRIBED)).isEqualTo(2);
    }

    @Test
    void withoutSubscriptionNothingIsReceived() {
        attach(FakePipe.roomy().deliver("x"));
        assertThat(sub.canReceive()).isFalse();
    }

    @Test
    void whatWasUnderWayWhenItsTopicWasCancelledIsNotDelivered() {
        attach(FakePipe.roomy().deliver("x1").deliver("x2"));
        subscribe("x");
        assertThat(sub.tryReceive()).isEqualTo(Message.of("x1"));
        unsubscribe("x");
        assertThat(sub.tryReceive()).isNull();
    }

    @Test
    void subscriptionsAreCounted() {
        attach(FakePipe.roomy().deliver("x"));
        subscribe("x");
        subscribe("x");
        unsubscribe("x");
        assertThat(sub.tryReceive()).isEqualTo(Message.of("x"));
    }

    @Test
    void invertedMatchingDeliversWhatMatchesNoSubscription() {
        options.set(SocketOptions.INVERT_MATCHING, true);
        attach(FakePipe.roomy().deliver("x").deliver("y"));
        subscribe("x");
        assertThat(sub.tryReceive()).isEqualTo(Message.of("y"));
    }

    @Test
    @DisplayName("RFC 29: SUB SHALL receive incoming messages from its publishers using a fair-queuing strategy")
    void aBusyPublisherDoesNotKeepTheOthersWaiting() {
        attach(FakePipe.roomy().deliver("a1").deliver("a2"));
        attach(FakePipe.roomy().deliver("b1"));
        subscribe("");
        assertThat(sub.tryReceive()).isEqualTo(Message.of("a1"));
        assertThat(sub.tryReceive()).isEqualTo(Message.of("b1"));
        assertThat(sub.tryReceive()).isEqualTo(Message.of("a2"));
    }

    @Test
    @DisplayName("RFC 29: SUB SHALL not modify incoming messages, and SHALL deliver them to its calling application")
    void messagesPassUnmodified() {
        var message = Message.of("", "a", "");
        var a = attach(FakePipe.roomy());
        subscribe("");
        assertThat(sub.canReceive()).isFalse();
        a.deliver(message);
        sub.readable(a);
        assertThat(sub.canReceive()).isTrue();
        assertThat(sub.tryReceive()).isSameAs(message);
    }

    @Test
    @DisplayName("RFC 29: SUB SHALL only receive messages")
    void sendingIsRefused() {
        attach(FakePipe.roomy());
        assertThat(sub.canSend()).isFalse();
        assertThatThrownBy(() -> sub.trySend(Message.of("x")))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("SUB does not send");
    }

    @Test
    @DisplayName("RFC 29: SUB SHALL destroy the queue of a publisher that disconnects")
    void oneWhoLeftIsNeitherReadNorWritten() {
        var a = attach(FakePipe.roomy().deliver("x"));
        subscribe("");
        a.received();
        sub.detach(a);
        assertThat(sub.tryReceive()).isNull();
        subscribe("y");
        assertThat(a.received()).isEmpty();
    }

    private void subscribe(String topic) {
        sub.subscribe(topic.getBytes());
    }

    private void unsubscribe(String topic) {
        sub.unsubscribe(topic.getBytes());
    }

    private FakePipe attach(FakePipe pipe) {
        sub.attach(pipe);
        sub.connected(pipe);
        pipe.received();
        return pipe;
    }
}
