package io.zmq4j.patterns.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short form of {@link KillRounds}. */
class KillRoundsTest {
    /** Kills the sender, and then a worker. */
    private static final long SEED = 1;

    @Test
    void whatWasAcknowledgedWasDone(@TempDir Path directory) throws Exception {
        try (var run = new KillRounds(directory, SEED, true)) {
            KillRounds.Result result = run.run(2);
            assertThat(result.lost()).isZero();
            assertThat(result.unacknowledged()).isZero();
            assertThat(result.acknowledged()).isGreaterThan(800);
            assertThat(result.kills()).containsOnlyKeys("sender", "worker");
        }
    }
}
