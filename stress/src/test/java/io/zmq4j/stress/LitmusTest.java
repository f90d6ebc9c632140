package io.zmq4j.stress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The short run on the machine's memory, and whether it would notice. */
class LitmusTest {
    private static final int MILLIS = 200;
    private static final int SLICE_MILLIS = 100;
    private static final long FOUND_WITHIN_SECONDS = 50;

    @ParameterizedTest
    @EnumSource
    void nothingForbiddenIsSeen(Litmus litmus) {
        assertThat(LitmusRun.of(litmus).run(MILLIS)).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void thePlantedFaultIsFound(Litmus litmus) {
        LitmusRun planted = LitmusRun.planted(litmus);
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(FOUND_WITHIN_SECONDS);
        String found = null;
        while (found == null && System.nanoTime() - deadline < 0) {
            found = planted.run(SLICE_MILLIS);
        }
        assertThat(found).as("found in " + planted.samples() + " samples").isNotNull();
    }
}
