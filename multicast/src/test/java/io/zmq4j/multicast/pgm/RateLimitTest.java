package io.zmq4j.multicast.pgm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RateLimitTest {
    private static final long SECOND = 1_000_000_000;

    @Test
    void allowsTheBurstAtOnceAndThenTheRate() {
        var limit = new RateLimit(1000, 500, 0);
        int burst = 0;
        while (limit.allows(0)) {
            limit.take(100, 0);
            burst++;
        }
        assertThat(burst).isBetween(5, 6);
        assertThat(limit.nanosToNext(0)).isBetween(1L, SECOND / 10);
        assertThat(limit.allows(limit.nanosToNext(0))).isTrue();
    }

    @Test
    void overAnyTimeItIsTheRateAndTheBurst() {
        var limit = new RateLimit(1_250_000, 12_000, 0);
        long sent = 0;
        for (long now = 0; now < 10 * SECOND; now += 700_000) {
            while (limit.allows(now)) {
                limit.take(1500, now);
                sent += 1500;
            }
        }
        assertThat(sent).isBetween(12_500_000L - 15_000, 12_500_000L + 15_000);
    }

    @Test
    void aGigabitIsKeptByTimersThatAreAMillisecondLate() {
        var limit = new RateLimit(125_000_000, 12_000, 0);
        long sent = 0;
        for (long now = 0; now < SECOND; now += 1_900_000) {
            while (limit.allows(now)) {
                limit.take(1500, now);
                sent += 1500;
            }
        }
        assertThat(sent).isBetween(124_500_000L, 125_300_000L);
    }

    @Test
    void noRateAllowsABurstThatFillsAReceiversBuffer() {
        var limit = new RateLimit(1_250_000_000, 12_000, 0);
        int burst = 0;
        while (limit.allows(0)) {
            limit.take(1500, 0);
            burst++;
        }
        assertThat(burst).isBetween(160, 161);
    }

    @Test
    void timeWithoutUseSavesNoMoreThanTheBurst() {
        var limit = new RateLimit(1000, 500, 0);
        limit.take(100, 0);
        long later = 3600 * SECOND;
        int burst = 0;
        while (limit.allows(later)) {
            limit.take(100, later);
            burst++;
        }
        assertThat(burst).isBetween(5, 6);
    }

    @Test
    void timeMayWrap() {
        long start = Long.MAX_VALUE - SECOND;
        var limit = new RateLimit(1000, 0, start);
        limit.take(2000, start);
        assertThat(limit.nanosToNext(start + SECOND)).isBetween(SECOND - 3_000_000, SECOND);
        assertThat(limit.allows(start + 2 * SECOND)).isTrue();
    }
}
