package io.zmq4j.services.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A short form of {@link KillRounds}. */
@Timeout(240)
class KillRoundsTest {
    @Test
    void overNatsNothingThatWasAcknowledgedIsLostAndTheOrderIsKept(@TempDir Path folder)
            throws IOException, InterruptedException {
        check(KillRounds.run("nats", 2, 1, folder));
    }

    @Test
    void overKafkaNothingThatWasAcknowledgedIsLostAndTheOrderIsKept(@TempDir Path folder)
            throws IOException, InterruptedException {
        check(KillRounds.run("kafka", 1, 1, folder));
    }

    private static void check(KillRounds.Outcome outcome) {
        assertThat(outcome.acknowledged()).isPositive();
        assertThat(outcome.missing()).isZero();
        assertThat(outcome.outOfOrder()).isZero();
    }
}
