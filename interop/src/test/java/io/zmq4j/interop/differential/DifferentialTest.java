package io.zmq4j.interop.differential;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** A short run; {@code ./differential} plays thousands. */
class DifferentialTest {
    private static final long SEEDS = 100;

    @Test
    void zmq4jAnswersAsLibzmqDoes() {
        try (var duel = new Duel(new LibzmqPlayer(), new Zmq4jPlayer())) {
            for (long seed = 1; seed <= SEEDS; seed++) {
                assertThat(duel.play(Generator.scenario(seed)))
                        .as("seed " + seed)
                        .isEmpty();
            }
        }
    }

    @Test
    void aSeedIsAlwaysTheSameScenario() {
        assertThat(Generator.scenario(7)).isEqualTo(Generator.scenario(7)).isNotEqualTo(Generator.scenario(8));
    }

    @Test
    void whatIsPrintedIsPlayedAgain() {
        Scenario scenario = Generator.scenario(7);
        assertThat(Scenario.parse(scenario.toString())).isEqualTo(scenario);
    }

    @Test
    void lostMessagesAreFound() {
        assertThat(found(new Losing(new Zmq4jPlayer()))).isPresent();
    }

    @Test
    void forgottenTurnsAreFound() {
        assertThat(found(new Impolite(new Zmq4jPlayer()))).isPresent();
    }

    /** The first difference of another player, which the seed finds again. */
    private static Optional<Difference> found(Player faulty) {
        try (var duel = new Duel(new LibzmqPlayer(), faulty)) {
            Optional<Difference> first = LongStream.rangeClosed(1, SEEDS)
                    .mapToObj(Generator::scenario)
                    .map(duel::play)
                    .flatMap(Optional::stream)
                    .findFirst();
            return first.map(difference -> Shrinker.shrink(duel, difference));
        }
    }
}
