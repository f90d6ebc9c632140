package io.zmq4j.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.loop.Daemons;
import io.zmq4j.loop.Flushable.Tick;
import io.zmq4j.loop.Loop;
import java.lang.reflect.Proxy;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class HeldBackTest {
    private final FlushPace pace = new FlushPace(() -> 0);
    private boolean isLockFree = true;
    private boolean isIdle;
    private int flushes;
    private int endedRuns;
    /** Its caretaker is asked, and never comes. */
    private final Loop loop = closedLoop();

    private int askedForLoop;
    private final HeldBack heldBack = new HeldBack(host(), () -> isIdle, () -> flushes++, () -> endedRuns++);

    private static Loop closedLoop() {
        var loop = new Loop(new Daemons("held-back-under-test"));
        loop.close();
        return loop;
    }

    private Loop askForLoop() {
        askedForLoop++;
        return loop;
    }

    /** A socket that has a pace, a loop and a lock, and nothing else that is asked for here. */
    private OutboxHost host() {
        return (OutboxHost) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {OutboxHost.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "pace" -> pace;
                    case "loop" -> askForLoop();
                    case "tryLocked" -> isLockFree && ((BooleanSupplier) arguments[0]).getAsBoolean();
                    default -> throw new AssertionError(method);
                });
    }

    @Test
    void whatNobodyFlushedATickFlushes() {
        assertThat(heldBack.flushTick()).isEqualTo(Tick.NEEDED);
        assertThat(flushes).isEqualTo(1);
    }

    @Test
    void whoFlushesByHimselfIsLeftAlone() {
        heldBack.flushed();
        assertThat(heldBack.flushTick()).isEqualTo(Tick.NOT_NEEDED);
        assertThat(flushes).isZero();
        assertThat(heldBack.flushTick()).as("the next one, without a flush").isEqualTo(Tick.NEEDED);
    }

    @Test
    void whatIsIdleForLongIsDoneWith() {
        isIdle = true;
        for (int i = 1; i < 32; i++) {
            assertThat(heldBack.flushTick()).isEqualTo(Tick.NOT_NEEDED);
        }
        assertThat(flushes).isZero();
        assertThat(heldBack.flushTick()).isEqualTo(Tick.DONE);
        assertThat(flushes).isEqualTo(1);
    }

    /** Whoever has the lock may be about to hold something back, and to rely on the next tick. */
    @Test
    void whileTheSocketIsInUseNothingIsDoneWith() {
        isIdle = true;
        isLockFree = false;
        for (int i = 0; i < 100; i++) {
            assertThat(heldBack.flushTick()).isEqualTo(Tick.NOT_NEEDED);
        }
        isLockFree = true;
        assertThat(heldBack.flushTick()).isEqualTo(Tick.DONE);
    }

    @Test
    void workBetweenIdleTicksBeginsTheCountAnew() {
        isIdle = true;
        for (int i = 1; i < 32; i++) {
            heldBack.flushTick();
        }
        isIdle = false;
        heldBack.flushTick();
        isIdle = true;
        assertThat(heldBack.flushTick()).isEqualTo(Tick.NOT_NEEDED);
    }

    @Test
    void theCaretakerIsAskedForOnceUntilItIsDone() {
        heldBack.keep();
        heldBack.keep();
        assertThat(askedForLoop).isEqualTo(1);

        tickUntilDone();
        heldBack.keep();

        assertThat(askedForLoop).isEqualTo(2);
    }

    @Test
    void aCaretakerThatCouldNotLeaveNeedNotBeAsked() {
        heldBack.keep();
        isIdle = true;
        isLockFree = false;
        for (int i = 0; i < 100; i++) {
            heldBack.flushTick();
        }

        heldBack.keep();

        assertThat(askedForLoop).isEqualTo(1);
    }

    @Test
    void whatWasCountedBeforeTheCaretakerLeftIsForgotten() {
        assertThat(heldBack.onWritten(10)).isEqualTo(Flush.HELD_BACK);
        assertThat(heldBack.onWritten(10)).isEqualTo(Flush.LATER);

        tickUntilDone();

        assertThat(heldBack.onWritten(10)).isEqualTo(Flush.HELD_BACK);
    }

    @Test
    void noRunGrowsWhenTheCaretakerHasLeft() {
        assertThat(heldBack.holdable(10)).isZero();
        heldBack.onWritten(10);
        assertThat(heldBack.holdable(10)).isEqualTo(511);
        heldBack.flushTick();
        assertThat(endedRuns).isZero();
        int before = flushes;

        tickUntilDone();

        assertThat(endedRuns).isEqualTo(1);
        assertThat(flushes).as("the one who reads it looks at its end").isEqualTo(before + 1);
        assertThat(heldBack.holdable(10)).isZero();
    }

    @Test
    void aRunCountsForTheBatch() {
        heldBack.onWritten(10);
        assertThat(heldBack.onEnded(510, 6000)).isEqualTo(Flush.LATER);
        assertThat(heldBack.onWritten(10)).isEqualTo(Flush.NOW);
    }

    private void tickUntilDone() {
        isIdle = true;
        for (int i = 1; i < 32; i++) {
            heldBack.flushTick();
        }
        assertThat(heldBack.flushTick()).isEqualTo(Tick.DONE);
    }
}
