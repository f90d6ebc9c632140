package io.zmq4j.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class GateTest {
    /** The common pool may have one thread only, for two tasks that wait for each other. */
    private static final Executor THREAD_EACH = task -> new Thread(task).start();

    private final AtomicInteger shut = new AtomicInteger();
    private final Gate gate = new Gate(shut::incrementAndGet);

    @Test
    void openLetsOneIn() {
        assertThat(gate.tryEnter()).isTrue();
        assertThat(gate.isClosed()).isFalse();
    }

    @Test
    void takenLetsNobodyIn() {
        gate.tryEnter();
        assertThat(gate.tryEnter()).isFalse();
    }

    @Test
    void whoLeavesUnaskedIsOut() {
        gate.tryEnter();
        assertThat(gate.leave()).isTrue();
        assertThat(gate.tryEnter()).isTrue();
    }

    @Test
    void whoWasAskedGoesRoundOnceMore() {
        gate.tryEnter();
        gate.tryEnter();

        assertThat(gate.leave()).isFalse();
        assertThat(gate.tryEnter()).as("still inside").isFalse();
        assertThat(gate.leave()).isFalse();
        assertThat(gate.leave()).isTrue();
    }

    @Test
    void beingAskedTwiceIsOneRound() {
        gate.tryEnter();
        gate.tryEnter();
        gate.tryEnter();

        assertThat(gate.leave()).isFalse();
        assertThat(gate.leave()).isTrue();
    }

    @Test
    void closingAnOpenGateShutsItAtOnce() {
        gate.close();

        assertThat(shut).hasValue(1);
        assertThat(gate.isClosed()).isTrue();
        assertThat(gate.tryEnter()).isFalse();
    }

    @Test
    void closingATakenGateShutsItWhenItsHolderLeaves() {
        gate.tryEnter();

        gate.close();
        assertThat(shut).hasValue(0);
        assertThat(gate.isClosed()).isTrue();
        assertThat(gate.tryEnter()).isFalse();

        assertThat(gate.leave()).isTrue();
        assertThat(shut).hasValue(1);
        assertThat(gate.tryEnter()).isFalse();
    }

    @Test
    void closingIsStrongerThanBeingAsked() {
        gate.tryEnter();
        gate.tryEnter();

        gate.close();

        assertThat(gate.leave()).isTrue();
        assertThat(shut).hasValue(1);
    }

    @Test
    void closingTwiceShutsOnce() {
        gate.close();
        gate.close();
        assertThat(shut).hasValue(1);

        var taken = new Gate(shut::incrementAndGet);
        taken.tryEnter();
        taken.close();
        taken.close();
        taken.leave();
        taken.close();
        assertThat(shut).hasValue(2);
    }

    /** Each adds to the work and then tries the gate: whoever is inside must have seen it all when the last one leaves. */
    @Test
    void nothingAskedForIsLeftUndone() throws Exception {
        int rounds = 400_000;
        var asked = new AtomicLong();
        var inside = new AtomicInteger();
        // Plain on purpose: the gate is what orders its writers.
        long[] done = new long[1];
        Runnable worker = () -> {
            for (int i = 0; i < rounds; i++) {
                asked.incrementAndGet();
                if (!gate.tryEnter()) {
                    continue;
                }
                do {
                    if (inside.incrementAndGet() != 1) {
                        throw new AssertionError("two inside");
                    }
                    done[0] = asked.get();
                    inside.decrementAndGet();
                } while (!gate.leave());
            }
        };

        var threads = new ArrayList<CompletableFuture<Void>>();
        for (int i = 0; i < 3; i++) {
            threads.add(CompletableFuture.runAsync(worker, THREAD_EACH));
        }
        for (var thread : threads) {
            thread.get(20, TimeUnit.SECONDS);
        }

        assertThat(done[0]).isEqualTo(asked.get());
        assertThat(gate.tryEnter()).isTrue();
    }

    @Test
    void shutHappensOnceAndAfterTheLastOneWhoeverCloses() throws Exception {
        for (int round = 0; round < 5_000; round++) {
            var inside = new AtomicInteger();
            var overlaps = new AtomicInteger();
            var shuts = new AtomicInteger();
            var contested = new Gate(() -> {
                shuts.incrementAndGet();
                overlaps.addAndGet(inside.get());
            });
            var visitor = CompletableFuture.runAsync(
                    () -> {
                        while (!contested.isClosed()) {
                            if (contested.tryEnter()) {
                                boolean out;
                                do {
                                    inside.incrementAndGet();
                                    inside.decrementAndGet();
                                    out = contested.leave();
                                } while (!out);
                            }
                        }
                    },
                    THREAD_EACH);
            contested.close();
            visitor.get(10, TimeUnit.SECONDS);

            assertThat(shuts).hasValue(1);
            assertThat(overlaps).hasValue(0);
        }
    }
}
