package io.zmq4j.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FlushPaceTest {
    private static final long PAUSE = 3_000;
    private static final long QUIET = 50_000;

    private final AtomicInteger looks = new AtomicInteger();
    private long now = 1_000_000;
    private final FlushPace pace = new FlushPace(() -> {
        looks.incrementAndGet();
        return now;
    });

    /** Queues a message, and flushes if that is due; says whether it was. */
    private boolean send() {
        pace.queued(1);
        boolean due = pace.isDue();
        if (due) {
            pace.flushed();
        }
        return due;
    }

    @Test
    void withNothingQueuedNothingIsDue() {
        assertThat(pace.isDue()).isFalse();
    }

    @Test
    void theFirstMessageGoesOutAtOnce() {
        assertThat(send()).isTrue();
    }

    @Test
    void theNextOneAtOnceIsHeldBack() {
        send();
        assertThat(send()).isFalse();
    }

    @Test
    void afterAPauseAMessageGoesOutAtOnce() {
        send();
        now += PAUSE;
        assertThat(send()).isTrue();
    }

    @Test
    void afterAWaitAMessageGoesOutAtOnce() {
        send();
        pace.waiting();
        assertThat(send()).isTrue();
        assertThat(send()).isFalse();
    }

    @Test
    void anEvenStreamWaitsForOneOrTwoOthers() {
        send();
        int held = 0;
        for (int i = 0; i < 1000; i++) {
            now += PAUSE / 2;
            held = send() ? 0 : held + 1;
            assertThat(held).isLessThanOrEqualTo(2);
        }
    }

    @Test
    void aFloodIsNeverDue() {
        send();
        for (int i = 0; i < 100_000; i++) {
            now += 20;
            assertThat(send()).isFalse();
        }
    }

    /** A publisher is busy with each of its hundred subscribers, which is no pause. */
    @Test
    void aFloodToManyPipesIsNeverDue() {
        send();
        for (int i = 0; i < 1000; i++) {
            now += 100 * 100;
            pace.queued(100);
            assertThat(pace.isDue()).isFalse();
        }
    }

    @Test
    void theClockIsReadAtPowersOfTwoOnly() {
        send();
        looks.set(0);
        List<Integer> lookedAt = new ArrayList<>();
        for (int i = 1; i <= 20; i++) {
            send();
            if (looks.getAndSet(0) > 0) {
                lookedAt.add(i);
            }
        }
        assertThat(lookedAt).containsExactly(1, 2, 4, 8, 16);
    }

    @Test
    void aCompleteBatchBeginsTheCountAnew() {
        send();
        for (int i = 0; i < 100; i++) {
            send();
        }
        pace.restart();
        now += PAUSE;
        assertThat(send()).isTrue();
    }

    @Test
    void quietEarnsWritesForABurst() {
        send();
        now += 3 * QUIET;
        assertThat(send()).as("after the quiet").isTrue();
        for (int i = 0; i < 3; i++) {
            assertThat(send()).as("earned").isTrue();
        }
        assertThat(send()).isFalse();
    }

    @Test
    void howeverLongTheQuietABurstBecomesAFlood() {
        send();
        now += 1000 * QUIET;
        int alone = 0;
        while (send()) {
            alone++;
        }
        assertThat(alone).isEqualTo(1 + 16);
    }

    @Test
    void aPauseThatIsShorterEarnsNothing() {
        send();
        for (int i = 0; i < 100; i++) {
            now += QUIET - 1;
            assertThat(send()).isTrue();
        }
        assertThat(send()).isFalse();
    }

    /** A flood that waits for room is quiet meanwhile. */
    @Test
    void whoWaitedHasEarnedNothing() {
        send();
        now += 1000 * QUIET;
        send();
        pace.waiting();
        assertThat(send()).isTrue();
        assertThat(send()).isFalse();
    }

    @Test
    void aWriteToManyPipesCostsAsMany() {
        send();
        now += 16 * QUIET;
        send();
        for (int pipe = 0; pipe < 17; pipe++) {
            pace.queued(1);
        }
        assertThat(pace.isDue()).isFalse();
    }
}
