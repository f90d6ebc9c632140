package io.zmq4j.pipe;

import static io.zmq4j.pipe.HoldingFar.queued;
import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.event.DropCounters;
import io.zmq4j.message.Message;
import io.zmq4j.outbox.Run;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PipeEndTest {
    private final PipeEnd pipe = Pipes.end();
    private final HoldingFar far = new HoldingFar();

    private static Message message(int number) {
        return Message.of(Integer.toString(100 + number));
    }

    private PipeEnd holding(int highWaterMark) {
        return far.pipe(highWaterMark);
    }

    private static void write(PipeEnd to, int count) {
        for (int i = 0; i < count; i++) {
            assertThat(to.tryWrite(message(i))).isTrue();
        }
    }

    @Test
    void thereIsRoomUntilNothingGetsThroughAnyMore() {
        assertThat(pipe.room()).isPositive();
        pipe.refuseWrites();
        assertThat(pipe.room()).isZero();
    }

    @Test
    void thereIsNoRoomBehindAFarEndThatIsGone() {
        pipe.end();
        assertThat(pipe.room()).isZero();
    }

    // ---- what has passed

    @Test
    void subscriptionsOfAPublishersPeerAreNoMessages() {
        pipe.publishes();
        pipe.deliver(Message.of("\u0001topic"));
        pipe.deliver(Message.of("\u0000topic"));
        pipe.deliver(Message.of("\u0001topic", "of a message"));
        pipe.deliver(Message.of("message"));
        pipe.deliverRestart();
        assertThat(pipe.messagesIn()).isEqualTo(2);
        assertThat(pipe.queuedIn()).isEqualTo(2);

        assertThat(pipe.tryRead()).isEqualTo(Message.of("\u0001topic"));
        assertThat(pipe.tryRead()).isEqualTo(Message.of("\u0000topic"));
        assertThat(pipe.tryRead()).isEqualTo(Message.of("\u0001topic", "of a message"));
        assertThat(pipe.queuedIn()).isEqualTo(1);
    }

    @Test
    void atOthersWhatLooksLikeASubscriptionIsAMessage() {
        pipe.deliver(Message.of("\u0001topic"));
        assertThat(pipe.messagesIn()).isEqualTo(1);
        assertThat(pipe.bytesIn()).isEqualTo(6);
    }

    @Test
    void whatIsWrittenBesideMessagesIsNotCounted() {
        pipe.write(Pipe.RESTART);
        pipe.write(Message.of("\u0001topic"));
        pipe.tryWrite(message(0));
        assertThat(pipe.queuedOut()).isEqualTo(1);

        assertThat(queued(pipe)).hasSize(3);
        assertThat(pipe.messagesOut()).isEqualTo(1);
        assertThat(pipe.bytesOut()).isEqualTo(3);
        assertThat(pipe.queuedOut()).isZero();
    }

    @Test
    void messagesInARunThatGrowsAreQueued() {
        PipeEnd holding = holding(0);
        write(holding, 40);
        assertThat(far.ended).as("the run grows").hasSizeLessThan(3);
        assertThat(holding.queuedOut()).isEqualTo(40);

        holding.outbound().poll();
        holding.outbound().poll();
        holding.outbound().poll();

        assertThat(holding.queuedOut()).isEqualTo(37);
        assertThat(holding.messagesOut()).isEqualTo(3);
        holding.endRun();
        assertThat(holding.queuedOut()).isEqualTo(37);
    }

    @Test
    void connectionsAreCounted() {
        assertThat(pipe.connections()).isZero();
        assertThat(pipe.connectedNanos()).isZero();
        pipe.connected(true);
        pipe.connected(false);
        assertThat(pipe.connectedNanos()).isZero();
        long before = System.nanoTime();
        pipe.connected(true);

        assertThat(pipe.connections()).isEqualTo(2);
        assertThat(pipe.connectedNanos()).isBetween(0L, System.nanoTime() - before);
    }

    @Test
    void asManyMarksAreDeliveredAsConnectionsHaveEnded() {
        pipe.deliverSender(QuietFar.SOMEBODY);
        pipe.connected(true);
        pipe.deliver(message(0));
        pipe.connected(false);
        assertThat(pipe.breaks()).isEqualTo(1);
        // Nobody could tell of this one.
        pipe.connected(true);
        pipe.connected(false);
        pipe.connected(false);
        pipe.connected(true);
        pipe.deliverRestarts();
        pipe.deliverRestarts();
        pipe.deliver(message(1));

        assertThat(pipe.breaks()).isEqualTo(2);
        assertThat(pipe.tryRead()).isEqualTo(message(0));
        assertThat(pipe.tryRead()).isSameAs(Pipe.RESTART);
        assertThat(pipe.tryRead()).isSameAs(Pipe.RESTART);
        assertThat(pipe.tryRead()).isEqualTo(message(1));
    }

    // ---- several at a time

    @Test
    void severalAreReadAtATimeAndTheOwnerIsTold() {
        List<PipeEnd> read = new ArrayList<>();
        var owner = new Pipes.Nobody() {
            @Override
            public void wasRead(PipeEnd pipe) {
                read.add(pipe);
            }
        };
        var drops = new DropCounters();
        var noting = new PipeEnd(owner, new PipeQueue(0, false, drops), new PipeQueue(0, false, drops), null);
        for (int i = 0; i < 3; i++) {
            noting.deliver(message(i));
        }
        var into = new Message[3];

        assertThat(noting.tryRead(into, 1)).isEqualTo(3);

        assertThat(into).containsExactly(null, message(0), message(1));
        assertThat(read).containsExactly(noting);
        assertThat(noting.tryRead(into, 0)).isEqualTo(1);
        assertThat(into).startsWith(message(2));
    }

    @Test
    void whereNothingIsReadThePeerTellsOfTheNext() {
        PipeQueue inbound = pipe.inbound();
        pipe.tryRead(new Message[2], 0);
        pipe.deliver(message(0));
        assertThat(inbound.wakesReader()).isTrue();
        pipe.tryRead(new Message[2], 0);
        pipe.deliver(message(1));
        assertThat(inbound.wakesReader()).as("something was read").isFalse();
    }

    @Test
    void severalAtATimeBeginWhereARunHasEnded() {
        pipe.inbound().offer(message(0));
        var run = new Run(message(1), 1000, 1);
        pipe.inbound().share(run);
        run.add(message(2));
        run.end();
        pipe.inbound().ended(run);
        pipe.inbound().offer(message(3));
        pipe.inbound().offer(message(4));
        List<Message> all = new ArrayList<>();
        var into = new Message[9];

        for (int count; (count = pipe.tryRead(into, 0)) > 0; ) {
            all.addAll(Arrays.asList(into).subList(0, count));
        }

        assertThat(all).containsExactly(message(0), message(1), message(2), message(3), message(4));
    }

    // ---- runs

    @Test
    void whatComesBehindAMessageThatIsHeldBackIsARun() {
        PipeEnd held = holding(1000);
        write(held, 5);

        assertThat(far.grown).as("all but the first").isEqualTo(4);
        assertThat(far.ended).isEmpty();
        assertThat(queued(held)).containsExactly(message(0), message(1), message(2), message(3), message(4));
    }

    @Test
    void aRunEndsWithTheMessageThatFillsIt() {
        PipeEnd held = holding(1000);
        write(held, 1 + 15);
        assertThat(far.ended).isEmpty();
        write(held, 1);
        assertThat(far.ended).singleElement().satisfies(run -> {
            assertThat(run.count()).isEqualTo(16);
            assertThat(run.length()).isEqualTo(16 * (2 + 3));
        });
        assertThat(queued(held)).hasSize(17);
    }

    @Test
    void theNextOneIsLonger() {
        PipeEnd held = holding(1000);
        write(held, 1 + 16 + 64);
        assertThat(far.ended).extracting(Run::count).containsExactly(16, 64);
    }

    @Test
    void noRunIsLongerThanWhatWouldBeHeldBack() {
        PipeEnd held = holding(1000);
        write(held, 1 + 16);
        far.holdable = 20;
        write(held, 20);
        assertThat(far.ended).extracting(Run::count).containsExactly(16, 20);
    }

    @Test
    void aFewMessagesAreNoRun() {
        far.holdable = 15;
        PipeEnd held = holding(1000);
        write(held, 20);
        assertThat(far.grown).isZero();
        assertThat(queued(held)).hasSize(20);
    }

    @Test
    void runsKeepToTheHighWaterMark() {
        PipeEnd held = holding(40);
        write(held, 40);

        assertThat(far.ended).isNotEmpty();
        assertThat(held.canWrite()).isFalse();
        assertThat(held.tryWrite(message(40))).isFalse();
        assertThat(queued(held)).hasSize(40);
        write(held, 40);
        assertThat(held.tryWrite(message(40))).isFalse();
    }

    @Test
    void whatDoesNotFitIntoTheRunComesBehindIt() {
        PipeEnd held = holding(1000);
        var pair = Message.wrap(new byte[][] {{1}, new byte[256]});
        var large = Message.wrap(new byte[256]);
        write(held, 3);
        held.tryWrite(pair);
        write(held, 2);
        held.tryWrite(large);

        assertThat(far.ended).extracting(Run::count).containsExactly(2, 2);
        assertThat(queued(held))
                .containsExactly(message(0), message(1), message(2), pair, message(0), message(1), large);
    }

    @Test
    void aLongerMessageBeginsAnotherRun() {
        PipeEnd held = holding(1000);
        var longer = Message.wrap(new byte[200]);
        write(held, 3);
        held.tryWrite(longer);
        assertThat(far.ended).extracting(Run::count).containsExactly(2);
        assertThat(queued(held)).containsExactly(message(0), message(1), message(2), longer);
    }

    @Test
    void whatIsForcedComesBehindTheRun() {
        PipeEnd held = holding(1000);
        write(held, 3);
        held.write(message(7));
        held.tryWrite(message(8));
        assertThat(queued(held)).containsExactly(message(0), message(1), message(2), message(7), message(8));
    }

    @Test
    void whenWhatIsHeldBackGoesOutTheRunEnds() {
        PipeEnd held = holding(1000);
        write(held, 3);
        held.release();
        assertThat(far.ended).extracting(Run::count).containsExactly(2);
        held.release();
        assertThat(far.ended).hasSize(1);
    }

    @Test
    void aRunThatWasMadeForAHigherMarkEndsWhenItIsLowered() {
        PipeEnd held = holding(1000);
        write(held, 3);
        held.onHighWaterMarks(1, 1);
        assertThat(far.ended).hasSize(1);
    }

    @Test
    void theRoomIsWhatTheRunLeaves() {
        PipeEnd held = holding(1000);
        write(held, 5);
        assertThat(held.canWrite()).isTrue();
        assertThat(held.room()).isEqualTo(995);
        assertThat(held.shareable(message(0))).isEqualTo(100 - 4);
        assertThat(far.ended).as("it need not end for that").isEmpty();
    }

    @Test
    void aQueueOfTheNewestMessageHasNoRuns() {
        PipeEnd held = far.pipe(new PipeQueue(1000, true, new DropCounters()));
        write(held, 5);
        assertThat(far.grown).isZero();
        assertThat(queued(held)).containsExactly(message(4));
    }

    @Test
    void aSharedRunIsEndedByWhateverElseIsWritten() {
        PipeEnd held = holding(1000);
        write(held, 1);
        var shared = new Run(message(1), 50, 2);
        held.share(shared);
        held.grew(shared);
        assertThat(far.grown).isEqualTo(2);
        shared.add(message(2));

        held.tryWrite(message(3));
        assertThat(shared.add(message(9))).isFalse();
        held.end(shared);
        assertThat(far.ended).as("ended once").containsExactly(shared);
        assertThat(queued(held)).containsExactly(message(0), message(1), message(2), message(3));
    }

    @Test
    void aRunOfOthersIsNotEnded() {
        PipeEnd held = holding(1000);
        write(held, 2);
        held.end(new Run(message(1), 50, 2));
        assertThat(far.ended).isEmpty();
    }

    @Test
    void whoWouldShareTakesNoMoreThanThereIsRoomFor() {
        PipeEnd held = holding(30);
        assertThat(held.shareable(message(0))).as("nothing is held back").isZero();
        write(held, 1);
        assertThat(held.shareable(message(0))).isEqualTo(29);
        assertThat(held.shareable(Message.of("a", "b"))).isEqualTo(29);
        assertThat(held.shareable(Message.wrap(new byte[9][1]))).isZero();
        held.refuseWrites();
        assertThat(held.shareable(message(0))).isZero();
    }
}
