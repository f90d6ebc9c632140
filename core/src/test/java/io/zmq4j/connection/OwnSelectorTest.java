package io.zmq4j.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.loop.Daemons;
import io.zmq4j.loop.Loop;
import io.zmq4j.loop.Waiter;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class OwnSelectorTest {
    private static final long NO_TIME = 1;
    private static final long LONG = TimeUnit.SECONDS.toNanos(20);

    /** From the next one on, a thread is worth a selector. */
    private static final int WAITS_BEFORE = 8;

    /** More than enough for that. */
    private static final int OFTEN = 20;

    private final Loop loop = new Loop(new Daemons("loop-of-own-selector"));
    private final Semaphore reads = new Semaphore(0);
    private final CountDownLatch driving = new CountDownLatch(1);
    private final Thread driver = new Thread(this::drive);

    private Pipe pipe;
    private OwnSelector own;

    @BeforeEach
    void open() throws IOException {
        pipe = Pipe.open();
        pipe.source().configureBlocking(false);
        own = new OwnSelector(pipe.source(), loop, reads::release);
        driver.setDaemon(true);
    }

    @AfterEach
    void close() throws Exception {
        driver.interrupt();
        driver.join();
        own.close();
        loop.close();
        pipe.source().close();
        pipe.sink().close();
    }

    private void drive() {
        while (!Thread.currentThread().isInterrupted()) {
            loop.execute(driving::countDown);
            new Waiter().block(loop, Long.MAX_VALUE);
        }
    }

    private void letAnotherDrive() throws InterruptedException {
        driver.start();
        driving.await();
        while (!loop.isDrivenByAnother()) {
            Thread.onSpinWait();
        }
    }

    @Test
    void noDescriptorStaysIfTheConnectionEndsWhileTheSelectorIsOpened() throws Exception {
        letAnotherDrive();
        var waiter = new Waiter();
        int before = descriptors();
        for (int i = 0; i < 1_000; i++) {
            SocketChannel channel = SocketChannel.open();
            channel.configureBlocking(false);
            var one = new OwnSelector(channel, loop, () -> {});
            for (int j = 0; j < WAITS_BEFORE; j++) {
                assertThat(one.await(waiter, NO_TIME)).isFalse();
            }
            int spins = i % 100 * 20;
            var ends = new CountDownLatch(1);
            var ending = new Thread(() -> {
                ends.countDown();
                for (int j = 0; j < spins; j++) {
                    Thread.onSpinWait();
                }
                end(channel, one);
            });
            ending.start();
            ends.await();
            one.await(waiter, NO_TIME);
            ending.join();
        }
        assertThat(descriptors() - before)
                .as("of 1,000 selectors with two each")
                .isLessThan(10);
    }

    private void end(SocketChannel channel, OwnSelector its) {
        try {
            channel.close();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        its.close();
        var released = new CountDownLatch(1);
        loop.execute(() -> {
            its.release();
            released.countDown();
        });
        try {
            released.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static int descriptors() {
        return Objects.requireNonNull(new File("/proc/self/fd").list()).length;
    }

    /** Waits here, again and again, until that is possible. */
    private void become(Waiter waiter) {
        for (int i = 0; i < OFTEN && own.isLoops(); i++) {
            own.await(waiter, NO_TIME);
        }
        assertThat(own.isLoops()).isFalse();
    }

    /** On a busy machine, this thread may have been away for so long that the loop reads again. */
    private void awaitHere(Waiter waiter) {
        while (!own.await(waiter, LONG)) {
            become(waiter);
        }
    }

    private static Duration time(Runnable action) {
        long began = System.nanoTime();
        action.run();
        return Duration.ofNanos(System.nanoTime() - began);
    }

    @Test
    void whoMayDriveHimselfNeedsNone() {
        for (int i = 0; i < OFTEN; i++) {
            assertThat(own.await(new Waiter(), LONG)).isFalse();
        }
        assertThat(own.isLoops()).isTrue();
    }

    @Test
    void oneIsOpenedForWhoOftenWaitsBesideADriver() throws Exception {
        letAnotherDrive();
        assertThat(own.await(new Waiter(), LONG)).as("the first time").isFalse();
        become(new Waiter());
        assertThat(reads.tryAcquire()).as("the interest was set anew").isTrue();
    }

    @Test
    void whatComesEndsTheWait() throws Exception {
        letAnotherDrive();
        var waiter = new Waiter();
        become(waiter);
        pipe.sink().write(ByteBuffer.wrap(new byte[1]));
        assertThat(time(() -> awaitHere(waiter))).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void aSignalEndsTheWait() throws Exception {
        letAnotherDrive();
        var waiter = new Waiter();
        become(waiter);
        waiter.reset();
        var signaller = new Thread(waiter::signal);
        signaller.start();
        assertThat(time(() -> awaitHere(waiter))).isLessThan(Duration.ofSeconds(10));
        signaller.join();
    }

    @Test
    void closingEndsTheWait() throws Exception {
        letAnotherDrive();
        var waiter = new Waiter();
        become(waiter);
        var closer = new Thread(own::close);
        closer.start();
        assertThat(time(() -> own.await(waiter, LONG))).isLessThan(Duration.ofSeconds(10));
        closer.join();
        assertThat(own.await(waiter, LONG)).as("after that").isFalse();
    }

    @Test
    void oneThreadAtATime() throws Exception {
        letAnotherDrive();
        become(new Waiter());
        // A waiter is woken in the thread that made it.
        var theirs = new CompletableFuture<Waiter>();
        var other = new Thread(() -> {
            var waiter = new Waiter();
            theirs.complete(waiter);
            while (!own.await(waiter, LONG)) {
                Thread.onSpinWait();
            }
        });
        other.start();
        // While the other one waits, nobody else can; before that, this wait is short.
        long deadline = System.nanoTime() + LONG;
        while (own.await(new Waiter(), NO_TIME)) {
            assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
        }
        theirs.join().signal();
        other.join();
    }

    @Test
    void theLoopReadsAgainWhenNobodyWaitsHere() throws Exception {
        letAnotherDrive();
        become(new Waiter());
        reads.acquire();
        assertThat(reads.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
        assertThat(own.isLoops()).isTrue();
    }

    @Test
    void theLoopReadsAgainAtOnceWhenOthersWait() throws Exception {
        letAnotherDrive();
        become(new Waiter());
        reads.acquire();
        own.share();
        assertThat(own.isLoops()).isTrue();
        assertThat(reads.tryAcquire()).as("the interest was set anew").isTrue();
        assertThat(own.await(new Waiter(), LONG)).as("not again at once").isFalse();
    }

    @Test
    void aLongWaitIsNotDisturbed() throws Exception {
        letAnotherDrive();
        var waiter = new Waiter();
        become(waiter);
        own.await(waiter, TimeUnit.MILLISECONDS.toNanos(200));
        assertThat(own.isLoops())
                .as("after ten times as long as an absence may be")
                .isFalse();
        reads.acquire();
        assertThat(reads.tryAcquire(10, TimeUnit.SECONDS))
                .as("looked after once it was left")
                .isTrue();
        assertThat(own.isLoops()).isTrue();
    }
}
