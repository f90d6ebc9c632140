package io.zmq4j.loop;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.nio.channels.SelectionKey;
import java.nio.channels.spi.AbstractSelectableChannel;
import java.nio.channels.spi.SelectorProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoopTest {
    /** The common pool may have one thread only, for two tasks that wait for each other. */
    private static final Executor THREAD_EACH = task -> new Thread(task).start();

    private static final long DEADLINE_SECONDS = 5;
    private static final AtomicInteger LOOPS = new AtomicInteger();

    private final String name = "loop-under-test-" + LOOPS.incrementAndGet();
    private final Loop loop = new Loop(new Daemons(name));

    @AfterEach
    void close() {
        loop.close();
    }

    private static void await(CountDownLatch latch) throws InterruptedException {
        assertThat(latch.await(DEADLINE_SECONDS, SECONDS)).as("in time").isTrue();
    }

    private static void awaitUntil(BooleanSupplier condition) {
        long deadline = System.nanoTime() + SECONDS.toNanos(DEADLINE_SECONDS);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    /** A thread that waits in the loop until it is told that its condition holds. */
    private final class Waiting {
        private final CountDownLatch began = new CountDownLatch(1);
        private final CountDownLatch ended = new CountDownLatch(1);
        private final AtomicBoolean condition = new AtomicBoolean();
        private final AtomicBoolean seesAnother = new AtomicBoolean();
        private final AtomicReference<Waiter> waiter = new AtomicReference<>();
        private final AtomicInteger looks = new AtomicInteger();
        private final Thread thread = new Thread(this::run);

        Waiting begin() throws InterruptedException {
            thread.setDaemon(true);
            thread.start();
            await(began);
            return this;
        }

        private void run() {
            var mine = new Waiter();
            waiter.set(mine);
            while (true) {
                mine.reset();
                if (condition.get() || Thread.currentThread().isInterrupted()) {
                    break;
                }
                began.countDown();
                looks.incrementAndGet();
                mine.block(loop, Long.MAX_VALUE);
            }
            seesAnother.set(loop.isDrivenByAnother());
            ended.countDown();
        }

        int looks() {
            return looks.get();
        }

        boolean parks() {
            return thread.getState() == Thread.State.TIMED_WAITING;
        }

        boolean drives() {
            AtomicBoolean result = new AtomicBoolean();
            var asked = new CountDownLatch(1);
            loop.execute(() -> {
                result.set(Thread.currentThread() == thread);
                asked.countDown();
            });
            try {
                await(asked);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            return result.get();
        }

        void complete() {
            condition.set(true);
            waiter.get().signal();
        }

        void awaitEnd() throws InterruptedException {
            await(ended);
        }
    }

    private boolean isDrivenByCaretaker() {
        var driver = new AtomicReference<String>();
        var asked = new CountDownLatch(1);
        loop.execute(() -> {
            driver.set(Thread.currentThread().getName());
            asked.countDown();
        });
        try {
            await(asked);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        return name.equals(driver.get());
    }

    // ---- waiting

    @Test
    void whoWaitsAloneDrives() throws InterruptedException {
        Waiting one = new Waiting().begin();
        awaitUntil(one::drives);

        one.complete();

        one.awaitEnd();
    }

    @Test
    void aSignalThatCameBeforeTheWaitEndsIt() {
        var waiter = new Waiter();
        waiter.signal();
        waiter.block(loop, Long.MAX_VALUE);
        waiter.block(null, Long.MAX_VALUE);
        assertThat(waiter.isSignalled()).isTrue();
    }

    @Test
    void theTokenPassesOnToAParkedWaiter() throws InterruptedException {
        Waiting first = new Waiting().begin();
        awaitUntil(first::drives);
        Waiting second = new Waiting().begin();

        first.complete();
        first.awaitEnd();

        awaitUntil(second::drives);
        second.complete();
        second.awaitEnd();
    }

    @Test
    void theDriverAndWhoParksBesideHimKnowOfEachOther() throws InterruptedException {
        Waiting driver = new Waiting().begin();
        awaitUntil(driver::drives);
        Waiting beside = new Waiting().begin();
        awaitUntil(() -> beside.thread.getState() == Thread.State.TIMED_WAITING);

        beside.complete();
        beside.awaitEnd();
        assertThat(beside.seesAnother).as("the one beside, of the driver").isTrue();
        driver.complete();
        driver.awaitEnd();
        assertThat(driver.seesAnother).as("the driver, of who was beside").isTrue();
    }

    @Test
    void aWaiterBesideTheDriverIsWokenWithoutTheToken() throws InterruptedException {
        Waiting driver = new Waiting().begin();
        awaitUntil(driver::drives);
        Waiting beside = new Waiting().begin();

        beside.complete();

        beside.awaitEnd();
        assertThat(driver.drives()).isTrue();
        driver.complete();
        driver.awaitEnd();
    }

    @Test
    void ofManyWaitersTheLastOneStillGetsTheToken() throws InterruptedException {
        Waiting[] all = new Waiting[5];
        for (int i = 0; i < all.length; i++) {
            all[i] = new Waiting().begin();
        }
        for (Waiting each : all) {
            each.complete();
            each.awaitEnd();
        }
        awaitUntil(() -> !loop.token().isTaken() || isDrivenByCaretaker());
    }

    @Test
    void aWaitEndsInTime() {
        long began = System.nanoTime();
        new Waiter().block(loop, MILLISECONDS.toNanos(20));
        assertThat(System.nanoTime() - began).isBetween(MILLISECONDS.toNanos(15), SECONDS.toNanos(2));
    }

    @Test
    void anInterruptEndsTheWaitOfADriverAndOfOneBeside() throws InterruptedException {
        Waiting driver = new Waiting().begin();
        awaitUntil(driver::drives);
        Waiting beside = new Waiting().begin();

        beside.thread.interrupt();
        beside.awaitEnd();
        driver.thread.interrupt();
        driver.awaitEnd();
    }

    // ---- tasks and timers

    @Test
    void aTaskRunsAtOnceIfNobodyDrives() {
        var ran = new AtomicReference<Thread>();
        awaitUntil(() -> {
            if (loop.token().tryTake()) {
                loop.token().giveBack();
                loop.execute(() -> ran.set(Thread.currentThread()));
                return ran.get() == Thread.currentThread();
            }
            // The caretaker came first, and would stay for as long as nobody takes part.
            loop.noteActivity();
            loop.wakeup();
            return false;
        });
    }

    @Test
    void aTaskRunsOnWhicheverThreadDrives() throws InterruptedException {
        loop.addDependent();
        awaitUntil(this::isDrivenByCaretaker);
        loop.removeDependent();

        Waiting application = new Waiting().begin();
        awaitUntil(application::drives);
        application.complete();
        application.awaitEnd();
    }

    @Test
    void tasksOfOneThreadRunInOrderWithTheTokenHeld() throws InterruptedException {
        var next = new AtomicInteger();
        var wrong = new AtomicInteger();
        var done = new CountDownLatch(1000);
        for (int i = 0; i < 1000; i++) {
            int number = i;
            loop.execute(() -> {
                if (next.getAndIncrement() != number || !loop.isDrivenByMe()) {
                    wrong.incrementAndGet();
                }
                done.countDown();
            });
        }
        await(done);
        assertThat(wrong).hasValue(0);
    }

    @Test
    void noTaskOfSeveralThreadsIsLeftUndone() throws Exception {
        int each = 20_000;
        var done = new CountDownLatch(3 * each);
        Waiting driver = new Waiting().begin();
        CompletableFuture<?>[] threads = new CompletableFuture<?>[3];
        for (int i = 0; i < threads.length; i++) {
            threads[i] = CompletableFuture.runAsync(
                    () -> {
                        for (int n = 0; n < each; n++) {
                            loop.execute(done::countDown);
                        }
                    },
                    THREAD_EACH);
        }
        CompletableFuture.allOf(threads).get(20, SECONDS);
        assertThat(done.await(DEADLINE_SECONDS, SECONDS)).isTrue();
        driver.complete();
        driver.awaitEnd();
    }

    @Test
    void lettingGoOfClosedChannelsEatsNobodysWakeUp() throws InterruptedException {
        Waiting driver = new Waiting().begin();
        awaitUntil(driver::drives);
        var done = new CountDownLatch(1);
        loop.execute(() -> {
            // While the driver is at work another thread wakes it, before the selector is asked for its own reasons.
            CompletableFuture.runAsync(() -> loop.execute(() -> {}), THREAD_EACH)
                    .join();
            loop.releaseClosed();
            done.countDown();
        });
        await(done);
        awaitUntil(() -> isSelecting(driver.thread));

        assertThat(driver.drives()).as("still hears").isTrue();
        driver.complete();
        driver.awaitEnd();
    }

    /** Its connect has just begun: if nobody drove, the caretaker would look 20 ms later, as for anybody who left. */
    @Test
    void whatNeedsADriverGetsOneWhenTheTokenIsGivenBack() {
        int soon = 0;
        for (int i = 0; i < 20; i++) {
            var done = new CountDownLatch(1);
            long began = System.nanoTime();
            loop.execute(() -> {
                loop.needsDriver();
                loop.schedule(0, done::countDown);
            });
            awaitUntil(() -> done.getCount() == 0);
            soon += System.nanoTime() - began < MILLISECONDS.toNanos(5) ? 1 : 0;
        }
        assertThat(soon).as("times it came at once").isGreaterThanOrEqualTo(12);
    }

    /** The others would find the token taken: each hand-over would cost as many wake-ups as threads wait. */
    @Test
    void aDriverThatLeavesWakesOneThreadOfThoseBesideIt() throws InterruptedException {
        Waiting driving = new Waiting().begin();
        awaitUntil(driving::drives);
        List<Waiting> beside = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            Waiting one = new Waiting().begin();
            awaitUntil(one::parks);
            beside.add(one);
        }
        int before = beside.stream().mapToInt(Waiting::looks).sum();

        driving.complete();
        driving.awaitEnd();

        // Before anything asks who drives: that takes the token if it is free, just when the thread that was woken
        // wants it.
        awaitUntil(() -> loop.token().isTaken());
        awaitUntil(() -> beside.stream().anyMatch(Waiting::drives));
        awaitUntil(() -> beside.stream().filter(Waiting::parks).count() == 4);
        assertThat(beside.stream().mapToInt(Waiting::looks).sum())
                .as("nobody came back in vain")
                .isEqualTo(before);
        beside.forEach(Waiting::complete);
    }

    @Test
    void aTaskThatFailsHurtsNobody() throws InterruptedException {
        Waiting driver = new Waiting().begin();
        awaitUntil(driver::drives);

        loop.execute(() -> {
            throw new IllegalStateException("this failure is part of a test");
        });

        assertThat(driver.drives()).isTrue();
        driver.complete();
        driver.awaitEnd();
    }

    @Test
    void timersFireWhoeverDrives() throws InterruptedException {
        var withNobody = new CountDownLatch(1);
        loop.execute(() -> loop.schedule(MILLISECONDS.toNanos(5), withNobody::countDown));
        await(withNobody);

        Waiting driver = new Waiting().begin();
        awaitUntil(driver::drives);
        var withADriver = new CountDownLatch(1);
        loop.execute(() -> loop.schedule(MILLISECONDS.toNanos(5), withADriver::countDown));
        await(withADriver);
        driver.complete();
        driver.awaitEnd();
    }

    @Test
    void aTimerDoesNotFireEarlyAndNotAfterItWasCancelled() throws InterruptedException {
        var fired = new CountDownLatch(1);
        var cancelled = new AtomicBoolean();
        long began = System.nanoTime();
        var at = new AtomicReference<Long>();
        loop.execute(() -> {
            Timer doomed = loop.schedule(MILLISECONDS.toNanos(10), () -> cancelled.set(true));
            loop.schedule(MILLISECONDS.toNanos(30), () -> {
                at.set(System.nanoTime());
                fired.countDown();
            });
            loop.cancel(doomed);
        });
        await(fired);
        assertThat(at.get() - began).isGreaterThanOrEqualTo(MILLISECONDS.toNanos(30));
        assertThat(cancelled).isFalse();
    }

    private static Thread threadNamed(String name) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.isAlive() && thread.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isSelecting(Thread thread) {
        return List.of(thread.getStackTrace()).stream()
                .anyMatch(frame -> frame.getMethodName().equals("lockAndDoSelect"));
    }

    // ---- the caretaker

    @Test
    void theCaretakerTakesOverWhenNobodyDrives() throws InterruptedException {
        Waiting one = new Waiting().begin();
        awaitUntil(one::drives);
        one.complete();
        one.awaitEnd();

        awaitUntil(() -> loop.token().isTaken());
        assertThat(isDrivenByCaretaker()).isTrue();
    }

    @Test
    void theCaretakerStepsAsideForAnApplicationThread() throws InterruptedException {
        for (int round = 0; round < 20; round++) {
            loop.addDependent();
            awaitUntil(this::isDrivenByCaretaker);
            Waiting application = new Waiting().begin();
            awaitUntil(application::drives);
            application.complete();
            application.awaitEnd();
            awaitUntil(this::isDrivenByCaretaker);
            loop.removeDependent();
        }
    }

    /** The driver and the one beside it get what they wait for in the same round, so neither is there to take over. */
    @Test
    void theCaretakerTakesOverWhenAllWaitersLeaveTogether() throws InterruptedException {
        Thread caretaker = threadNamed(name);
        for (int round = 0; round < 20; round++) {
            Waiting driver = new Waiting().begin();
            awaitUntil(driver::drives);
            Waiting beside = new Waiting().begin();
            awaitUntil(() -> beside.thread.getState() == Thread.State.TIMED_WAITING);
            // While somebody drives it sleeps without an alarm: only a waiter that leaves can wake it.
            awaitUntil(() -> caretaker.getState() == Thread.State.WAITING);

            loop.execute(() -> {
                beside.complete();
                driver.complete();
            });
            driver.awaitEnd();
            beside.awaitEnd();

            awaitUntil(() -> loop.token().isTaken());
        }
    }

    @Test
    void aDependentKeepsItDriven() throws InterruptedException {
        loop.addDependent();
        awaitUntil(() -> loop.token().isTaken());

        Waiting application = new Waiting().begin();
        awaitUntil(application::drives);
        application.complete();
        application.awaitEnd();

        awaitUntil(() -> loop.token().isTaken());
        loop.removeDependent();
    }

    @Test
    void aReadyChannelIsHandledThoughNobodyWaits() throws IOException, InterruptedException {
        Pipe pipe = Pipe.open();
        pipe.source().configureBlocking(false);
        var read = new CountDownLatch(1);
        loop.execute(() -> register(pipe, read::countDown));
        loop.needsDriver();

        pipe.sink().write(ByteBuffer.wrap(new byte[1]));

        await(read);
        pipe.source().close();
        pipe.sink().close();
    }

    private void register(Pipe pipe, Runnable onRead) {
        var unused = register(pipe, onRead, key -> {});
    }

    private SelectionKey register(Pipe pipe, Runnable onRead, Consumer<SelectionKey> onMoved) {
        try {
            return loop.register(pipe.source(), SelectionKey.OP_READ, new LoopHandler() {
                @Override
                public void onReady(SelectionKey key) {
                    try {
                        if (pipe.source().read(ByteBuffer.allocate(8)) > 0) {
                            onRead.run();
                        }
                    } catch (IOException e) {
                        throw new AssertionError(e);
                    }
                }

                @Override
                public void onError(Throwable error) {}

                @Override
                public void onMoved(SelectionKey key) {
                    onMoved.accept(key);
                }
            });
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** A channel that runs out of memory while it is closed, as the JDK's do, may stay with the selector for ever. */
    private static final class HalfClosed extends AbstractSelectableChannel {
        HalfClosed() {
            super(SelectorProvider.provider());
        }

        @Override
        protected void implCloseSelectableChannel() {
            throw new OutOfMemoryError("planted");
        }

        @Override
        protected void implConfigureBlocking(boolean block) {}

        @Override
        public int validOps() {
            return 0;
        }
    }

    @Test
    void aSelectorInDoubtIsReplacedAndItsChannelsGoOn() throws IOException, InterruptedException {
        Pipe pipe = Pipe.open();
        pipe.source().configureBlocking(false);
        var read = new CountDownLatch(1);
        var moved = new AtomicReference<SelectionKey>();
        var before = new AtomicReference<SelectionKey>();
        loop.execute(() -> before.set(register(pipe, read::countDown, moved::set)));
        loop.needsDriver();

        loop.close(new HalfClosed());

        awaitUntil(() -> moved.get() != null);
        awaitUntil(() -> !before.get().isValid());
        assertThat(moved.get().interestOps()).isEqualTo(SelectionKey.OP_READ);
        pipe.sink().write(ByteBuffer.wrap(new byte[1]));
        await(read);
        pipe.source().close();
        pipe.sink().close();
    }

    @Test
    void anIdleLoopMakesNoWakeUps() throws InterruptedException {
        loop.addDependent();
        awaitUntil(this::isDrivenByCaretaker);
        long before = settledPolls();

        // Nothing ever counts this down: the time is the test.
        assertThat(new CountDownLatch(1).await(1, SECONDS)).isFalse();

        assertThat(loop.polls() - before).isLessThanOrEqualTo(1);
        loop.removeDependent();
    }

    @Test
    void aWaitingThreadMakesNoWakeUpsEither() throws InterruptedException {
        Waiting driver = new Waiting().begin();
        awaitUntil(driver::drives);
        Waiting beside = new Waiting().begin();
        long before = settledPolls();

        assertThat(new CountDownLatch(1).await(500, MILLISECONDS)).isFalse();

        assertThat(loop.polls() - before).isLessThanOrEqualTo(1);
        driver.complete();
        beside.complete();
        driver.awaitEnd();
        beside.awaitEnd();
    }

    /** The number of polls once it has stood still for a while. */
    private long settledPolls() throws InterruptedException {
        long deadline = System.nanoTime() + SECONDS.toNanos(DEADLINE_SECONDS);
        long seen;
        do {
            assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
            seen = loop.polls();
            new CountDownLatch(1).await(100, MILLISECONDS);
        } while (loop.polls() != seen);
        return seen;
    }

    /** To wake a sleeper costs more than the question that is answered meanwhile. */
    @Test
    void whoDrivesAgainAndAgainDoesNotPutTheCaretakerToSleep() throws Exception {
        Thread caretaker = threadNamed(name);
        var over = new AtomicBoolean();
        var driver = new Thread(() -> {
            while (!over.get()) {
                new Waiter().block(loop, MILLISECONDS.toNanos(1));
            }
        });
        driver.start();
        int sleeps = 0;
        boolean slept = false;
        long began = System.nanoTime();
        while (System.nanoTime() - began < MILLISECONDS.toNanos(400)) {
            boolean sleeping = caretaker.getState() == Thread.State.WAITING;
            sleeps += sleeping && !slept ? 1 : 0;
            slept = sleeping;
        }
        over.set(true);
        driver.join();
        // Else every 20 ms; so it is right to if the driver himself did not get the processor for so long.
        assertThat(sleeps).isLessThan(5);
    }

    // ---- flushing what was left behind

    /** Something that wants as many ticks as this, then no more. */
    private static final class Ticked extends Flushable {
        private final CountDownLatch wanted;

        Ticked(int ticks) {
            wanted = new CountDownLatch(ticks);
        }

        @Override
        public Tick flushTick() {
            wanted.countDown();
            return wanted.getCount() > 0 ? Tick.NEEDED : Tick.DONE;
        }
    }

    @Test
    void whatIsArmedIsLookedAtUntilItIsDone() throws InterruptedException {
        var ticked = new Ticked(20);
        loop.arm(ticked);
        await(ticked.wanted);
    }

    @Test
    void whatIsArmedIsLookedAtWhileTheCaretakerDrives() throws InterruptedException {
        loop.addDependent();
        awaitUntil(this::isDrivenByCaretaker);
        var ticked = new Ticked(20);

        loop.arm(ticked);

        await(ticked.wanted);
        loop.removeDependent();
    }

    @Test
    void whatIsArmedIsLookedAtWhileNobodyDrivesForLong() throws InterruptedException {
        // More ticks than fit into the time after which the caretaker takes over.
        var ticked = new Ticked(2_000);
        loop.arm(ticked);
        await(ticked.wanted);
    }

    @Test
    void whatIsArmedIsLookedAtWhileAnApplicationThreadDrives() throws InterruptedException {
        Waiting driver = new Waiting().begin();
        awaitUntil(driver::drives);
        var ticked = new Ticked(20);

        loop.arm(ticked);

        await(ticked.wanted);
        driver.complete();
        driver.awaitEnd();
    }

    // ---- its end

    @Test
    void closingEndsEveryWait() throws InterruptedException {
        Waiting driver = new Waiting().begin();
        awaitUntil(driver::drives);
        var left = new CountDownLatch(1);
        var thread = new Thread(() -> {
            new Waiter().block(loop, SECONDS.toNanos(60));
            left.countDown();
        });
        driver.condition.set(true);

        loop.close();

        driver.awaitEnd();
        thread.start();
        await(left);
    }

    @Test
    void aClosedLoopHasNoThread() throws InterruptedException {
        var closed = new Loop(new Daemons("loop-to-close"));
        closed.addDependent();
        Thread caretaker = threadNamed("loop-to-close");

        closed.close();

        caretaker.join(SECONDS.toMillis(DEADLINE_SECONDS));
        assertThat(caretaker.isAlive()).isFalse();
    }
}
