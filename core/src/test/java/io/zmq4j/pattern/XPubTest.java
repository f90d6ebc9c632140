package io.zmq4j.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.error.SocketStateException;
import io.zmq4j.event.DropCounters;
import io.zmq4j.event.DropReason;
import io.zmq4j.message.Message;
import io.zmq4j.options.OptionValues;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.pipe.Pipe;
import io.zmq4j.zmtp.CloseReason;
import io.zmq4j.zmtp.SocketType;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class XPubTest {
    private final OptionValues options = new OptionValues(SocketType.XPUB);
    private final DropCounters drops = new DropCounters();
    private final XPub xpub = new XPub(options, drops);

    @Test
    @DisplayName("RFC 29: XPUB SHALL perform a binary comparison of the subscription against the start of the "
            + "first frame")
    void theStartOfTheFirstFrameDecides() {
        var a = attach(FakePipe.roomy());
        var b = attach(FakePipe.roomy());
        send(a, "\1NYC");
        send(b, "\1");
        xpub.trySend(Message.of("NYC.t", "LON"));
        xpub.trySend(Message.of("LON", "NYC"));
        assertThat(a.received()).containsExactly(Message.of("NYC.t", "LON"));
        assertThat(b.received()).containsExactly(Message.of("NYC.t", "LON"), Message.of("LON", "NYC"));
    }

    @Test
    @DisplayName("RFC 29: XPUB MAY send messages only to subscribers who have a matching subscription")
    void withoutSubscriptionNothingIsSentAndNothingCounted() {
        var a = attach(FakePipe.roomy());
        assertThat(xpub.trySend(Message.of("x"))).isTrue();
        assertThat(a.received()).isEmpty();
        assertThat(drops.snapshot()).isEmpty();
    }

    @Test
    @DisplayName("RFC 29: XPUB SHALL not modify outgoing messages in any way")
    void messagesPassUnmodified() {
        var a = attach(FakePipe.roomy());
        send(a, "\1");
        var message = Message.of("", "a", "");
        xpub.trySend(message);
        assertThat(a.received()).singleElement().isSameAs(message);
    }

    @Test
    void aThousandSubscribersAllGetTheMessage() {
        var all = new ArrayList<FakePipe>();
        for (int i = 0; i < 1000; i++) {
            all.add(attach(FakePipe.roomy()));
            send(all.get(i), "\1x");
        }
        xpub.trySend(Message.of("x"));
        assertThat(all).allMatch(pipe -> pipe.received().size() == 1);
    }

    @Test
    void aPeerGetsOneCopyHoweverManyOfItsTopicsMatch() {
        var a = attach(FakePipe.roomy());
        send(a, "\1");
        send(a, "\1N");
        send(a, "\1NY");
        xpub.trySend(Message.of("NYC"));
        assertThat(a.received()).hasSize(1);
    }

    @Test
    @DisplayName("RFC 29: XPUB SHALL silently drop the message if the queue for a subscriber is full, and SHALL "
            + "NOT block")
    void aFullSubscriberMissesTheMessageAndTheOthersGetIt() {
        var a = attach(FakePipe.full());
        var b = attach(FakePipe.roomy());
        send(a, "\1");
        send(b, "\1");
        assertThat(xpub.canSend()).isTrue();
        assertThat(xpub.trySend(Message.of("x"))).isTrue();
        assertThat(b.received()).hasSize(1);
        assertThat(drops.count(DropReason.QUEUE_FULL)).isEqualTo(1);
    }

    @Test
    @DisplayName("RFC 29: XPUB SHALL receive subscribe and unsubscribe requests and deliver these to its calling "
            + "application")
    void theApplicationReceivesSubscriptions() {
        var a = attach(FakePipe.roomy());
        assertThat(xpub.canReceive()).isFalse();
        send(a, "\1NYC");
        send(a, "\0NYC");
        assertThat(xpub.canReceive()).isTrue();
        assertThat(receiveAll()).containsExactly(Message.of("\1NYC"), Message.of("\0NYC"));
        assertThat(xpub.canReceive()).isFalse();
    }

    @Test
    @DisplayName("RFC 29: XPUB MAY normalize commands so that multiple identical subscriptions result in a single "
            + "command only")
    void onlyTheFirstSubscribeAndTheLastCancelOfATopicAreReceived() {
        var a = attach(FakePipe.roomy());
        var b = attach(FakePipe.roomy());
        send(a, "\1x");
        send(b, "\1x");
        send(a, "\0x");
        assertThat(receiveAll()).containsExactly(Message.of("\1x"));
        send(b, "\0x");
        assertThat(receiveAll()).containsExactly(Message.of("\0x"));
    }

    @Test
    @DisplayName("RFC 29: XPUB SHALL, if the subscriber peer disconnects, generate a suitable unsubscribe request")
    void oneWhoLeavesUnsubscribesFromWhatNobodyElseHas() {
        var a = attach(FakePipe.roomy());
        var b = attach(FakePipe.roomy());
        send(a, "\1own");
        send(a, "\1shared");
        send(b, "\1shared");
        receiveAll();
        xpub.detach(a);
        assertThat(receiveAll()).containsExactly(Message.of("\0own"));
        xpub.trySend(Message.of("shared"));
        assertThat(a.received()).isEmpty();
        assertThat(b.received()).hasSize(1);
    }

    @Test
    @DisplayName("RFC 29: XPUB SHALL deliver incoming messages to its calling application")
    void messagesThatAreNoSubscriptionsAreReceived() {
        var a = attach(FakePipe.roomy());
        send(a, "hello");
        send(a, "\1two", "frames");
        a.deliver(Message.empty());
        xpub.readable(a);
        assertThat(receiveAll()).containsExactly(Message.of("hello"), Message.of("\1two", "frames"), Message.empty());
        xpub.trySend(Message.of("two"));
        assertThat(a.received()).as("two frames are no subscription").isEmpty();
    }

    @Test
    @DisplayName("RFC 29: XPUB SHALL receive incoming messages from all its subscribers: in the order they "
            + "arrive, which starves nobody")
    void messagesOfAllPeersAreReceived() {
        var a = attach(FakePipe.roomy());
        var b = attach(FakePipe.roomy());
        send(a, "a1");
        send(b, "b1");
        send(a, "a2");
        assertThat(receiveAll()).containsExactly(Message.of("a1"), Message.of("b1"), Message.of("a2"));
    }

    @Test
    @DisplayName("RFC 37: subscribing twice counts as two subscriptions and needs two cancels")
    void subscriptionsAreCountedPerPeer() {
        var a = attach(FakePipe.roomy());
        send(a, "\1x");
        send(a, "\1x");
        send(a, "\0x");
        xpub.trySend(Message.of("x"));
        assertThat(a.received()).hasSize(1);
        send(a, "\0x");
        xpub.trySend(Message.of("x"));
        assertThat(a.received()).isEmpty();
        assertThat(receiveAll()).containsExactly(Message.of("\1x"), Message.of("\0x"));
    }

    @Test
    void cancellingWhatWasNeverSubscribedIsIgnored() {
        var a = attach(FakePipe.roomy());
        var b = attach(FakePipe.roomy());
        send(b, "\1x");
        receiveAll();
        send(a, "\0x");
        send(a, "\0y");
        assertThat(receiveAll()).isEmpty();
        xpub.trySend(Message.of("x"));
        assertThat(b.received()).hasSize(1);
    }

    @Test
    void subscriptionsCountWithoutTheApplicationReceivingThem() {
        var a = attach(FakePipe.roomy());
        send(a, "\1x");
        assertThat(a.unread()).isZero();
        xpub.trySend(Message.of("x"));
        assertThat(a.received()).hasSize(1);
    }

    @Test
    void whatWasSentBeforeAttachCounts() {
        var a = attach(FakePipe.roomy().deliver("\1x"));
        xpub.trySend(Message.of("x"));
        assertThat(a.received()).hasSize(1);
    }

    @Test
    void restartForgetsWhatThePeerHadSubscribed() {
        var a = attach(FakePipe.roomy());
        send(a, "\1x");
        send(a, "\1x");
        receiveAll();
        a.deliver(Pipe.RESTART).deliver("\1y");
        xpub.readable(a);
        assertThat(receiveAll()).containsExactly(Message.of("\0x"), Message.of("\1y"));
        xpub.trySend(Message.of("x"));
        assertThat(a.received()).isEmpty();
        xpub.trySend(Message.of("y"));
        assertThat(a.received()).hasSize(1);
    }

    @Test
    void anEmptyMessageOfThePeerIsNotARestart() {
        var a = attach(FakePipe.roomy());
        send(a, "\1x");
        a.deliver(Message.wrap(new byte[0]));
        xpub.readable(a);
        xpub.trySend(Message.of("x"));
        assertThat(a.received()).hasSize(1);
    }

    @Test
    void aTopicOfSixteenMebibytesIsSubscribedAndCancelled() {
        var a = attach(FakePipe.roomy());
        var frame = new byte[(16 << 20) + 1];
        frame[0] = 1;
        a.deliver(Message.wrap(frame.clone()));
        xpub.readable(a);
        xpub.trySend(Message.wrap(new byte[16 << 20]));
        assertThat(a.received()).hasSize(1);
        frame[0] = 0;
        a.deliver(Message.wrap(frame));
        xpub.readable(a);
        xpub.trySend(Message.wrap(new byte[16 << 20]));
        assertThat(a.received()).isEmpty();
    }

    @Nested
    class Limits {
        @Test
        void aPeerWithTooManyTopicsIsClosedAndForgotten() {
            var a = attach(FakePipe.roomy());
            for (int i = 0; i < XPub.MAX_TOPICS; i++) {
                send(a, "\1" + i);
                xpub.tryReceive();
            }
            assertThat(a.closes()).isEmpty();
            send(a, "\0017");
            assertThat(a.closes()).as("the same topic again is no further one").isEmpty();
            send(a, "\1one more");
            assertThat(a.closes()).containsExactly(CloseReason.TOO_MANY_SUBSCRIPTIONS);
            xpub.trySend(Message.of("7"));
            assertThat(a.received()).isEmpty();
        }

        @Test
        void aPeerWithTopicsOfTooManyBytesIsClosed() {
            var a = attach(FakePipe.roomy());
            for (int i = 0; a.closes().isEmpty() && i <= XPub.MAX_TOPIC_BYTES >> 24; i++) {
                var frame = new byte[(16 << 20) + 1];
                frame[0] = 1;
                frame[1] = (byte) i;
                a.deliver(Message.wrap(frame));
                xpub.readable(a);
                xpub.tryReceive();
            }
            assertThat(a.closes()).containsExactly(CloseReason.TOO_MANY_SUBSCRIPTIONS);
        }

        @Test
        void aPeerWhoseMessagesPileUpIsClosedAndTheOthersAreNot() {
            var a = attach(FakePipe.roomy());
            var b = attach(FakePipe.roomy());
            var message = Message.of("hello");
            for (int i = 0; i <= Upstream.MAX_PENDING; i++) {
                a.deliver(message);
            }
            a.deliver("one more");
            xpub.readable(a);
            assertThat(a.closes()).containsExactly(CloseReason.TOO_MANY_SUBSCRIPTIONS);
            send(b, "\1x");
            assertThat(b.closes()).isEmpty();
            a.deliver("more");
            xpub.readable(a);
            assertThat(a.unread()).isZero();
            assertThat(drops.count(DropReason.NOT_RECEIVING)).isEqualTo(2);
        }

        @Test
        void aPeerWhoseLargeMessagesPileUpIsClosed() {
            var a = attach(FakePipe.roomy());
            var message = Message.wrap("x".repeat(16 << 20).getBytes());
            long most = Upstream.MAX_PENDING_BYTES / message.size();
            for (int i = 0; i < most; i++) {
                a.deliver(message);
            }
            xpub.readable(a);
            assertThat(a.closes()).isEmpty();
            xpub.tryReceive();
            a.deliver(message);
            xpub.readable(a);
            assertThat(a.closes()).isEmpty();
            a.deliver("one more");
            xpub.readable(a);
            assertThat(a.closes()).containsExactly(CloseReason.TOO_MANY_SUBSCRIPTIONS);
        }

        @Test
        void aPeerWhoseMessagesAreReceivedMaySendAsManyAsItLikes() {
            var a = attach(FakePipe.roomy());
            var message = Message.of("hello");
            for (int i = 0; i <= Upstream.MAX_PENDING; i++) {
                a.deliver(message);
                xpub.readable(a);
                xpub.tryReceive();
            }
            assertThat(a.closes()).isEmpty();
        }
    }

    @Nested
    class Verbose {
        @Test
        void verbosePassesEverySubscribeAndTheLastCancel() {
            options.set(SocketOptions.XPUB_VERBOSE, true);
            var a = attach(FakePipe.roomy());
            var b = attach(FakePipe.roomy());
            for (String request : List.of("\1x", "\0x")) {
                send(a, request);
                send(b, request);
            }
            assertThat(receiveAll()).containsExactly(Message.of("\1x"), Message.of("\1x"), Message.of("\0x"));
        }

        @Test
        void verboserPassesEverything() {
            options.set(SocketOptions.XPUB_VERBOSER, true);
            var a = attach(FakePipe.roomy());
            var b = attach(FakePipe.roomy());
            for (String request : List.of("\1x", "\0x")) {
                send(a, request);
                send(b, request);
            }
            assertThat(receiveAll())
                    .containsExactly(Message.of("\1x"), Message.of("\1x"), Message.of("\0x"), Message.of("\0x"));
        }

        @Test
        void verboserPassesEachDepartureToo() {
            options.set(SocketOptions.XPUB_VERBOSER, true);
            var a = attach(FakePipe.roomy());
            var b = attach(FakePipe.roomy());
            send(a, "\1x");
            send(b, "\1x");
            receiveAll();
            xpub.detach(a);
            assertThat(receiveAll()).containsExactly(Message.of("\0x"));
        }
    }

    /** A proxy's XSUB counts: a beginning without an end would stay subscribed upstream for ever. */
    @Nested
    class Balance {
        private final FakePipe a = attach(FakePipe.roomy());
        private final FakePipe b = attach(FakePipe.roomy());
        private int begun;
        private int ended;

        private void count() {
            for (Message message : receiveAll()) {
                if (message.array(0)[0] == XPub.SUBSCRIBE) {
                    begun++;
                } else {
                    ended++;
                }
            }
        }

        private void sendTimes(FakePipe pipe, int times, String request) {
            for (int i = 0; i < times; i++) {
                send(pipe, request);
            }
        }

        @Test
        void aPeerThatSubscribedTwiceAndLeavesEndsTwice() {
            options.set(SocketOptions.XPUB_VERBOSER, true);
            send(a, "\1x");
            send(a, "\1x");
            receiveAll();
            xpub.detach(a);
            assertThat(receiveAll()).containsExactly(Message.of("\0x"), Message.of("\0x"));
            assertThat(xpub.canReceive()).isFalse();
        }

        @Test
        void soItDoesWhereTheApplicationAppliesSubscriptions() {
            options.set(SocketOptions.XPUB_MANUAL, true);
            send(a, "\1x");
            send(a, "\1x");
            receiveAll();
            xpub.detach(a);
            assertThat(receiveAll()).containsExactly(Message.of("\0x"), Message.of("\0x"));
        }

        @Test
        void soItDoesWhenItsConnectionIsRenewed() {
            options.set(SocketOptions.XPUB_VERBOSER, true);
            send(a, "\1x");
            send(a, "\1x");
            receiveAll();
            a.deliver(Pipe.RESTART).deliver("\1x");
            xpub.readable(a);
            assertThat(receiveAll()).containsExactly(Message.of("\0x"), Message.of("\0x"), Message.of("\1x"));
        }

        @Test
        void whatItCancelledBeforeIsNotEndedAgain() {
            options.set(SocketOptions.XPUB_VERBOSER, true);
            sendTimes(a, 3, "\1x");
            send(a, "\0x");
            send(b, "\1x");
            count();
            xpub.detach(a);
            count();
            assertThat(begun - ended).as("b's").isEqualTo(1);
            xpub.detach(b);
            count();
            assertThat(ended).isEqualTo(begun).isEqualTo(4);
        }

        @Test
        void withVerboseAloneThereIsOneEnd() {
            options.set(SocketOptions.XPUB_VERBOSE, true);
            send(a, "\1x");
            send(a, "\1x");
            send(b, "\1x");
            count();
            xpub.detach(a);
            xpub.detach(b);
            count();
            assertThat(begun).isEqualTo(3);
            assertThat(ended).isEqualTo(1);
        }

        /** Until then each peer's departure would be the end for all who subscribed before the option was set. */
        @Test
        void anOptionThatIsSetLaterEndsNothingThatSomebodyStillHas() {
            send(a, "\1x");
            send(a, "\1x");
            send(b, "\1x");
            assertThat(receiveAll()).containsExactly(Message.of("\1x"));
            options.set(SocketOptions.XPUB_VERBOSER, true);
            xpub.detach(a);
            assertThat(receiveAll()).isEmpty();
            xpub.detach(b);
            assertThat(receiveAll()).containsExactly(Message.of("\0x"));
        }

        @Test
        void anOptionThatIsTakenBackLeavesNothingBegun() {
            options.set(SocketOptions.XPUB_MANUAL, true);
            sendTimes(a, 2, "\1");
            sendTimes(b, 2, "\1");
            count();
            options.set(SocketOptions.XPUB_MANUAL, false);
            xpub.detach(a);
            xpub.detach(b);
            count();
            assertThat(ended).isEqualTo(begun).isEqualTo(4);
            send(attach(FakePipe.roomy()), "\1");
            assertThat(receiveAll()).as("from the beginning").containsExactly(Message.of("\1"));
        }

        /** The application has received what the peer sent, so the peer may go on; its departure must not fill the heap. */
        @Test
        void manyEndsTakeNoMoreMemoryThanOne() {
            options.set(SocketOptions.XPUB_VERBOSER, true);
            int many = 100_000;
            Message first = Message.of("\1x");
            for (int i = 0; i < many; i++) {
                a.deliver(first);
                xpub.readable(a);
                xpub.tryReceive();
            }
            xpub.detach(a);
            List<Message> ends = receiveAll();
            assertThat(ends).hasSize(many).allMatch(end -> end == ends.get(0)).contains(Message.of("\0x"));
        }
    }

    @Nested
    class Manual {
        private final FakePipe a = attach(FakePipe.roomy());
        private final FakePipe b = attach(FakePipe.roomy());

        Manual() {
            options.set(SocketOptions.XPUB_MANUAL, true);
        }

        @Test
        void requestsAreDeliveredAndNotApplied() {
            send(a, "\1x");
            send(b, "\1x");
            assertThat(receiveAll()).containsExactly(Message.of("\1x"), Message.of("\1x"));
            xpub.trySend(Message.of("x"));
            assertThat(a.received()).isEmpty();
        }

        @Test
        void theApplicationActsOnThePeerOfTheLastMessageReceived() {
            send(a, "\1x");
            send(b, "\1x");
            xpub.tryReceive();
            xpub.subscribe("y".getBytes());
            xpub.trySend(Message.of("y"));
            assertThat(a.received()).hasSize(1);
            assertThat(b.received()).isEmpty();
            xpub.tryReceive();
            xpub.unsubscribe("y".getBytes());
            xpub.trySend(Message.of("y"));
            assertThat(a.received()).as("b's cancel is not a's").hasSize(1);
        }

        @Test
        void aDepartureCancelsWhatThePeerRequestedAndWhatWasApplied() {
            send(a, "\1x");
            receiveAll();
            xpub.subscribe("y".getBytes());
            xpub.detach(a);
            assertThat(receiveAll()).containsExactly(Message.of("\0x"));
            xpub.trySend(Message.of("y"));
            assertThat(a.received()).isEmpty();
        }

        @Test
        void aPeerThatLeftIsNotSubscribed() {
            send(a, "\1x");
            receiveAll();
            xpub.detach(a);
            xpub.subscribe("y".getBytes());
            xpub.trySend(Message.of("y"));
            assertThat(a.received()).isEmpty();
        }

        @Test
        void theNewestValueGoesToTheLatestSubscriberAloneAndWhatFollowsToAll() {
            options.set(SocketOptions.XPUB_MANUAL_LAST_VALUE, true);
            for (var peer : List.of(a, b)) {
                send(peer, "\1x");
                xpub.tryReceive();
                xpub.subscribe("x".getBytes());
            }
            xpub.trySend(Message.of("x cached"));
            xpub.trySend(Message.of("x new"));
            assertThat(a.received()).containsExactly(Message.of("x new"));
            assertThat(b.received()).containsExactly(Message.of("x cached"), Message.of("x new"));
        }

        @Test
        void topicsThatWereAppliedAreCounted() {
            send(a, "\1x");
            assertThat(xpub.topicCount()).isZero();
            xpub.tryReceive();
            xpub.subscribe("y".getBytes());
            assertThat(xpub.topicCount()).isEqualTo(1);
        }

        @Test
        void theNewestValueIsForThatSubscribersTopics() {
            options.set(SocketOptions.XPUB_MANUAL_LAST_VALUE, true);
            send(a, "\1x");
            xpub.tryReceive();
            xpub.subscribe("x".getBytes());
            xpub.trySend(Message.of("y"));
            assertThat(a.received()).isEmpty();
        }

        @Test
        void whereTheLatestSubscriberHasLeftAllGetTheNextMessage() {
            options.set(SocketOptions.XPUB_MANUAL_LAST_VALUE, true);
            for (var peer : List.of(a, b)) {
                send(peer, "\1x");
                xpub.tryReceive();
                xpub.subscribe("x".getBytes());
            }
            xpub.detach(b);
            xpub.trySend(Message.of("x"));
            assertThat(a.received()).containsExactly(Message.of("x"));
        }

        @Test
        void withoutTheOptionItIsAnError() {
            options.set(SocketOptions.XPUB_MANUAL, false);
            assertThatThrownBy(() -> xpub.subscribe("y".getBytes()))
                    .isInstanceOf(SocketStateException.class)
                    .hasMessageContaining("XPUB_MANUAL");
        }
    }

    @Nested
    class NoDrop {
        NoDrop() {
            options.set(SocketOptions.XPUB_NODROP, true);
        }

        @Test
        void nobodyWaitsForOneWhoLeft() {
            var a = attach(FakePipe.roomy());
            send(a, "\1");
            a.gone();
            assertThat(xpub.canSend()).isTrue();
            assertThat(xpub.trySend(Message.of("1"))).isTrue();
            xpub.left(a);
            assertThat(xpub.hasAudience()).isFalse();
            assertThat(xpub.canSend()).isTrue();
            assertThat(xpub.trySend(Message.of("2"))).isTrue();
            assertThat(drops.snapshot()).isEmpty();
        }

        @Test
        void ifOneOfThoseWhoMatchIsFullNobodyGetsTheMessage() {
            var a = attach(new FakePipe(1));
            var b = attach(FakePipe.roomy());
            send(a, "\1");
            send(b, "\1");
            assertThat(xpub.trySend(Message.of("1"))).isTrue();
            assertThat(xpub.canSend()).isFalse();
            assertThat(xpub.trySend(Message.of("2"))).isFalse();
            assertThat(b.received()).containsExactly(Message.of("1"));
            a.received();
            xpub.writable(a);
            assertThat(xpub.canSend()).isTrue();
            assertThat(xpub.trySend(Message.of("2"))).isTrue();
            assertThat(b.received()).containsExactly(Message.of("2"));
            assertThat(drops.snapshot()).isEmpty();
        }

        @Test
        void aWelcomeTakesItsPlaceInTheQueue() {
            var a = attach(new FakePipe(3));
            send(a, "\1");
            assertThat(xpub.trySend(Message.of("1"))).isTrue();
            options.set(SocketOptions.XPUB_WELCOME_MSG, new byte[] {'w'});
            xpub.connected(a);
            assertThat(xpub.trySend(Message.of("2"))).isTrue();
            assertThat(xpub.trySend(Message.of("3"))).isFalse();
            assertThat(a.received()).containsExactly(Message.of("1"), Message.of("w"), Message.of("2"));
            assertThat(drops.snapshot()).isEmpty();
        }

        @Test
        void aQueueThatWasMadeShorterIsLookedAtAgain() {
            var a = attach(new FakePipe(3));
            send(a, "\1");
            assertThat(xpub.trySend(Message.of("1"))).isTrue();
            a.write(Message.of("stands for a lower high-water mark"));
            a.write(Message.of("by two"));
            xpub.writable(a);
            assertThat(xpub.trySend(Message.of("2"))).isFalse();
            assertThat(drops.snapshot()).isEmpty();
        }

        @Test
        void aFullSubscriberToSomethingElseIsNoObstacle() {
            var a = attach(FakePipe.full());
            var b = attach(FakePipe.roomy());
            send(a, "\1x");
            send(b, "\1y");
            assertThat(xpub.trySend(Message.of("y"))).isTrue();
            assertThat(b.received()).hasSize(1);
        }
    }

    @Test
    void invertedMatchingSendsToThoseWhoDidNotSubscribe() {
        options.set(SocketOptions.INVERT_MATCHING, true);
        var a = attach(FakePipe.roomy());
        var b = attach(FakePipe.roomy());
        send(a, "\1x");
        xpub.trySend(Message.of("xy"));
        assertThat(a.received()).isEmpty();
        assertThat(b.received()).hasSize(1);
    }

    @Test
    void theWelcomeMessageIsTheFirstOnEveryConnection() {
        options.set(SocketOptions.XPUB_WELCOME_MSG, "welcome".getBytes());
        var a = attach(FakePipe.roomy());
        send(a, "\1");
        xpub.trySend(Message.of("x"));
        assertThat(a.received()).containsExactly(Message.of("welcome"), Message.of("x"));
        xpub.connected(a);
        assertThat(a.received()).containsExactly(Message.of("welcome"));
    }

    private void send(FakePipe pipe, String... frames) {
        pipe.deliver(frames);
        xpub.readable(pipe);
    }

    private List<Message> receiveAll() {
        var all = new ArrayList<Message>();
        for (Message message; (message = xpub.tryReceive()) != null; ) {
            all.add(message);
        }
        return all;
    }

    private FakePipe attach(FakePipe pipe) {
        assertThat(xpub.attach(pipe)).isTrue();
        xpub.connected(pipe);
        return pipe;
    }
}
