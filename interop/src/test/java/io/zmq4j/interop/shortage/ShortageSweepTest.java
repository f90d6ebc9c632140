package io.zmq4j.interop.shortage;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.interop.shortage.RoundProcess.Outcome;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One short round of each kind; {@code ./shortage} plays many long ones. */
class ShortageSweepTest {
    private static final long SECONDS = 2;

    private static Workplace workplace;

    @BeforeAll
    static void open() throws IOException {
        workplace = new Workplace();
    }

    @AfterAll
    static void close() {
        workplace.close();
    }

    @ParameterizedTest
    @EnumSource
    void everythingWorksAgain(Kind kind) throws IOException {
        long seed = System.nanoTime() & 0xFFFF;
        Outcome outcome = RoundProcess.play(kind, SECONDS, seed, workplace, false);
        assertThat(outcome.faults())
                .as("seed " + seed + ", " + outcome.faults() + outcome.summary() + outcome.accounts())
                .isEmpty();
    }
}
