package io.zmq4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
    private static final List<String> KNOWN = List.of("push", "pull", "pub", "sub", "req", "-n", "--timeout");

    @ParameterizedTest
    @CsvSource({"pusch, push", "psuh, push", "pul, pull", "rep, req", "--timout, --timeout", "--tiemuot, --timeout"})
    void aWordWithAFewTypingErrorsIsRecognized(String typed, String meant) {
        assertThat(Nearest.to(typed, KNOWN)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"publish", "x", "-x", "''", "--frobnicate"})
    void aWordThatNobodyMeantIsNot(String typed) {
        assertThat(Nearest.to(typed, KNOWN)).isEmpty();
        assertThat(Nearest.question(typed, KNOWN)).isEmpty();
    }

    @Test
    void theFirstAmongEqualsIsTaken() {
        assertThat(Nearest.question("pug", List.of("pub", "pun"))).isEqualTo("; did you mean pub?");
    }
}
