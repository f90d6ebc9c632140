package io.zmq4j.services.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The short form of {@link KillRounds}. */
class KillRoundsTest {
    /** Kills the bridge, the server and the bridge back. */
    private static final long SEED = 135;

    @Test
    @Timeout(300)
    void nothingIsLostThatWasAcknowledged(@TempDir Path folder) throws IOException, InterruptedException {
        KillRounds.Outcome outcome = KillRounds.run("nats", 3, SEED, folder);
        assertThat(outcome.killed()).containsExactly("bridge", "server", "bridge back");
        assertThat(outcome.missing()).isZero();
        assertThat(outcome.acknowledged()).isGreaterThan(300);
    }

    @Test
    void aRunThatComesToAStandSaysWhereAndWhatEachHasSaid(@TempDir Path folder) {
        var ledger = new Ledger(folder.resolve("acknowledged"), folder.resolve("arrived"));
        try (var worker = new Participant(folder, WorkerProcess.class, "nonsense", "log")) {
            var progress = new Progress(ledger, List.of(worker), Duration.ZERO);
            assertThatThrownBy(() -> progress.await("round 3, sender was killed", 1))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContainingAll(
                            "round 3, sender was killed", "1 were to arrive", "0 arrived", "WorkerProcess");
        }
    }
}
