package io.zmq4j.patterns.delivery.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SimulationTest {
    /** More, with {@code -Ddelivery.seeds}, is for whoever changes the protocol. */
    private static final int SEEDS = Integer.getInteger("delivery.seeds", 200);

    private static final int FIRST = Integer.getInteger("delivery.first", 0);

    @Test
    void whateverBreaksAndDiesEverythingAcceptedIsAcknowledged() {
        long redelivered = 0;
        int deaths = 0;
        for (int seed = FIRST; seed < FIRST + SEEDS; seed++) {
            var simulation = new Simulation(seed);
            try {
                simulation.play();
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("seed " + seed, e);
            }
            redelivered += simulation.redelivered;
            deaths += simulation.deaths;
        }
        assertThat(redelivered).as("messages that were sent again").isGreaterThan(SEEDS);
        assertThat(deaths).isGreaterThan(SEEDS);
    }
}
