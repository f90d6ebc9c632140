package io.zmq4j.stress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The short run: always the same schedules, so that it never fails by chance. */
class SchedulesTest {
    /** A planted fault that takes longer is as good as not found. */
    private static final int UNTIL_FOUND = 20_000;

    @ParameterizedTest
    @EnumSource
    void allIsWellInEverySchedule(Subject subject) {
        assertThat(Explorer.of(subject.scenario, Grain.FINE).play(1, subject.schedules))
                .isNull();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("plants")
    void thePlantedFaultIsFound(Subject subject, Plant plant) {
        assertThat(Explorer.of(subject.scenario, Grain.FINE, plant).play(plant.firstSeed(), UNTIL_FOUND))
                .isNotNull();
    }

    static Stream<Arguments> plants() {
        return Arrays.stream(Subject.values())
                .flatMap(subject -> subject.plants.stream().map(plant -> Arguments.of(subject, plant)));
    }

    @ParameterizedTest
    @EnumSource
    void aSeedIsPlayedTheSameAgain(Subject subject) {
        Explorer explorer = Explorer.of(subject.scenario, Grain.FINE);
        for (long seed = 1; seed <= 5; seed++) {
            assertThat(explorer.fingerprint(seed)).as("seed " + seed).isEqualTo(explorer.fingerprint(seed));
        }
    }
}
