package io.zmq4j.pipe;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.event.DropCounters;
import io.zmq4j.event.DropReason;
import io.zmq4j.event.Peer;
import io.zmq4j.message.Message;
import io.zmq4j.outbox.Run;
import java.lang.invoke.VarHandle;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class PipeQueueTest {
    /** The common pool may have one thread only, for two tasks that wait for each other. */
    private static final Executor THREAD_EACH = task -> new Thread(task).start();

    private final DropCounters drops = new DropCounters();

    private PipeQueue queue(int highWaterMark) {
        return new PipeQueue(highWaterMark, false, drops);
    }

    private PipeQueue conflating() {
        return new PipeQueue(1000, true, drops);
    }

    private static Message message(int number) {
        return Message.of(Integer.toString(number));
    }

    private static void fill(PipeQueue queue, int count) {
        for (int i = 0; i < count; i++) {
            assertThat(queue.offer(message(i))).isTrue();
        }
    }

    // ---- the high-water mark

    @Test
    void takesAsManyAsTheHighWaterMarkSaysAndNotOneMore() {
        for (int mark : new int[] {1, 2, 3, 1000}) {
            PipeQueue queue = queue(mark);
            fill(queue, mark);
            assertThat(queue.hasRoom()).isFalse();
            assertThat(queue.offer(message(-1))).isFalse();
            assertThat(queue.size()).isEqualTo(mark);
        }
    }

    @Test
    void zeroIsNoLimit() {
        PipeQueue queue = queue(0);
        fill(queue, 5000);
        assertThat(queue.hasRoom()).isTrue();
        assertThat(queue.room()).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void thereIsRoomForWhatTheMarkLeaves() {
        PipeQueue queue = queue(5);
        assertThat(queue.room()).isEqualTo(5);
        fill(queue, 3);
        assertThat(queue.room()).isEqualTo(2);
        queue.poll();
        assertThat(queue.room()).isEqualTo(3);
        queue.highWaterMark(1);
        assertThat(queue.room()).isZero();
    }

    @Test
    void aHigherMarkHoldsAtOnceAndALowerOneThrowsNothingAway() {
        PipeQueue queue = queue(2);
        fill(queue, 2);

        queue.highWaterMark(3);
        assertThat(queue.offer(message(2))).isTrue();
        queue.highWaterMark(1);

        assertThat(queue.offer(message(3))).isFalse();
        for (int i = 0; i < 3; i++) {
            assertThat(queue.poll()).isEqualTo(message(i));
        }
        assertThat(queue.offer(message(3))).isTrue();
    }

    @Test
    void whatIsForcedGoesInBeyondTheMarkAndInOrder() {
        PipeQueue queue = queue(1);
        fill(queue, 1);

        queue.force(message(1));

        assertThat(queue.poll()).isEqualTo(message(0));
        assertThat(queue.poll()).isEqualTo(message(1));
    }

    // ---- the reader's flag

    @Test
    void theFirstMessageOfANewQueueWakesItsReaderOnce() {
        PipeQueue queue = queue(10);
        queue.offer(message(0));

        assertThat(queue.wakesReader()).isTrue();
        assertThat(queue.wakesReader()).isFalse();
    }

    @Test
    void aReaderThatFoundNothingIsWoken() {
        PipeQueue queue = queue(10);
        queue.wakesReader();

        assertThat(queue.pollOrWait()).isNull();

        assertThat(queue.wakesReader()).isTrue();
    }

    @Test
    void aReaderThatFoundSomethingIsNotWoken() {
        PipeQueue queue = queue(10);
        fill(queue, 2);
        queue.wakesReader();

        assertThat(queue.pollOrWait()).isEqualTo(message(0));
        queue.offer(message(2));

        assertThat(queue.wakesReader()).isFalse();
    }

    // ---- the writer's flag

    @Test
    void aWriterThatNeverWaitedIsNotWoken() {
        PipeQueue queue = queue(2);
        fill(queue, 2);
        queue.poll();
        queue.poll();

        assertThat(queue.wakesWriter()).isFalse();
    }

    @Test
    void aWaitingWriterIsWokenOnceWhenHalfIsFree() {
        PipeQueue queue = queue(10);
        fill(queue, 10);
        assertThat(queue.offerOrWait(message(10))).isFalse();

        for (int left = 9; left > 5; left--) {
            queue.poll();
            assertThat(queue.wakesWriter()).as("with %d left", left).isFalse();
        }
        queue.poll();

        assertThat(queue.wakesWriter()).isTrue();
        assertThat(queue.wakesWriter()).isFalse();
    }

    @Test
    void aQueueOfOneWakesItsWriterWhenItIsEmpty() {
        PipeQueue queue = queue(1);
        fill(queue, 1);
        assertThat(queue.hasRoomOrWait()).isFalse();
        assertThat(queue.wakesWriter()).isFalse();

        queue.poll();

        assertThat(queue.wakesWriter()).isTrue();
    }

    @Test
    void aWriterThatFoundRoomWaitsNoMore() {
        PipeQueue queue = queue(4);
        fill(queue, 4);
        queue.hasRoomOrWait();
        queue.poll();

        assertThat(queue.offerOrWait(message(4))).isTrue();

        for (int i = 0; i < 4; i++) {
            queue.poll();
        }
        // It may be told once for the time it did wait, never twice.
        queue.wakesWriter();
        assertThat(queue.wakesWriter()).isFalse();
    }

    @Test
    void withoutALimitFromNowOnAWaitingWriterIsWoken() {
        PipeQueue queue = queue(2);
        fill(queue, 2);
        queue.hasRoomOrWait();

        queue.highWaterMark(0);

        assertThat(queue.wakesWriter()).isTrue();
    }

    // ---- conflating

    @Test
    void aConflatingQueueKeepsTheNewestAndCountsTheOthers() {
        PipeQueue queue = conflating();
        fill(queue, 5);

        assertThat(queue.size()).isEqualTo(1);
        assertThat(queue.poll()).isEqualTo(message(4));
        assertThat(queue.poll()).isNull();
        assertThat(drops.count(DropReason.CONFLATED)).isEqualTo(4);
    }

    @Test
    void aConflatingQueueAlwaysHasRoom() {
        PipeQueue queue = conflating();
        fill(queue, 5000);

        assertThat(queue.hasRoom()).isTrue();
        assertThat(queue.room()).isEqualTo(Integer.MAX_VALUE);
        assertThat(queue.offerOrWait(message(0))).isTrue();
    }

    @Test
    void whatIsForcedIsNotConflated() {
        PipeQueue queue = conflating();
        queue.force(message(0));
        queue.force(message(1));
        queue.offer(message(2));

        assertThat(queue.poll()).isEqualTo(message(0));
        assertThat(queue.poll()).isEqualTo(message(1));
        assertThat(queue.poll()).isEqualTo(message(2));
        assertThat(drops.snapshot()).isEmpty();
    }

    @Test
    void aConflatingQueueWakesItsReaderToo() {
        PipeQueue queue = conflating();
        queue.wakesReader();
        assertThat(queue.pollOrWait()).isNull();
        assertThat(queue.isEmpty()).isTrue();

        queue.offer(message(0));

        assertThat(queue.isEmpty()).isFalse();
        assertThat(queue.wakesReader()).isTrue();
    }

    // ---- its end

    @Test
    void whatIsThereWhenItEndsCanStillBeRead() {
        PipeQueue queue = queue(10);
        fill(queue, 2);

        queue.end();

        assertThat(queue.isEnded()).isTrue();
        assertThat(queue.poll()).isEqualTo(message(0));
        assertThat(queue.poll()).isEqualTo(message(1));
    }

    // ---- what has passed

    @Test
    void messagesAndTheirBytesAreCounted() {
        PipeQueue queue = queue(3);
        queue.offer(Message.of("a", "bc"));
        queue.offer(Message.of("def"));
        queue.offerOrWait(Message.empty());
        assertThat(queue.offer(Message.of("no room"))).isFalse();
        queue.poll();

        assertThat(queue.countPut()).isEqualTo(3);
        assertThat(queue.bytesPut()).isEqualTo(6);
        assertThat(queue.countTaken()).isEqualTo(1);
        assertThat(queue.bytesTaken()).isEqualTo(3);
        assertThat(queue.length(0)).isEqualTo(2);
    }

    @Test
    void severalThatAreTakenAtATimeAreCounted() {
        PipeQueue queue = queue(0);
        fill(queue, 5);

        queue.poll(new Message[3], 0);

        assertThat(queue.countTaken()).isEqualTo(3);
        assertThat(queue.length(0)).isEqualTo(2);
    }

    @Test
    void whatIsNoMessageIsNotCounted() {
        PipeQueue queue = queue(0);
        queue.aside(Pipe.RESTART);
        queue.offer(message(0));
        queue.aside(Message.of("\u0001topic"));
        assertThat(queue.countPut()).isEqualTo(1);
        assertThat(queue.bytesPut()).isEqualTo(1);
        assertThat(queue.length(0)).isEqualTo(1);
        assertThat(queue.size()).isEqualTo(3);

        assertThat(queue.poll()).isSameAs(Pipe.RESTART);
        assertThat(queue.countTaken()).isZero();
        assertThat(queue.poll()).isEqualTo(message(0));
        assertThat(queue.poll()).isEqualTo(Message.of("\u0001topic"));

        assertThat(queue.countTaken()).isEqualTo(1);
        assertThat(queue.bytesTaken()).isEqualTo(1);
        assertThat(queue.length(0)).isZero();
    }

    @Test
    void aQueueOfMarksIsKnownFromOneOfMessages() {
        PipeQueue queue = queue(0);
        queue.aside(Pipe.RESTART);
        queue.aside(Pipe.RESTART);
        assertThat(queue.holdsOnlyMarks()).isTrue();

        queue.aside(Message.of("\u0001"));
        assertThat(queue.holdsOnlyMarks()).isFalse();
    }

    // ---- who sent it

    private static Peer peer(String name) {
        return Peer.withoutWire("test://here", name, new byte[0]);
    }

    private static void pollFrom(PipeQueue queue, int number, String name) {
        assertThat(queue.poll()).isEqualTo(message(number));
        assertThat(queue.sender()).isEqualTo(peer(name));
    }

    @Test
    void aMessageIsOfThePeerThatWasNamedBeforeIt() {
        PipeQueue queue = queue(0);
        queue.sender(peer("a"));
        queue.offer(message(0));
        queue.offer(message(1));
        queue.sender(peer("b"));
        queue.offer(message(2));

        pollFrom(queue, 0, "a");
        pollFrom(queue, 1, "a");
        pollFrom(queue, 2, "b");
        assertThat(queue.poll()).isNull();
        assertThat(queue.sender()).isEqualTo(peer("b"));
    }

    @Test
    void severalAtATimeAreOfOnePeer() {
        PipeQueue queue = queue(0);
        queue.sender(peer("a"));
        queue.offer(message(0));
        queue.offer(message(1));
        queue.sender(peer("b"));
        queue.offer(message(2));

        var messages = new Message[5];
        assertThat(queue.poll(messages, 0)).isEqualTo(2);
        assertThat(queue.sender()).isEqualTo(peer("a"));
        assertThat(queue.poll(messages, 2)).isEqualTo(2);
        pollFrom(queue, 2, "b");
    }

    @Test
    void whoSaysNothingLeavesNothing() {
        PipeQueue queue = queue(0);
        queue.sender(peer("a"));
        queue.aside(Pipe.RESTART);
        for (int i = 0; i < 100; i++) {
            queue.sender(peer("silent " + i));
        }
        assertThat(queue.size()).isEqualTo(1);
        queue.sender(peer("b"));
        queue.offer(message(0));
        queue.sender(peer("b"));
        queue.offer(message(1));
        for (int i = 0; i < 100; i++) {
            queue.sender(peer("silent " + i));
        }
        queue.sender(peer("c"));
        assertThat(queue.size()).as("a restart, two messages and a mark").isEqualTo(4);
        assertThat(queue.length(0)).isEqualTo(2);
        assertThat(queue.countPut()).isEqualTo(2);

        assertThat(queue.poll()).isSameAs(Pipe.RESTART);
        pollFrom(queue, 0, "b");
        pollFrom(queue, 1, "b");
        assertThat(queue.holdsOnlyMarks()).isTrue();
        assertThat(queue.tookMark()).isFalse();
        assertThat(queue.poll()).isNull();
        assertThat(queue.tookMark()).isTrue();
        assertThat(queue.tookMark()).isFalse();
        queue.sender(peer("d"));
        queue.offer(message(2));
        pollFrom(queue, 2, "d");
        assertThat(queue.countTaken()).isEqualTo(3);
        assertThat(queue.length(0)).isZero();
    }

    @Test
    void whatIsMarkedForARestartIsStillOfThePeerBefore() {
        PipeQueue queue = queue(0);
        queue.sender(peer("a"));
        queue.aside(Message.of("\u0001topic"));
        queue.aside(Pipe.RESTART);
        queue.sender(peer("b"));
        queue.aside(Message.of("\u0001topic"));

        queue.poll();
        assertThat(queue.poll()).isSameAs(Pipe.RESTART);
        assertThat(queue.sender()).isEqualTo(peer("a"));
        queue.poll();
        assertThat(queue.sender()).isEqualTo(peer("b"));
    }

    @Test
    void theNewestMessageIsOfTheOneWhoSentIt() {
        PipeQueue queue = new PipeQueue(0, true, new DropCounters());
        queue.sender(peer("a"));
        queue.offer(message(0));
        queue.sender(peer("b"));
        pollFrom(queue, 0, "a");
        queue.offer(message(1));
        queue.sender(peer("a"));
        pollFrom(queue, 1, "b");
        queue.offer(message(2));
        queue.offer(message(3));
        pollFrom(queue, 3, "a");
        queue.aside(Message.of("\u0001topic"));
        assertThat(queue.poll()).isEqualTo(Message.of("\u0001topic"));
        assertThat(queue.sender()).isEqualTo(peer("a"));
    }

    @Test
    void whatIsThrownAwayHasNotBeenHandedOver() {
        PipeQueue queue = queue(0);
        fill(queue, 5);
        queue.poll();
        queue.aside(Message.of("\u0001topic"));
        var run = new Run(message(5), 1000, 1);
        run.add(message(6));
        queue.share(run);
        run.end();
        queue.ended(run);

        assertThat(queue.discard()).isEqualTo(6);

        assertThat(queue.isEmpty()).isTrue();
        assertThat(queue.countPut()).isEqualTo(7);
        assertThat(queue.countTaken()).isEqualTo(1);
        assertThat(queue.bytesTaken()).isEqualTo(1);
        assertThat(queue.length(0)).isZero();
        assertThat(queue.discard()).isZero();
    }

    @Test
    void ofAConflatingQueueAllAreCountedThatWerePutAndThoseThatWereTaken() {
        PipeQueue queue = conflating();
        fill(queue, 5);
        assertThat(queue.length(0)).isEqualTo(1);
        queue.poll();
        fill(queue, 2);
        queue.aside(Pipe.RESTART);
        queue.discard();

        assertThat(queue.countPut()).isEqualTo(7);
        assertThat(queue.bytesPut()).isEqualTo(7);
        assertThat(queue.countTaken()).isEqualTo(1);
        assertThat(queue.bytesTaken()).isEqualTo(1);
        assertThat(queue.length(0)).isZero();
    }

    @Test
    void whatWasThereBeforeItConflatesIsCountedOnce() {
        PipeQueue queue = queue(0);
        fill(queue, 5);

        queue.conflate();

        assertThat(queue.countPut()).isEqualTo(5);
        assertThat(queue.countTaken()).isZero();
        assertThat(queue.length(0)).isEqualTo(1);
        assertThat(queue.poll()).isEqualTo(message(4));
        assertThat(queue.countTaken()).isEqualTo(1);
        assertThat(queue.bytesTaken()).isEqualTo(1);
    }

    // ---- two threads

    /**
     * A producer and a consumer that park, without a limit in time, only when a flag says that they will be called: if a
     * call were lost, both would park for ever. Different marks and pauses make full, empty and in between alternate.
     */
    @Test
    void twoThreadsThatTrustTheFlagsNeitherHangNorLoseAnything() throws Exception {
        for (int mark : new int[] {1, 2, 10, 1000}) {
            var pair = new Pair(queue(mark), 60_000, mark);
            pair.run();
        }
    }

    private static final class Pair {
        private static final Message[] MESSAGES = new Message[997];

        static {
            for (int i = 0; i < MESSAGES.length; i++) {
                MESSAGES[i] = message(i);
            }
        }

        private final PipeQueue queue;
        private final int count;
        private final long seed;
        private final Bell room = new Bell();
        private final Bell something = new Bell();

        Pair(PipeQueue queue, int count, long seed) {
            this.queue = queue;
            this.count = count;
            this.seed = seed;
        }

        void run() throws Exception {
            var producer = CompletableFuture.runAsync(this::produce, THREAD_EACH);
            var consumer = CompletableFuture.runAsync(this::consume, THREAD_EACH);
            producer.get(10, TimeUnit.SECONDS);
            consumer.get(10, TimeUnit.SECONDS);
        }

        private void produce() {
            var random = new Random(seed);
            int batch = 0;
            for (int i = 0; i < count; i++) {
                while (!queue.offerOrWait(MESSAGES[i % MESSAGES.length])) {
                    ringIfAsked();
                    room.await();
                }
                // The fence is paid once for a batch, as by a connection.
                if (batch-- <= 0) {
                    ringIfAsked();
                    batch = random.nextInt(20);
                    if (random.nextInt(50) == 0) {
                        Thread.yield();
                    }
                }
            }
            ringIfAsked();
        }

        private void ringIfAsked() {
            VarHandle.fullFence();
            if (queue.wakesReader()) {
                something.ring();
            }
        }

        private void consume() {
            var random = new Random(~seed);
            for (int i = 0; i < count; i++) {
                Message message;
                while ((message = queue.pollOrWait()) == null) {
                    something.await();
                }
                if (message != MESSAGES[i % MESSAGES.length]) {
                    throw new AssertionError("at " + i + " came " + message.text());
                }
                VarHandle.fullFence();
                if (queue.wakesWriter()) {
                    room.ring();
                }
                if (random.nextInt(200) == 0) {
                    Thread.yield();
                }
            }
        }
    }

    /** What a flag's taker rings; remembers one ring. */
    private static final class Bell {
        private volatile boolean rung;
        private volatile Thread waiter;

        void ring() {
            rung = true;
            LockSupport.unpark(waiter);
        }

        void await() {
            waiter = Thread.currentThread();
            while (!rung) {
                LockSupport.park(this);
            }
            rung = false;
        }
    }
}
