package io.zmq4j.stress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The short run: always the same seeds, so that it never fails by chance. */
class SimulationTest {
    /** A planted fault that takes longer is as good as not found. */
    private static final int UNTIL_FOUND = 5_000;

    @ParameterizedTest
    @EnumSource
    void whatIsPromisedIsSoWithEverySeed(Conversation conversation) {
        assertThat(conversation.explorer().play(1, conversation.seeds)).isNull();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("plants")
    void thePlantedFaultIsFound(Conversation conversation, Plant plant) {
        assertThat(conversation.explorer(plant).play(plant.firstSeed(), UNTIL_FOUND))
                .isNotNull();
    }

    static Stream<Arguments> plants() {
        return Arrays.stream(Conversation.values())
                .flatMap(conversation -> conversation.plants.stream().map(plant -> Arguments.of(conversation, plant)));
    }

    @ParameterizedTest
    @EnumSource
    void aSeedIsPlayedTheSameAgain(Conversation conversation) {
        Explorer explorer = conversation.explorer();
        for (long seed = 1; seed <= 5; seed++) {
            assertThat(explorer.fingerprint(seed)).as("seed " + seed).isEqualTo(explorer.fingerprint(seed));
        }
    }
}
