package io.zmq4j.discovery.asking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final Period FIVE = new Period(Duration.ofSeconds(5), false);

    private static Pace pace(Period period, double random) {
        return new Pace(period, () -> random);
    }

    @Test
    void anAnswerIsGoodForAsLongAsItSaysWithinBounds() {
        Pace pace = pace(FIVE, 0);
        assertThat(pace.afterAnswer(Duration.ofSeconds(7))).hasSeconds(7);
        assertThat(pace.afterAnswer(Duration.ZERO)).hasSeconds(1);
        assertThat(pace.afterAnswer(Duration.ofDays(1))).hasSeconds(30);
        assertThat(pace.afterAnswer(null)).hasSeconds(5);
    }

    @Test
    void aPeriodOfTheUsersHolds() {
        Pace pace = pace(new Period(Duration.ofMillis(200), true), 0);
        assertThat(pace.afterAnswer(Duration.ofSeconds(7))).hasMillis(200);
    }

    @Test
    void failuresAreTriedAgainLaterAndLaterUpToThePeriod() {
        Pace pace = pace(FIVE, 0);
        assertThat(pace.afterFailure()).hasMillis(500);
        assertThat(pace.afterFailure()).hasMillis(1_000);
        assertThat(pace.afterFailure()).hasMillis(2_000);
        assertThat(pace.afterFailure()).hasMillis(4_000);
        assertThat(pace.afterFailure()).hasMillis(5_000);
        assertThat(pace.afterFailure()).hasMillis(5_000);
        assertThat(pace.afterAnswer(null)).hasSeconds(5);
        assertThat(pace.afterFailure()).hasMillis(500);
    }

    @Test
    void aPartOfItIsRandom() {
        assertThat(pace(FIVE, 0.999).afterFailure()).isBetween(Duration.ofMillis(250), Duration.ofMillis(251));
    }
}
