package io.zmq4j.bench.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RateLogTest {
    private static final long MILLI = 1_000_000;

    private long nanos;
    private long count;
    private final RateLog log = new RateLog(() -> nanos, () -> count);

    @Test
    void aRateIsFromTheFirstNoteToTheLast() {
        begin(0);
        runs(10, 10_000, 10_000);

        assertThat(log.perSecond()).isEqualTo(1_000_000);
    }

    @Test
    void onlyNotesWithinTheTimeCount() {
        begin(0);
        runs(10, 7, 20_000, 40_000, 7);

        assertThat(log.perSecond(8 * MILLI, 32 * MILLI)).isEqualTo(3_000_000);
    }

    @Test
    void oneNoteSaysNothingOfTheRate() {
        begin(0);

        assertThatThrownBy(log::perSecond).hasMessage("the rate was noted 1 times: it takes 2");
    }

    @Test
    void theLongestTimeInARowBelowARateIsFound() {
        begin(0);
        runs(2, 200, 99, 200, 99, 0, 99, 200, 99, 99);

        assertThat(log.nanosBelow(50_000, 0, nanos)).isEqualTo(6 * MILLI);
    }

    @Test
    void aLongSilenceBetweenTwoNotesIsBelow() {
        begin(0);
        runs(2, 200);
        runs(500, 200);
        runs(2, 200);

        assertThat(log.nanosBelow(50_000, 0, nanos)).isEqualTo(500 * MILLI);
    }

    @Test
    void aRateOnTheLimitIsNotBelow() {
        begin(0);
        runs(2, 100, 100);

        assertThat(log.nanosBelow(50_000, 0, nanos)).isZero();
    }

    @Test
    void whatIsBelowBeforeAndAfterTheTimeDoesNotCount() {
        begin(0);
        runs(2, 0, 0, 0, 200, 0, 200, 0, 0);

        assertThat(log.nanosBelow(50_000, 6 * MILLI, 12 * MILLI)).isEqualTo(2 * MILLI);
    }

    @Test
    void aClockMayOverflow() {
        long began = Long.MAX_VALUE - 3 * MILLI;
        begin(began);
        runs(2, 200, 0, 200);

        assertThat(log.nanosBelow(50_000, began, nanos)).isEqualTo(2 * MILLI);
        assertThat(log.perSecond(began, nanos)).isBetween(66_666.0, 66_667.0);
    }

    private void begin(long atNanos) {
        nanos = atNanos;
        assertThat(log.note()).isEqualTo(atNanos);
    }

    /** After each so many milliseconds so many more have come. */
    private void runs(long millis, long... counts) {
        for (long more : counts) {
            nanos += millis * MILLI;
            count += more;
            log.note();
        }
    }
}
