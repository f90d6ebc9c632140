package io.zmq4j.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FlushPolicyTest {
    private final FlushPace pace = new FlushPace(() -> 0);
    private final FlushPolicy policy = new FlushPolicy(pace);

    @Test
    void theFirstMessageIsHeldBackAndThoseAfterItWithIt() {
        assertThat(policy.onWritten(10)).isEqualTo(Flush.HELD_BACK);
        assertThat(policy.onWritten(10)).isEqualTo(Flush.LATER);
        assertThat(policy.onWritten(10)).isEqualTo(Flush.LATER);
    }

    @Test
    void everyMessageThatIsHeldBackCountsForThePace() {
        policy.onWritten(10);
        assertThat(pace.isDue()).isTrue();
        assertThat(pace.isDue()).isFalse();
    }

    @Test
    void a512thMessageCompletesABatch() {
        for (int batch = 0; batch < 3; batch++) {
            for (int i = 1; i < 512; i++) {
                assertThat(policy.onWritten(1)).isNotEqualTo(Flush.NOW);
            }
            assertThat(policy.onWritten(1)).isEqualTo(Flush.NOW);
        }
    }

    @Test
    void upTo63KiBWait() {
        long most = 0;
        long waiting = 0;
        for (int i = 0; i < 1_000; i++) {
            waiting = policy.onWritten(1000) == Flush.NOW ? 0 : waiting + 1000;
            most = Math.max(most, waiting);
        }
        assertThat(most).isBetween(63 * 1024 - 1000L, 63 * 1024 - 1L);
    }

    @Test
    void aLargeMessageDoesNotWait() {
        assertThat(policy.onWritten(63 * 1024)).isEqualTo(Flush.NOW);
    }

    @Test
    void whatIsMissingIsWhatCompletesTheBatch() {
        assertThat(policy.missing(10)).as("nothing is held back").isZero();
        policy.onWritten(10);
        assertThat(policy.missing(10)).isEqualTo(511);
        assertThat(policy.missing(0)).isEqualTo(511);
        int missing = policy.missing(1000);
        assertThat(missing).isEqualTo(65);
        for (int i = 1; i < missing; i++) {
            assertThat(policy.onWritten(1000)).isEqualTo(Flush.LATER);
        }
        assertThat(policy.onWritten(1000)).isEqualTo(Flush.NOW);
    }

    @Test
    void manyAtOnceCountLikeOneByOne() {
        policy.onWritten(10);
        assertThat(policy.count(510, 5100)).isEqualTo(Flush.LATER);
        assertThat(policy.missing(10)).isEqualTo(1);
        assertThat(policy.count(1, 10)).isEqualTo(Flush.NOW);
        assertThat(policy.missing(10)).isZero();

        policy.onWritten(10);
        assertThat(policy.count(2, 63 * 1024)).isEqualTo(Flush.NOW);
    }

    @Test
    void afterAFlushTheNextMessageIsTheFirst() {
        policy.onWritten(10);
        policy.reset();
        assertThat(policy.onWritten(10)).isEqualTo(Flush.HELD_BACK);
    }
}
