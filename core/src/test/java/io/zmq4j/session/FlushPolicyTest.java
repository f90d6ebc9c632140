package io.zmq4j.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.pipe.Far.Flush;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FlushPolicyTest {
    private final FlushPolicy policy = new FlushPolicy();

    @Test
    void theFirstMessageGoesOutAtOnce() {
        assertThat(policy.onWritten(10)).isEqualTo(Flush.NOW);
    }

    @Test
    void theFirstMessageAfterAWaitGoesOutAtOnce() {
        policy.onWritten(10);
        policy.flushed();

        policy.waiting();

        assertThat(policy.onWritten(10)).isEqualTo(Flush.NOW);
    }

    @Test
    void aFloodGoesOutInBatchesAndNoBatchIsLargerThan512() {
        int sinceFlush = 0;
        for (int i = 0; i < 10_000; i++) {
            sinceFlush++;
            if (policy.onWritten(1) == Flush.NOW) {
                policy.flushed();
                assertThat(sinceFlush).isLessThanOrEqualTo(512);
                sinceFlush = 0;
            }
        }
        assertThat(sinceFlush).isLessThan(512);
    }

    @Test
    void atMost32KiBWait() {
        long waiting = 0;
        for (int i = 0; i < 1_000; i++) {
            waiting += 1000;
            if (policy.onWritten(1000) == Flush.NOW) {
                policy.flushed();
                waiting = 0;
            }
            assertThat(waiting).isLessThan(32 * 1024);
        }
    }

    @Test
    void aLargeMessageDoesNotWait() {
        policy.onWritten(10);
        policy.flushed();
        assertThat(policy.onWritten(32 * 1024)).isEqualTo(Flush.NOW);
    }

    /** Only those that look at the clock can say NOW or ask for a keeper: the 1st, 2nd, 4th, 8th … */
    @Test
    void betweenThePowersOfTwoNothingIsAskedFor() {
        for (int attempt = 0; attempt < 1000; attempt++) {
            List<Flush> answers = flushOnceThenWrite(8);
            if (answers.subList(0, 7).contains(Flush.NOW)) {
                // This thread was interrupted by others for longer than the gap: once more.
                continue;
            }
            assertThat(answers.subList(0, 7))
                    .containsExactly(
                            Flush.BEFORE_WAITING,
                            Flush.BEFORE_WAITING,
                            Flush.LATER,
                            Flush.BEFORE_WAITING,
                            Flush.LATER,
                            Flush.LATER,
                            Flush.LATER);
            return;
        }
        throw new AssertionError("seven calls always took longer than the gap");
    }

    private List<Flush> flushOnceThenWrite(int count) {
        policy.waiting();
        policy.onWritten(1);
        Flush[] answers = new Flush[count];
        policy.flushed();
        for (int i = 0; i < count; i++) {
            answers[i] = policy.onWritten(1);
        }
        return new ArrayList<>(List.of(answers));
    }

    @Test
    void aKeeperIsAskedForOnceUntilItIsDone() {
        assertThat(policy.arm()).isTrue();
        assertThat(policy.arm()).isFalse();

        policy.disarm();

        assertThat(policy.arm()).isTrue();
    }
}
