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
    void nothingThatWasAcknowledgedIsLost(@TempDir Path folder)
            throws IOException, InterruptedException {
        var outcome = KillRounds.run("nats", 2, 1, folder);
        assertThat(outcome.acknowledged()).isPositive();
        assertThat(outcome.missing()).isZero();
    }
}
