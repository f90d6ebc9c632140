package io.zmq4j.patterns.titanic;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short form of {@link KillRounds}. */
class KillRoundsTest {
    @Test
    void whatWasAcknowledgedSurvivesASigkill(@TempDir Path directory) throws Exception {
        try (var run = new KillRounds(directory, 3)) {
            KillRounds.Result result = run.run(2);
            assertThat(result.complaints()).isEmpty();
            assertThat(result.lost()).isZero();
            assertThat(result.acknowledged()).isGreaterThan(80);
            assertThat(run.checked()).isGreaterThan(0);
        }
    }
}
