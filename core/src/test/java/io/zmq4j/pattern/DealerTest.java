package io.zmq4j.pattern;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.event.DropCounters;
import io.zmq4j.event.DropReason;
import io.zmq4j.message.Message;
import io.zmq4j.options.OptionValues;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.zmtp.SocketType;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DealerTest {
    private final OptionValues options = new OptionValues(SocketType.DEALER);
    private final DropCounters drops = new DropCounters();
    private final Dealer dealer = new Dealer(options, drops);

    @Test
    @DisplayName("RFC 28: DEALER SHALL route outgoing messages to available peers using a round-robin strategy")
    void messagesGoRound() {
        var a = attach(FakePipe.roomy());
        var b = attach(FakePipe.roomy());
        for (int i = 0; i < 4; i++) {
            assertThat(dealer.trySend(Message.of("" + i))).isTrue();
        }
        assertThat(a.received()).containsExactly(Message.of("0"), Message.of("2"));
        assertThat(b.received()).containsExactly(Message.of("1"), Message.of("3"));
    }

    @Test
    @DisplayName("RFC 28: DEALER SHALL consider a peer as available only when it has an outgoing queue that is "
            + "not full")
    void aFullPeerIsPassedOverUntilItHasRoom() {
        var a = attach(new FakePipe(1));
        var b = attach(FakePipe.roomy());
        for (int i = 0; i < 3; i++) {
            dealer.trySend(Message.of("" + i));
        }
        assertThat(a.received()).containsExactly(Message.of("0"));
        assertThat(b.received()).containsExactly(Message.of("1"), Message.of("2"));
        dealer.writable(a);
        dealer.trySend(Message.of("3"));
        dealer.trySend(Message.of("4"));
        assertThat(a.received()).hasSize(1);
    }

    @Test
    @DisplayName("RFC 28: DEALER SHALL block on sending, or return a suitable error, when it has no available peers")
    void withoutPeersTheCallerIsToldToWait() {
        assertThat(dealer.canSend()).isFalse();
        assertThat(dealer.trySend(Message.of("x"))).isFalse();
    }

    @Test
    @DisplayName("RFC 28: DEALER SHALL not accept further messages when it has no available peers, and SHALL NOT "
            + "discard")
    void whenAllAreFullTheCallerKeepsTheMessage() {
        var a = attach(new FakePipe(1));
        dealer.trySend(Message.of("1"));
        assertThat(dealer.trySend(Message.of("2"))).isFalse();
        assertThat(a.received()).containsExactly(Message.of("1"));
        dealer.writable(a);
        assertThat(dealer.trySend(Message.of("2"))).isTrue();
        assertThat(a.received()).containsExactly(Message.of("2"));
    }

    @Test
    @DisplayName("RFC 28: DEALER SHALL receive incoming messages from its peers using a fair-queuing strategy")
    void aBusyPeerDoesNotKeepTheOthersWaiting() {
        attach(FakePipe.roomy().deliver("a1").deliver("a2"));
        attach(FakePipe.roomy().deliver("b1"));
        assertThat(dealer.tryReceive()).isEqualTo(Message.of("a1"));
        assertThat(dealer.tryReceive()).isEqualTo(Message.of("b1"));
        assertThat(dealer.tryReceive()).isEqualTo(Message.of("a2"));
    }

    @Test
    @DisplayName("RFC 28: DEALER SHALL not filter or modify outgoing or incoming messages in any way")
    void messagesPassUnmodified() {
        var message = Message.of("", "a", "");
        var a = attach(FakePipe.roomy().deliver(message));
        dealer.trySend(message);
        assertThat(a.received()).singleElement().isSameAs(message);
        assertThat(dealer.tryReceive()).isSameAs(message);
    }

    @Test
    @DisplayName("RFC 28: DEALER SHALL deliver these to its calling application")
    void whatCanBeReceivedIsReceived() {
        var a = attach(FakePipe.roomy());
        assertThat(dealer.canReceive()).isFalse();
        a.deliver("1");
        dealer.readable(a);
        assertThat(dealer.canReceive()).isTrue();
        assertThat(dealer.tryReceive()).isEqualTo(Message.of("1"));
    }

    @Test
    @DisplayName("RFC 28: DEALER SHALL destroy the double queue of a peer that disconnects")
    void aDetachedPeerIsNeitherReadNorWritten() {
        var a = attach(FakePipe.roomy().deliver("1"));
        dealer.detach(a);
        assertThat(dealer.trySend(Message.of("x"))).isFalse();
        assertThat(dealer.tryReceive()).isNull();
        assertThat(a.unread()).isEqualTo(1);
    }

    @Test
    void probesEveryConnectionIfSet() {
        options.set(SocketOptions.PROBE_ROUTER, true);
        var a = attach(FakePipe.roomy());
        dealer.connected(a);
        assertThat(a.received()).containsExactly(Message.empty(), Message.empty());
    }

    @Test
    void doesNotProbeIfNotSet() {
        assertThat(attach(FakePipe.roomy()).received()).isEmpty();
    }

    @Test
    void theHelloIsTheFirstMessageOnEveryConnection() {
        options.set(SocketOptions.HELLO_MSG, "hello".getBytes(UTF_8));
        var a = attach(FakePipe.roomy());
        dealer.trySend(Message.of("first"));
        dealer.disconnected(a);
        dealer.connected(a);
        assertThat(a.received()).containsExactly(Message.of("hello"), Message.of("first"), Message.of("hello"));
    }

    @Test
    void aBrokenConnectionIsReceivedAsAMessageAfterWhatWasReadBefore() {
        options.set(SocketOptions.HICCUP_MSG, "hiccup".getBytes(UTF_8));
        var a = attach(FakePipe.roomy().deliver("before"));
        assertThat(dealer.canReceive()).isTrue();
        dealer.disconnected(a);
        assertThat(dealer.readAhead()).isEqualTo(2);
        a.deliver("after");
        dealer.readable(a);
        assertThat(dealer.tryReceive()).isEqualTo(Message.of("before"));
        assertThat(dealer.canReceive()).isTrue();
        assertThat(dealer.tryReceive()).isEqualTo(Message.of("hiccup"));
        assertThat(dealer.tryReceive()).isEqualTo(Message.of("after"));
    }

    @Test
    void hiccupsThatNobodyReceivesAreBoundedAndCounted() {
        options.set(SocketOptions.HICCUP_MSG, "hiccup".getBytes(UTF_8));
        var a = attach(FakePipe.roomy());
        for (int i = 0; i < FairQueue.MAX_NOTICES + 3; i++) {
            dealer.disconnected(a);
        }
        assertThat(dealer.readAhead()).isEqualTo(FairQueue.MAX_NOTICES);
        assertThat(drops.count(DropReason.QUEUE_FULL)).isEqualTo(3);
    }

    @Test
    void whoMakesRequestsHearsOfNoHiccup() {
        options.set(SocketOptions.HICCUP_MSG, "hiccup".getBytes(UTF_8));
        var a = attach(FakePipe.roomy());
        dealer.beginRequests();
        dealer.disconnected(a);
        assertThat(dealer.tryReceiveReply()).isNull();
    }

    private FakePipe attach(FakePipe pipe) {
        dealer.attach(pipe);
        dealer.connected(pipe);
        return pipe;
    }
}
