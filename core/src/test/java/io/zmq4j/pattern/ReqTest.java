package io.zmq4j.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.error.SocketStateException;
import io.zmq4j.event.DropCounters;
import io.zmq4j.event.DropReason;
import io.zmq4j.message.Message;
import io.zmq4j.options.OptionValues;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.zmtp.CloseReason;
import io.zmq4j.zmtp.SocketType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ReqTest {
    private final OptionValues options = new OptionValues(SocketType.REQ);
    private final DropCounters drops = new DropCounters();
    private final Req req = new Req(options, drops);

    @Test
    @DisplayName("RFC 28: REQ SHALL send and then receive exactly one message at a time")
    void sendAndReceiveAlternate() {
        var a = attach(FakePipe.roomy());
        assertThat(req.canReceive()).isFalse();
        assertThatThrownBy(req::tryReceive)
                .isInstanceOf(SocketStateException.class)
                .hasMessageContaining("send one before receiving");
        assertThat(req.trySend(Message.of("1"))).isTrue();
        assertThat(req.canSend()).isFalse();
        assertThatThrownBy(() -> req.trySend(Message.of("2")))
                .isInstanceOf(SocketStateException.class)
                .hasMessageContaining("receive it before sending, or set REQ_RELAXED");
        assertThat(req.tryReceive()).isNull();
        reply(a, "", "r1");
        assertThat(req.canReceive()).isTrue();
        assertThat(req.tryReceive()).isEqualTo(Message.of("r1"));
        assertThat(req.canSend()).isTrue();
        assertThat(req.canReceive()).isFalse();
    }

    @Test
    @DisplayName("RFC 28: REQ SHALL prefix the outgoing message with an empty delimiter frame")
    void theRequestHasADelimiter() {
        var a = attach(FakePipe.roomy());
        req.trySend(Message.of("a", "b"));
        assertThat(a.received()).containsExactly(Message.of("", "a", "b"));
    }

    @Test
    @DisplayName("RFC 28: REQ SHALL route outgoing messages to connected peers using a round-robin strategy")
    void requestsGoRound() {
        var a = attach(FakePipe.roomy());
        var b = attach(FakePipe.roomy());
        for (int i = 0; i < 4; i++) {
            assertThat(req.trySend(Message.of("x"))).isTrue();
            var asked = i % 2 == 0 ? a : b;
            assertThat(asked.received()).hasSize(1);
            reply(asked, "", "r" + i);
            assertThat(req.tryReceive()).isEqualTo(Message.of("r" + i));
        }
    }

    @Test
    @DisplayName("RFC 28: REQ SHALL block on sending, or return a suitable error, when it has no connected peers")
    void withoutPeersTheCallerIsToldToWait() {
        assertThat(req.canSend()).isFalse();
        assertThat(req.trySend(Message.of("x"))).isFalse();
        assertThat(req.trySend(Message.of("x"))).as("still in the send state").isFalse();
    }

    @Test
    @DisplayName("RFC 28: REQ SHALL NOT discard messages that it cannot send to a connected peer")
    void whenAllAreFullTheCallerKeepsTheMessage() {
        var a = attach(new FakePipe(1));
        a.write(Message.of("in the way"));
        assertThat(req.trySend(Message.of("x"))).isFalse();
        a.received();
        req.writable(a);
        assertThat(req.trySend(Message.of("x"))).isTrue();
        assertThat(a.received()).containsExactly(Message.of("", "x"));
        assertThat(drops.snapshot()).isEmpty();
    }

    @Test
    @DisplayName("RFC 28: REQ SHALL accept an incoming message only from the last peer that it sent a request to, "
            + "and discard silently others'")
    void onlyTheAskedPeerAnswers() {
        var a = attach(FakePipe.roomy());
        var b = attach(FakePipe.roomy());
        req.trySend(Message.of("x"));
        reply(b, "", "not asked");
        assertThat(req.canReceive()).isFalse();
        assertThat(req.tryReceive()).isNull();
        assertThat(drops.count(DropReason.LATE_REPLY)).isEqualTo(1);
        reply(a, "", "asked");
        assertThat(req.tryReceive()).isEqualTo(Message.of("asked"));
    }

    @Test
    void whatIsPendingIsThrownAwayWithEachRequest() {
        var a = attach(FakePipe.roomy());
        var b = attach(FakePipe.roomy());
        reply(a, "", "before");
        reply(b, "", "before");
        reply(b, "", "before");
        req.trySend(Message.of("x"));
        assertThat(req.tryReceive()).isNull();
        assertThat(drops.count(DropReason.LATE_REPLY)).isEqualTo(3);
    }

    @Test
    void aSecondReplyToTheSameRequestIsNotTheNextOnes() {
        var a = attach(FakePipe.roomy());
        req.trySend(Message.of("1"));
        reply(a, "", "r1");
        reply(a, "", "r1 again");
        assertThat(req.tryReceive()).isEqualTo(Message.of("r1"));
        req.trySend(Message.of("2"));
        assertThat(req.tryReceive()).isNull();
        reply(a, "", "r2");
        assertThat(req.tryReceive()).isEqualTo(Message.of("r2"));
    }

    @Test
    void malformedRepliesAreSkipped() {
        var a = attach(FakePipe.roomy());
        req.trySend(Message.of("x"));
        reply(a, "no delimiter");
        reply(a, "no", "delimiter");
        reply(a, "");
        assertThat(req.tryReceive()).isNull();
        assertThat(drops.count(DropReason.MALFORMED_ENVELOPE)).isEqualTo(3);
        reply(a, "", "good");
        assertThat(req.tryReceive()).isEqualTo(Message.of("good"));
    }

    @Test
    void whenTheAskedPeerLeftNobodyElseAnswers() {
        var a = attach(FakePipe.roomy());
        var b = attach(FakePipe.roomy());
        req.trySend(Message.of("x"));
        assertThat(req.isRequestLost()).isFalse();
        req.detach(a);
        assertThat(req.isRequestLost()).isTrue();
        reply(b, "", "stranger");
        assertThat(req.canReceive()).isFalse();
        assertThat(drops.count(DropReason.LATE_REPLY)).isEqualTo(1);
    }

    @Test
    void probesEveryConnectionIfSet() {
        options.set(SocketOptions.PROBE_ROUTER, true);
        assertThat(attach(FakePipe.roomy()).received()).containsExactly(Message.empty());
    }

    @Nested
    class Relaxed {
        @Test
        void anotherRequestGoesToTheNextPeerAndTheOldReplyIsForgotten() {
            options.set(SocketOptions.REQ_RELAXED, true);
            var a = attach(FakePipe.roomy());
            var b = attach(FakePipe.roomy());
            req.trySend(Message.of("1"));
            assertThat(req.canSend()).isTrue();
            req.trySend(Message.of("2"));
            assertThat(a.received()).containsExactly(Message.of("", "1"));
            assertThat(b.received()).containsExactly(Message.of("", "2"));
            assertThat(a.closes()).isEmpty();
            reply(a, "", "r1");
            assertThat(req.tryReceive()).isNull();
            reply(b, "", "r2");
            assertThat(req.tryReceive()).isEqualTo(Message.of("r2"));
        }

        @Test
        void aSendThatFindsNobodyChangesNothing() {
            options.set(SocketOptions.REQ_RELAXED, true);
            var a = attach(new FakePipe(1));
            req.trySend(Message.of("1"));
            reply(a, "", "r1");
            assertThat(req.trySend(Message.of("2"))).isFalse();
            assertThat(req.tryReceive()).isEqualTo(Message.of("r1"));
        }
    }

    @Nested
    class Correlated {
        @Test
        void theRequestHasAnIdOfFourBytesBeforeTheDelimiter() {
            options.set(SocketOptions.REQ_CORRELATE, true);
            var a = attach(FakePipe.roomy());
            req.trySend(Message.of("x"));
            var wire = a.received().get(0);
            assertThat(wire.size(0)).isEqualTo(4);
            assertThat(wire.from(1)).isEqualTo(Message.of("", "x"));
            reply(a, Message.of("", "r").prepend(wire.array(0)));
            assertThat(req.tryReceive()).isEqualTo(Message.of("r"));
            req.trySend(Message.of("y"));
            assertThat(a.received().get(0).array(0)).isNotEqualTo(wire.array(0));
        }

        @Test
        void aReplyWithAnotherIdIsDiscarded() {
            options.set(SocketOptions.REQ_CORRELATE, true);
            var a = attach(FakePipe.roomy());
            req.trySend(Message.of("1"));
            byte[] first = a.received().get(0).array(0);
            req.abandon();
            req.trySend(Message.of("2"));
            byte[] second = a.received().get(0).array(0);
            reply(a, Message.of("", "r1").prepend(first));
            assertThat(req.tryReceive()).isNull();
            assertThat(drops.count(DropReason.LATE_REPLY)).isEqualTo(1);
            reply(a, "", "no id");
            assertThat(req.tryReceive()).isNull();
            assertThat(drops.count(DropReason.MALFORMED_ENVELOPE)).isEqualTo(1);
            reply(a, Message.of("", "r2").prepend(second));
            assertThat(req.tryReceive()).isEqualTo(Message.of("r2"));
        }

        @Test
        void aReplyToAnEarlierRequestWithIdIsNotTakenForOneWithout() {
            options.set(SocketOptions.REQ_CORRELATE, true);
            var a = attach(FakePipe.roomy());
            req.tryRequest(Message.of("1"));
            byte[] first = a.received().get(0).array(0);
            req.abandon();
            options.set(SocketOptions.REQ_CORRELATE, false);
            req.trySend(Message.of("2"));
            reply(a, Message.of("", "r1").prepend(first));
            assertThat(req.tryReceive()).isNull();
            assertThat(drops.count(DropReason.LATE_REPLY)).isEqualTo(1);
        }
    }

    /** Nothing tells a late reply from another but the connection it comes by. */
    @Nested
    class GivingUpTheConnection {
        private final Message request = Message.of("x");

        @Test
        void nothingIsAddedToTheRequest() {
            var a = attach(FakePipe.roomy());
            assertThat(req.tryRequest(request)).isTrue();
            assertThat(a.received()).containsExactly(Message.of("", "x"));
            reply(a, "", "r");
            assertThat(req.tryReceive()).isEqualTo(Message.of("r"));
            assertThat(a.closes()).isEmpty();
        }

        @Test
        void aRequestThatIsAbandonedEndsTheConnectionThatWasAsked() {
            var a = attach(FakePipe.roomy());
            var b = attach(FakePipe.roomy());
            req.tryRequest(request);
            req.abandon(request);
            assertThat(a.closes()).containsExactly(CloseReason.NO_REPLY);
            assertThat(b.closes()).isEmpty();
        }

        @Test
        void theNextRequestIsPossibleThoughMemoryIsShortForEndingTheConnection() {
            var a = attach(FakePipe.roomy());
            var b = attach(FakePipe.roomy());
            req.tryRequest(request);
            a.outOfMemory();
            assertThatThrownBy(() -> req.abandon(request)).isInstanceOf(OutOfMemoryError.class);
            assertThat(req.tryRequest(Message.of("y"))).isTrue();
            assertThat(b.received()).containsExactly(Message.of("", "y"));
        }

        @Test
        void aReplyByAConnectionThatWasGivenUpIsNobodys() {
            var a = attach(FakePipe.roomy());
            var b = attach(FakePipe.roomy());
            req.tryRequest(request);
            req.abandon(request);
            req.trySend(Message.of("y"));
            reply(a, "", "late");
            assertThat(req.tryReceive()).isNull();
            assertThat(drops.count(DropReason.LATE_REPLY)).isEqualTo(1);
            reply(b, "", "r");
            assertThat(req.tryReceive()).isEqualTo(Message.of("r"));
        }

        @Test
        void aConnectionThatWasGivenUpIsNotAskedThoughItIsStillThere() {
            var a = attach(FakePipe.roomy());
            req.tryRequest(request);
            req.abandon(request);
            a.received();
            assertThat(req.tryRequest(request)).isFalse();
            assertThat(req.trySend(request)).isFalse();
            assertThat(a.received()).isEmpty();
        }

        @Test
        void askingAgainGivesUpTheConnectionEvenIfNobodyElseIsThere() {
            var a = attach(FakePipe.roomy());
            req.tryRequest(request);
            assertThat(req.trySendAgain()).isFalse();
            assertThat(a.closes()).containsExactly(CloseReason.NO_REPLY);
            var b = attach(FakePipe.roomy());
            assertThat(req.trySendAgain()).isTrue();
            assertThat(b.received()).containsExactly(Message.of("", "x"));
        }

        @Test
        void aBrokenConnectionIsGivenUpAsTheRequestMayWaitForTheNext() {
            var a = attach(FakePipe.roomy());
            req.tryRequest(request);
            req.disconnected(a);
            assertThat(req.isRequestLost()).isTrue();
            req.abandon(request);
            assertThat(a.closes()).containsExactly(CloseReason.NO_REPLY);
        }

        @Test
        void oneThatIsAnsweredKeepsItsConnection() {
            var a = attach(FakePipe.roomy());
            req.tryRequest(request);
            reply(a, "", "r");
            assertThat(req.tryReceive()).isNotNull();
            req.abandon(request);
            assertThat(a.closes()).isEmpty();
        }

        @Test
        void aPlainRequestThatIsReplacedEndsItsConnectionToo() {
            options.set(SocketOptions.REQ_RELAXED, true);
            var a = attach(FakePipe.roomy());
            req.trySend(Message.of("plain"));
            assertThat(req.tryRequest(request)).isFalse();
            assertThat(a.closes()).containsExactly(CloseReason.NO_REPLY);
        }

        @Test
        void whoIsAskedIsKnown() {
            var a = attach(FakePipe.roomy());
            assertThat(req.asked()).isNull();
            req.tryRequest(request);
            assertThat(req.asked()).isEqualTo(a.peer());
        }
    }

    @Nested
    class WithRetries {
        @BeforeEach
        void correlate() {
            options.set(SocketOptions.REQ_CORRELATE, true);
        }

        @Test
        void onlyOneThatIsConnectedIsAsked() {
            var a = FakePipe.roomy();
            req.attach(a);
            assertThat(req.tryRequest(Message.of("x"))).isFalse();
            req.connected(a);
            assertThat(req.tryRequest(Message.of("x"))).isTrue();
        }

        @Test
        void theSameRequestGoesToTheNextPeerWithTheSameId() {
            var a = attach(FakePipe.roomy());
            var b = attach(FakePipe.roomy());
            assertThat(req.tryRequest(Message.of("x"))).isTrue();
            assertThat(req.trySendAgain()).isTrue();
            var first = a.received().get(0);
            var again = b.received().get(0);
            assertThat(first.size(0)).isEqualTo(4);
            assertThat(again).isEqualTo(first);
            reply(a, Message.of("", "late").prepend(first.array(0)));
            assertThat(req.tryReceive()).as("only the last asked peer counts").isNull();
            reply(b, Message.of("", "r").prepend(first.array(0)));
            assertThat(req.tryReceive()).isEqualTo(Message.of("r"));
        }

        @Test
        void withOnePeerTheReplyToEitherCopyWillDoAndTheOtherIsDiscarded() {
            var a = attach(FakePipe.roomy());
            req.tryRequest(Message.of("1"));
            req.trySendAgain();
            byte[] id = a.received().get(0).array(0);
            reply(a, Message.of("", "r1").prepend(id));
            assertThat(req.tryReceive()).isEqualTo(Message.of("r1"));
            req.tryRequest(Message.of("2"));
            reply(a, Message.of("", "r1").prepend(id));
            assertThat(req.tryReceive()).isNull();
        }

        @Test
        void aLostRequestCanBeSentAgain() {
            var a = attach(FakePipe.roomy());
            req.tryRequest(Message.of("x"));
            req.detach(a);
            assertThat(req.trySendAgain()).as("nobody is there").isFalse();
            assertThat(req.isRequestLost()).isTrue();
            var b = attach(FakePipe.roomy());
            assertThat(req.trySendAgain()).isTrue();
            assertThat(req.isRequestLost()).isFalse();
            assertThat(b.received().get(0).from(1)).isEqualTo(Message.of("", "x"));
        }

        @Test
        void aRenewedConnectionMayHaveLostTheRequestButItsReplyIsWelcome() {
            var a = attach(FakePipe.roomy());
            req.tryRequest(Message.of("x"));
            req.connected(a);
            assertThat(req.isRequestLost()).isTrue();
            reply(a, Message.of("", "r").prepend(a.received().get(0).array(0)));
            assertThat(req.tryReceive()).isEqualTo(Message.of("r"));
            assertThat(req.isRequestLost()).isFalse();
        }

        @Test
        void aBrokenConnectionMayHaveLostTheRequest() {
            var a = attach(FakePipe.roomy());
            req.connected(a);
            req.tryRequest(Message.of("x"));
            assertThat(req.isRequestLost()).isFalse();
            req.disconnected(a);
            assertThat(req.isRequestLost()).isTrue();
        }

        @Test
        void anotherConnectedPeerIsAskedBeforeTheQueueOfOneThatIsAway() {
            var a = attach(FakePipe.roomy());
            var away = attach(FakePipe.roomy());
            var b = attach(FakePipe.roomy());
            req.connected(a);
            req.connected(away);
            req.connected(b);
            req.disconnected(away);
            req.tryRequest(Message.of("x"));
            req.disconnected(a);
            assertThat(req.trySendAgain()).isTrue();
            assertThat(away.received()).isEmpty();
            assertThat(b.received()).hasSize(1);
        }

        @Test
        void requestsThatWereGivenUpAreNotWorthWaitingForAtTheEnd() {
            attach(FakePipe.roomy());
            req.tryRequest(Message.of("x"));
            assertThat(req.wantsLinger()).isTrue();
            req.abandon();
            assertThat(req.wantsLinger()).isFalse();
        }

        @Test
        void theFirstConnectionDoesNotLoseWhatWaitedForIt() {
            var a = FakePipe.roomy();
            req.attach(a);
            req.trySend(Message.of("x"));
            req.connected(a);
            assertThat(req.isRequestLost()).isFalse();
        }

        /** It was answered, and before its caller could say that it has done with it another thread asked. */
        @Test
        void whatIsAbandonedIsOnesOwnRequest() {
            var a = attach(FakePipe.roomy());
            var first = Message.of("1");
            req.tryRequest(first);
            reply(a, Message.of("", "r1").prepend(a.received().get(0).array(0)));
            assertThat(req.tryReceive()).isEqualTo(Message.of("r1"));
            req.trySend(Message.of("another thread's"));

            req.abandon(first);

            byte[] id = a.received().get(0).array(0);
            reply(a, Message.of("", "r2").prepend(id));
            assertThat(req.tryReceive()).isEqualTo(Message.of("r2"));
            var third = Message.of("3");
            req.tryRequest(third);
            req.abandon(third);
            assertThat(req.canSend()).isTrue();
        }

        @Test
        void abandonReturnsToTheSendState() {
            var a = attach(FakePipe.roomy());
            req.tryRequest(Message.of("1"));
            byte[] id = a.received().get(0).array(0);
            reply(a, Message.of("", "r1").prepend(id));
            assertThat(req.canReceive()).isTrue();
            req.abandon();
            assertThat(req.canReceive()).isFalse();
            assertThat(req.canSend()).isTrue();
            assertThat(req.tryRequest(Message.of("2"))).isTrue();
            assertThat(req.tryReceive()).isNull();
            assertThat(drops.count(DropReason.LATE_REPLY)).isEqualTo(1);
        }

        @Test
        void aPlainRequestCannotBeSentAgain() {
            attach(FakePipe.roomy());
            assertThatThrownBy(req::trySendAgain)
                    .isInstanceOf(SocketStateException.class)
                    .hasMessageContaining("tryRequest");
            req.trySend(Message.of("x"));
            assertThatThrownBy(req::trySendAgain).isInstanceOf(SocketStateException.class);
        }

        @Test
        void anAnsweredRequestCannotBeSentAgain() {
            var a = attach(FakePipe.roomy());
            req.tryRequest(Message.of("x"));
            reply(a, Message.of("", "r").prepend(a.received().get(0).array(0)));
            assertThat(req.tryReceive()).isNotNull();
            assertThatThrownBy(req::trySendAgain).isInstanceOf(SocketStateException.class);
        }
    }

    private void reply(FakePipe pipe, String... frames) {
        reply(pipe, Message.of(frames));
    }

    private void reply(FakePipe pipe, Message message) {
        pipe.deliver(message);
        req.readable(pipe);
    }

    private FakePipe attach(FakePipe pipe) {
        req.attach(pipe);
        req.connected(pipe);
        return pipe;
    }
}
