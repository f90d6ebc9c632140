package io.zmq4j.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.zmq4j.error.UnroutableException;
import io.zmq4j.event.DropCounters;
import io.zmq4j.event.DropReason;
import io.zmq4j.event.Peer;
import io.zmq4j.message.Message;
import io.zmq4j.options.OptionValues;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.pipe.Pipe;
import io.zmq4j.zmtp.CloseReason;
import io.zmq4j.zmtp.SocketType;
import java.util.ArrayList;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RouterTest {
    private final OptionValues options = new OptionValues(SocketType.ROUTER);
    private final DropCounters drops = new DropCounters();
    private final Router router = new Router(options, drops);

    @Test
    @DisplayName("RFC 28: ROUTER SHALL receive incoming messages from its peers using a fair-queuing strategy")
    void aBusyPeerDoesNotKeepTheOthersWaiting() {
        attach(FakePipe.roomy().announcing("A").deliver("1").deliver("2"));
        attach(FakePipe.roomy().announcing("B").deliver("1"));
        assertThat(router.tryReceive()).isEqualTo(Message.of("A", "1"));
        assertThat(router.tryReceive()).isEqualTo(Message.of("B", "1"));
        assertThat(router.tryReceive()).isEqualTo(Message.of("A", "2"));
        assertThat(router.tryReceive()).isNull();
    }

    @Test
    @DisplayName("RFC 28: ROUTER SHALL prefix each incoming message with a frame containing the identity of the "
            + "originating double queue")
    void theIdIsInFront() {
        attach(FakePipe.roomy().announcing("A").deliver("", "body"));
        assertThat(router.tryReceive()).isEqualTo(Message.of("A", "", "body"));
    }

    @Test
    @DisplayName("RFC 28: ROUTER SHALL deliver the resulting messages to its calling application")
    void whatCanBeReceivedIsReceived() {
        var a = attach(FakePipe.roomy().announcing("A"));
        assertThat(router.canReceive()).isFalse();
        a.deliver("1");
        router.readable(a);
        assertThat(router.canReceive()).isTrue();
        assertThat(router.tryReceive()).isEqualTo(Message.of("A", "1"));
    }

    @Test
    @DisplayName("RFC 28: ROUTER SHALL remove the first frame from each outgoing message and use this as the "
            + "identity of a double queue")
    void theIdDecidesAndIsRemoved() {
        var a = attach(FakePipe.roomy().announcing("A"));
        var b = attach(FakePipe.roomy().announcing("B"));
        assertThat(router.trySend(Message.of("B", "", "body"))).isTrue();
        assertThat(b.received()).containsExactly(Message.of("", "body"));
        assertThat(a.received()).isEmpty();
    }

    @Test
    @DisplayName("RFC 28: ROUTER SHALL silently drop the message if the queue does not exist, or is full, and "
            + "SHALL NOT block")
    void messagesToNobodyOrAFullPeerAreDroppedAndCounted() {
        attach(FakePipe.full().announcing("A"));
        assertThat(router.canSend()).isTrue();
        assertThat(router.trySend(Message.of("A", "x"))).isTrue();
        assertThat(router.trySend(Message.of("B", "x"))).isTrue();
        assertThat(drops.count(DropReason.QUEUE_FULL)).isEqualTo(1);
        assertThat(drops.count(DropReason.UNROUTABLE)).isEqualTo(1);
    }

    @Test
    @DisplayName("RFC 28: ROUTER SHALL route the message to the outgoing queue if that queue exists, and has space")
    void aPeerThatHasRoomAgainGetsMessages() {
        var a = attach(new FakePipe(1).announcing("A"));
        router.trySend(Message.of("A", "1"));
        router.trySend(Message.of("A", "2"));
        assertThat(a.received()).containsExactly(Message.of("1"));
        router.trySend(Message.of("A", "3"));
        assertThat(a.received()).containsExactly(Message.of("3"));
    }

    @Test
    void roomIsAskedForByTheId() {
        var a = attach(new FakePipe(1).announcing("A"));
        var b = attach(FakePipe.roomy().announcing("B"));
        router.trySend(Message.of("A", "1"));
        assertThat(router.canSend("A".getBytes())).as("full").isFalse();
        assertThat(router.canSend("B".getBytes())).isTrue();
        assertThat(router.canSend("C".getBytes())).as("nobody").isFalse();
        a.received();
        assertThat(router.canSend("A".getBytes())).as("room again").isTrue();
        b.ended();
        assertThat(router.canSend("B".getBytes())).as("gone").isFalse();
        assertThat(drops.snapshot()).isEmpty();
    }

    @Test
    @DisplayName("RFC 28: ROUTER SHALL identify each double queue using a unique identity")
    void peersWithoutIdGetAZeroAndABigEndianNumber() {
        byte[] first = autoId();
        byte[] second = autoId();
        assertThat(first).hasSize(5).startsWith(0);
        assertThat(number(second)).isEqualTo(number(first) + 1);
    }

    @Test
    @DisplayName("RFC 28: ROUTER SHALL destroy the double queue of a peer that disconnects")
    void onesWhoLeftAreUnknown() {
        var a = attach(FakePipe.roomy().announcing("A"));
        assertThat(router.hasPeer("A".getBytes())).isTrue();
        router.detach(a);
        assertThat(router.hasPeer("A".getBytes())).isFalse();
        router.trySend(Message.of("A", "x"));
        assertThat(a.received()).isEmpty();
        assertThat(drops.count(DropReason.UNROUTABLE)).isEqualTo(1);
    }

    @Test
    void oneWhoLeftWithMessagesUnreadIsUnknown() {
        var a = attach(FakePipe.roomy().announcing("A").deliver("unread"));
        a.ended();
        assertThat(router.hasPeer("A".getBytes())).as("before word of it comes").isFalse();
        assertThat(router.trySend(Message.of("A", "x"))).isTrue();
        router.readable(a);
        assertThat(router.hasPeer("A".getBytes())).isFalse();
        assertThat(router.trySend(Message.of("A", "x"))).isTrue();
        assertThat(drops.snapshot()).containsExactly(entry(DropReason.UNROUTABLE, 2L));
        assertThat(router.tryReceive()).isEqualTo(Message.of("A", "unread"));
    }

    @Test
    void oneWhoWasDisconnectedIsUnknownThoughItMayStillSend() {
        var a = attach(FakePipe.roomy().announcing("A").deliver("under way").gone());
        assertThat(router.hasPeer("A".getBytes())).isFalse();
        assertThat(router.tryReceive()).isEqualTo(Message.of("A", "under way"));
    }

    @Test
    @DisplayName("RFC 28: ROUTER SHOULD allow the peer to specify its identity: known once connected, not before")
    void aPeerHasNoIdBeforeItIsConnected() {
        var a = FakePipe.roomy().announcing("A");
        router.attach(a);
        assertThat(router.hasPeer("A".getBytes())).isFalse();
        router.connected(a);
        assertThat(router.hasPeer("A".getBytes())).isTrue();
    }

    @Test
    void anAssignedIdCountsAtOnceAndWins() {
        var a = FakePipe.roomy().assigned("mine").announcing("A");
        router.attach(a);
        assertThat(router.trySend(Message.of("mine", "early"))).isTrue();
        router.connected(a);
        assertThat(a.received()).containsExactly(Message.of("early"));
        assertThat(router.hasPeer("A".getBytes())).isFalse();
        a.deliver("1");
        router.readable(a);
        assertThat(router.tryReceive()).isEqualTo(Message.of("mine", "1"));
    }

    @Test
    void aRenewedConnectionMayBringAnotherId() {
        var a = attach(FakePipe.roomy().announcing("A"));
        a.announcing("B");
        router.connected(a);
        assertThat(router.hasPeer("A".getBytes())).isFalse();
        router.trySend(Message.of("B", "x"));
        assertThat(a.received()).containsExactly(Message.of("x"));
    }

    @Test
    void aRenewedConnectionWithoutIdDoesNotKeepTheNameOfThePeerBefore() {
        var a = attach(FakePipe.roomy().announcing("A"));
        a.announcing("");
        router.connected(a);
        assertThat(router.hasPeer("A".getBytes())).isFalse();
        a.deliver(Pipe.RESTART).deliver("1");
        router.readable(a);
        assertThat(router.tryReceive().array(0)).hasSize(5).startsWith(0);
    }

    @Test
    void whatAPeerSentBeforeItsConnectionWasRenewedByAnotherKeepsItsName() {
        var a = attach(FakePipe.roomy().announcing("A").deliver("of A"));
        a.announcing("B");
        router.connected(a);
        a.deliver(Pipe.RESTART).deliver("of B");
        router.readable(a);
        assertThat(router.tryReceive()).isEqualTo(Message.of("A", "of A"));
        assertThat(router.tryReceive()).isEqualTo(Message.of("B", "of B"));
    }

    @Test
    void eachOfThePeersThatCameOneAfterAnotherKeepsItsName() {
        var a = attach(FakePipe.roomy());
        router.connected(a.announcing("A"));
        a.deliver(Pipe.RESTART).deliver("of A");
        router.connected(a.announcing(""));
        a.deliver(Pipe.RESTART).deliver("of nobody");
        router.connected(a.announcing("B"));
        a.deliver(Pipe.RESTART).deliver("of B");
        router.readable(a);

        var senders = new Peer[3];
        assertThat(router.tryReceive(senders, 0)).isEqualTo(Message.of("A", "of A"));
        Message second = router.tryReceive(senders, 1);
        assertThat(second.array(0)).hasSize(5).startsWith(0);
        assertThat(router.tryReceive(senders, 2)).isEqualTo(Message.of("B", "of B"));
        assertThat(senders)
                .extracting(Peer::routingId)
                .containsExactly("A".getBytes(), second.array(0), "B".getBytes());
    }

    @Test
    void aPeerIsKnownByItsIdWhileItIsThere() {
        var a = attach(FakePipe.roomy().announcing("A"));
        assertThat(router.peer("A".getBytes())).isEqualTo(a.peer());
        assertThat(router.peer("B".getBytes())).isNull();
        a.ended();
        assertThat(router.peer("A".getBytes())).isNull();
    }

    @Test
    void aRenewedConnectionWithoutIdKeepsItsNumber() {
        var a = attach(FakePipe.roomy().deliver("1"));
        byte[] id = router.tryReceive().bytes();
        router.connected(a);
        a.deliver("2");
        router.readable(a);
        assertThat(router.tryReceive().bytes()).isEqualTo(id);
    }

    @Test
    void anAnnouncedIdThatStartsWithZeroCountsAsNone() {
        attach(FakePipe.roomy().announcing("\0abcd").deliver("1"));
        assertThat(router.hasPeer("\0abcd".getBytes())).isFalse();
        assertThat(router.tryReceive().bytes()).hasSize(5).startsWith(0);
    }

    @Test
    void aMessageOfTheIdAloneIsIgnored() {
        var a = attach(FakePipe.roomy().announcing("A"));
        assertThat(router.trySend(Message.of("A"))).isTrue();
        assertThat(a.received()).isEmpty();
        assertThat(drops.count(DropReason.MALFORMED_ENVELOPE)).isEqualTo(1);
    }

    @Test
    void probesEveryConnectionIfSet() {
        options.set(SocketOptions.PROBE_ROUTER, true);
        assertThat(attach(FakePipe.roomy()).received()).containsExactly(Message.empty());
    }

    @Nested
    class Notices {
        @Test
        void aPeerThatComesAndOneThatGoesAreReceivedAroundWhatItSent() {
            options.set(SocketOptions.ROUTER_NOTIFY, 3);
            var a = attach(FakePipe.roomy().announcing("A").deliver("1"));
            a.ended();
            router.readable(a);
            assertThat(router.canReceive()).isTrue();
            assertThat(router.tryReceive()).isEqualTo(Message.of("A", ""));
            assertThat(router.tryReceive()).isEqualTo(Message.of("A", "1"));
            assertThat(router.tryReceive()).isNull();
            router.detach(a);
            assertThat(router.tryReceive()).isEqualTo(Message.of("A", ""));
            assertThat(router.tryReceive()).isNull();
        }

        @Test
        void eachBitIsForItself() {
            options.set(SocketOptions.ROUTER_NOTIFY, 1);
            var a = attach(FakePipe.roomy().announcing("A"));
            router.detach(a);
            assertThat(router.tryReceive()).isEqualTo(Message.of("A", ""));
            assertThat(router.tryReceive()).isNull();

            options.set(SocketOptions.ROUTER_NOTIFY, 2);
            var b = attach(FakePipe.roomy().announcing("B"));
            assertThat(router.tryReceive()).isNull();
            router.detach(b);
            assertThat(router.tryReceive()).isEqualTo(Message.of("B", ""));
        }

        @Test
        void aRenewedConnectionIsNoNewPeer() {
            options.set(SocketOptions.ROUTER_NOTIFY, 3);
            var a = attach(FakePipe.roomy().announcing("A"));
            router.disconnected(a);
            router.connected(a);
            assertThat(router.tryReceive()).isEqualTo(Message.of("A", ""));
            assertThat(router.tryReceive()).isNull();
        }

        @Test
        void oneThatWasNeverConnectedIsNotToldOf() {
            options.set(SocketOptions.ROUTER_NOTIFY, 3);
            options.set(SocketOptions.DISCONNECT_MSG, "gone".getBytes());
            var expected = FakePipe.roomy().assigned("A");
            router.attach(expected);
            router.detach(expected);
            assertThat(router.tryReceive()).isNull();
        }

        @Test
        void oneThatIsRefusedIsNotToldOf() {
            options.set(SocketOptions.ROUTER_NOTIFY, 3);
            attach(FakePipe.roomy().announcing("A"));
            var second = attach(FakePipe.roomy().announcing("A"));
            router.detach(second);
            assertThat(router.tryReceive()).isEqualTo(Message.of("A", ""));
            assertThat(router.tryReceive()).isNull();
        }

        @Test
        void theDisconnectMessageComesInThePeersName() {
            options.set(SocketOptions.DISCONNECT_MSG, "gone".getBytes());
            var a = attach(FakePipe.roomy().announcing("A").deliver("last"));
            a.ended();
            router.readable(a);
            assertThat(router.tryReceive()).isEqualTo(Message.of("A", "last"));
            router.detach(a);
            assertThat(router.tryReceive()).isEqualTo(Message.of("A", "gone"));
        }

        @Test
        void theHelloIsTheFirstMessageToEachPeer() {
            options.set(SocketOptions.HELLO_MSG, "hello".getBytes());
            var a = attach(FakePipe.roomy().announcing("A"));
            assertThat(router.trySend(Message.of("A", "1"))).isTrue();
            assertThat(a.received()).containsExactly(Message.of("hello"), Message.of("1"));
        }
    }

    @Nested
    class DuplicateIds {
        private final FakePipe older = attach(FakePipe.roomy().announcing("A"));

        @Test
        void theNewcomerIsClosedAndTheOlderOneStays() {
            var newcomer = attach(FakePipe.roomy().announcing("A").deliver("not read"));
            assertThat(newcomer.closes()).containsExactly(CloseReason.REFUSED_BY_SOCKET);
            assertThat(older.closes()).isEmpty();
            assertThat(router.tryReceive()).isNull();
            router.trySend(Message.of("A", "x"));
            assertThat(older.received()).containsExactly(Message.of("x"));
            router.detach(newcomer);
            assertThat(router.hasPeer("A".getBytes())).isTrue();
        }

        @Test
        void theIdOfOneWhoLeftIsFreeAtOnceAndWhatItSentIsReadFirst() {
            older.deliver("old").ended();
            router.readable(older);
            var newcomer = attach(FakePipe.roomy().announcing("A").deliver("new"));
            assertThat(newcomer.closes()).isEmpty();
            router.trySend(Message.of("A", "x"));
            assertThat(newcomer.received()).containsExactly(Message.of("x"));
            assertThat(router.tryReceive()).isEqualTo(Message.of("A", "old"));
            router.detach(older);
            assertThat(router.hasPeer("A".getBytes())).isTrue();
            assertThat(router.tryReceive()).isEqualTo(Message.of("A", "new"));
        }

        @Test
        void theIdOfOneWhoWasDisconnectedMayBeAssignedAtOnce() {
            older.gone();
            var next = FakePipe.roomy().assigned("A");
            router.attach(next);
            assertThat(next.closes()).isEmpty();
            router.trySend(Message.of("A", "x"));
            assertThat(next.received()).containsExactly(Message.of("x"));
        }

        @Test
        void aRefusedPeerIsNotReadWhateverItsPipeTells() {
            var newcomer =
                    attach(FakePipe.roomy().announcing("A").deliver("stranger").ended());
            router.readable(newcomer);
            assertThat(router.canReceive()).isFalse();
            assertThat(newcomer.reads()).isZero();
        }

        @Test
        void withHandoverAnIdThatWasChosenHereIsNotTriedForAgain() {
            options.set(SocketOptions.ROUTER_HANDOVER, true);
            var first = FakePipe.roomy().assigned("mine");
            router.attach(first);
            router.attach(FakePipe.roomy().assigned("mine"));
            assertThat(first.closes()).containsExactly(CloseReason.CLOSED_LOCALLY);
        }

        @Test
        void anAssignedDuplicateIsClosedToo() {
            var newcomer = FakePipe.roomy().assigned("A");
            router.attach(newcomer);
            assertThat(newcomer.closes()).containsExactly(CloseReason.REFUSED_BY_SOCKET);
        }

        @Test
        void aRenewedConnectionThatTakesAnothersIdIsClosed() {
            var other = attach(FakePipe.roomy().announcing("B"));
            other.announcing("A");
            router.connected(other);
            assertThat(other.closes()).containsExactly(CloseReason.REFUSED_BY_SOCKET);
            assertThat(router.hasPeer("B".getBytes())).isFalse();
            router.trySend(Message.of("A", "x"));
            assertThat(older.received()).containsExactly(Message.of("x"));
        }

        @Test
        void withHandoverTheOlderOneIsClosed() {
            options.set(SocketOptions.ROUTER_HANDOVER, true);
            var newcomer = attach(FakePipe.roomy().announcing("A"));
            assertThat(newcomer.closes()).isEmpty();
            assertThat(older.closes()).containsExactly(CloseReason.REFUSED_BY_SOCKET);
            router.trySend(Message.of("A", "x"));
            assertThat(newcomer.received()).containsExactly(Message.of("x"));
            router.detach(older);
            assertThat(router.hasPeer("A".getBytes())).isTrue();
        }

        @Test
        void withHandoverWhatTheOlderOneSentIsReadUnderANumber() {
            options.set(SocketOptions.ROUTER_HANDOVER, true);
            older.deliver("old");
            router.readable(older);
            attach(FakePipe.roomy().announcing("A").deliver("new"));
            var first = router.tryReceive();
            var second = router.tryReceive();
            assertThat(first.from(1)).isEqualTo(Message.of("old"));
            assertThat(first.array(0)).hasSize(5).startsWith(0);
            assertThat(second).isEqualTo(Message.of("A", "new"));
        }
    }

    @Nested
    class Mandatory {
        Mandatory() {
            options.set(SocketOptions.ROUTER_MANDATORY, true);
        }

        @Test
        void anUnknownIdIsAnError() {
            assertThatThrownBy(() -> router.trySend(Message.of("A\n", "x")))
                    .isInstanceOf(UnroutableException.class)
                    .hasMessageContaining("0x410a");
            assertThat(drops.snapshot()).isEmpty();
        }

        @Test
        void oneWhoLeftWithMessagesUnreadIsAnErrorAndNobodyToWaitFor() {
            var a = attach(FakePipe.roomy().announcing("A").deliver("unread"));
            a.ended();
            assertThatThrownBy(() -> router.trySend(Message.of("A", "x"))).isInstanceOf(UnroutableException.class);
            assertThat(router.canSend()).isFalse();
            assertThatThrownBy(() -> router.trySend(Message.of("A", "x"))).isInstanceOf(UnroutableException.class);
            assertThat(router.tryReceive()).isEqualTo(Message.of("A", "unread"));
        }

        @Test
        void aFullPeerMakesTheCallerWait() {
            var a = attach(new FakePipe(1).announcing("A"));
            assertThat(router.canSend()).isTrue();
            assertThat(router.trySend(Message.of("A", "1"))).isTrue();
            assertThat(router.trySend(Message.of("A", "2"))).isFalse();
            assertThat(router.canSend()).isFalse();
            attach(FakePipe.roomy().announcing("B"));
            assertThat(router.canSend()).as("any peer will do").isTrue();
            a.received();
            router.writable(a);
            assertThat(router.trySend(Message.of("A", "2"))).isTrue();
            assertThat(drops.snapshot()).isEmpty();
        }
    }

    @Test
    void idlePeersCostNothingPerMessage() {
        var idle = new ArrayList<FakePipe>();
        for (int i = 0; i < 1000; i++) {
            idle.add(attach(FakePipe.roomy()));
        }
        var busy = attach(FakePipe.roomy());
        for (int i = 0; i < 100; i++) {
            busy.deliver("x");
            router.readable(busy);
            assertThat(router.tryReceive()).isNotNull();
        }
        assertThat(idle).allMatch(pipe -> pipe.reads() <= 1);
    }

    private byte[] autoId() {
        attach(FakePipe.roomy().deliver("x"));
        return router.tryReceive().bytes();
    }

    private static int number(byte[] id) {
        return java.nio.ByteBuffer.wrap(id, 1, 4).getInt();
    }

    private FakePipe attach(FakePipe pipe) {
        assertThat(router.attach(pipe)).isTrue();
        router.connected(pipe);
        return pipe;
    }
}
