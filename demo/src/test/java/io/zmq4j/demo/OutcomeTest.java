package io.zmq4j.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutcomeTest {
    private static final Outcome GOOD = new Outcome("S1", "ten", "ten", true, Duration.ofMillis(1500));
    private static final Outcome BAD = new Outcome("S2", "nine", "only eight", false, Duration.ofMillis(500));

    @Test
    void tableSaysWhatWasExpectedAndSeenAndHowLongItTook() {
        assertThat(Outcome.table(List.of(GOOD, BAD)).lines())
                .containsExactly(
                        "S1   ok       1.5 s  expected: ten",
                        "                    seen: ten",
                        "S2   FAILED   0.5 s  expected: nine",
                        "                    seen: only eight",
                        "1 of 2 as expected, in 2.0 s");
    }

    @Test
    void oneFailureIsFailure() {
        assertThat(Outcome.allSeen(List.of(GOOD, BAD))).isFalse();
        assertThat(Outcome.allSeen(List.of(GOOD))).isTrue();
    }

    @Test
    void nothingPlayedIsNoSuccess() {
        assertThat(Outcome.allSeen(List.of())).isFalse();
    }
}
