package io.zmq4j.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.event.DropCounters;
import io.zmq4j.event.DropReason;
import io.zmq4j.message.Message;
import io.zmq4j.options.OptionValues;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.pipe.Pipe;
import io.zmq4j.zmtp.SocketType;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class XSubTest {
    private final DropCounters drops = new DropCounters();
    private final OptionValues options = new OptionValues(SocketType.XSUB);
    private final XSub xsub = new XSub(options, drops);

    @Test
    @DisplayName("RFC 29: XSUB SHALL accept subscription commands from its calling application and send them to "
            + "publishers")
    void subscriptionsGoToAllPublishers() {
        var a = attach(FakePipe.roomy());
        var b = attach(FakePipe.roomy());
        assertThat(xsub.trySend(Message.of("\1x"))).isTrue();
        assertThat(a.received()).containsExactly(Message.of("\1x"));
        assertThat(b.received()).containsExactly(Message.of("\1x"));
    }

    @Test
    void everySubscribeGoesUpstreamButCancelsOnlyWithTheLastOneAndThenAsMany() {
        var a = attach(FakePipe.roomy());
        xsub.trySend(Message.of("\1x"));
        xsub.trySend(Message.of("\1x"));
        xsub.trySend(Message.of("\0x"));
        assertThat(a.received()).containsExactly(Message.of("\1x"), Message.of("\1x"));
        xsub.trySend(Message.of("\1x"));
        xsub.trySend(Message.of("\0x"));
        assertThat(a.received()).containsExactly(Message.of("\1x"));
        xsub.trySend(Message.of("\0x"));
        assertThat(a.received()).containsExactly(Message.of("\0x"), Message.of("\0x"), Message.of("\0x"));
    }

    @Test
    void aVerboseOneSendsEveryCancelWhenItComes() {
        options.set(SocketOptions.XSUB_VERBOSE_UNSUBSCRIBE, true);
        var a = attach(FakePipe.roomy());
        xsub.trySend(Message.of("\1x"));
        xsub.trySend(Message.of("\1x"));
        xsub.trySend(Message.of("\0x"));
        assertThat(a.received()).containsExactly(Message.of("\1x"), Message.of("\1x"), Message.of("\0x"));
        xsub.trySend(Message.of("\0x"));
        xsub.trySend(Message.of("\0x"));
        assertThat(a.received()).containsExactly(Message.of("\0x"), Message.of("\0x"));
    }

    @Test
    void whatWentBeforeIsNotSentAgainWithTheLastOne() {
        var a = attach(FakePipe.roomy());
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 3; i++) {
                xsub.trySend(Message.of("\1"));
            }
            a.received();
            options.set(SocketOptions.XSUB_VERBOSE_UNSUBSCRIBE, true);
            xsub.trySend(Message.of("\0"));
            options.set(SocketOptions.XSUB_VERBOSE_UNSUBSCRIBE, false);
            assertThat(a.received()).containsExactly(Message.of("\0"));
            xsub.trySend(Message.of("\0"));
            assertThat(a.received()).isEmpty();
            xsub.trySend(Message.of("\0"));
            assertThat(a.received()).containsExactly(Message.of("\0"), Message.of("\0"));
        }
    }

    @Test
    void topicsAreCountedNotSubscriptions() {
        xsub.trySend(Message.of("\1"));
        xsub.trySend(Message.of("\1x"));
        xsub.trySend(Message.of("\1x"));
        assertThat(xsub.topicCount()).isEqualTo(2);
        xsub.trySend(Message.of("\0x"));
        xsub.trySend(Message.of("\0"));
        assertThat(xsub.topicCount()).isEqualTo(1);
    }

    @Test
    void whoLeftIsToldNothingMoreButStillRead() {
        var a = attach(FakePipe.roomy().deliver("last"));
        xsub.left(a.ended());
        a.received();
        xsub.trySend(Message.of("\1x"));
        xsub.trySend(Message.of("a message"));
        assertThat(a.received()).isEmpty();
        assertThat(drops.snapshot()).isEmpty();
        assertThat(xsub.tryReceive()).isEqualTo(Message.of("last"));
    }

    @Test
    void cancellingWhatWasNeverSubscribedIsIgnored() {
        var a = attach(FakePipe.roomy());
        xsub.trySend(Message.of("\0x"));
        assertThat(a.received()).isEmpty();
    }

    @Test
    void everyNewConnectionGetsARestartAndAllSubscriptionsAsOftenAsCounted() {
        var a = FakePipe.roomy();
        xsub.attach(a);
        xsub.trySend(Message.of("\1x"));
        xsub.trySend(Message.of("\1x"));
        xsub.trySend(Message.of("\1y"));
        assertThat(a.received()).as("not connected yet").isEmpty();
        xsub.connected(a);
        assertThat(a.received()).containsExactly(Pipe.RESTART, Message.of("\1x"), Message.of("\1x"), Message.of("\1y"));
        xsub.trySend(Message.of("\0y"));
        a.received();
        xsub.connected(a);
        var again = a.received();
        assertThat(again).containsExactly(Pipe.RESTART, Message.of("\1x"), Message.of("\1x"));
        assertThat(again.get(0)).isSameAs(Pipe.RESTART);
    }

    @Test
    void fiveThousandSubscriptionsPassAHighWaterMarkOfOne() {
        var a = attach(new FakePipe(1));
        for (int i = 0; i < 5000; i++) {
            xsub.trySend(Message.of("\1" + i));
        }
        assertThat(a.received()).hasSize(5000);
        xsub.connected(a);
        assertThat(a.received()).hasSize(5001);
        assertThat(drops.snapshot()).isEmpty();
    }

    @Test
    @DisplayName("RFC 29: XSUB SHALL send all messages to all connected publishers and SHALL not modify them")
    void otherMessagesGoToAll() {
        var a = attach(FakePipe.roomy());
        var b = attach(FakePipe.roomy());
        for (var message : new Message[] {Message.of("x"), Message.empty(), Message.of("\1two", "frames")}) {
            assertThat(xsub.trySend(message)).isTrue();
            assertThat(a.received()).singleElement().isSameAs(message);
            assertThat(b.received()).singleElement().isSameAs(message);
        }
    }

    @Test
    @DisplayName("RFC 29: XSUB SHALL silently drop the message if the outgoing queue for a publisher is full, and "
            + "SHALL NOT block")
    void aFullPublisherMissesTheMessage() {
        attach(new FakePipe(1));
        var b = attach(FakePipe.roomy());
        assertThat(xsub.trySend(Message.of("1"))).isTrue();
        assertThat(xsub.trySend(Message.of("2"))).isTrue();
        assertThat(b.received()).hasSize(2);
        assertThat(drops.count(DropReason.QUEUE_FULL)).isEqualTo(1);
        assertThat(xsub.canSend()).isTrue();
    }

    @Test
    @DisplayName("RFC 29: XSUB SHALL receive incoming messages from its publishers using a fair-queuing strategy")
    void aBusyPublisherDoesNotKeepTheOthersWaiting() {
        attach(FakePipe.roomy().deliver("a1").deliver("a2"));
        attach(FakePipe.roomy().deliver("b1"));
        assertThat(xsub.tryReceive()).isEqualTo(Message.of("a1"));
        assertThat(xsub.tryReceive()).isEqualTo(Message.of("b1"));
        assertThat(xsub.tryReceive()).isEqualTo(Message.of("a2"));
    }

    @Test
    @DisplayName("RFC 29: XSUB SHALL deliver messages to its calling application, not modified, not filtered here")
    void everyMessageIsDelivered() {
        var message = Message.of("not subscribed", "");
        var a = attach(FakePipe.roomy());
        a.deliver(message);
        xsub.readable(a);
        assertThat(xsub.canReceive()).isTrue();
        assertThat(xsub.tryReceive()).isSameAs(message);
        assertThat(xsub.canReceive()).isFalse();
    }

    @Test
    @DisplayName("RFC 29: XSUB SHALL destroy the double queue of a publisher that disconnects")
    void oneWhoLeftIsNeitherReadNorWritten() {
        var a = attach(FakePipe.roomy().deliver("1"));
        xsub.detach(a);
        xsub.trySend(Message.of("x"));
        xsub.trySend(Message.of("\1x"));
        assertThat(a.received()).isEmpty();
        assertThat(xsub.tryReceive()).isNull();
    }

    /** The promise of the two together: after the last cancel nothing is left, whatever came before. */
    @Test
    void aCountingPublisherIsLeftWithoutSubscriptions() {
        var xpub = new XPub(new OptionValues(SocketType.XPUB), drops);
        var toPublisher = attach(FakePipe.roomy());
        var toSubscriber = FakePipe.roomy();
        xpub.attach(toSubscriber);
        for (String request : new String[] {"\1x", "\1x", "\0x", "\1x", "\0x", "\0x"}) {
            xsub.trySend(Message.of(request));
        }
        toPublisher.received().forEach(toSubscriber::deliver);
        xpub.readable(toSubscriber);
        xpub.trySend(Message.of("x"));
        assertThat(toSubscriber.received()).isEmpty();
    }

    private FakePipe attach(FakePipe pipe) {
        assertThat(xsub.attach(pipe)).isTrue();
        xsub.connected(pipe);
        assertThat(pipe.received()).containsExactly(Pipe.RESTART);
        return pipe;
    }
}
