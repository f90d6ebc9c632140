package io.zmq4j.interop.differential;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What differs on purpose does so, with both, and stands in docs/differential.md. */
class IntendedTest {
    private static final Path PAGE = Path.of("..", "docs", "differential.md");

    private static Duel duel;

    @BeforeAll
    static void open() {
        duel = new Duel(new LibzmqPlayer(), new Zmq4jPlayer());
    }

    @AfterAll
    static void close() {
        duel.close();
    }

    @ParameterizedTest
    @EnumSource
    void differsAtItsLastStep(Intended intended) {
        Difference difference = duel.play(intended.scenario).orElseThrow();
        List<Step> steps = intended.scenario.steps();
        assertThat(difference.steps()).isEqualTo(steps);
        assertThat(difference.libzmq()).isEqualTo(intended.libzmq);
        assertThat(difference.zmq4j()).isEqualTo(intended.zmq4j);
    }

    @Test
    void isInTheDocs() throws IOException {
        assertThat(Files.readString(PAGE)).endsWith(table());
    }

    private static String table() {
        var table = new StringBuilder("| What zmq4j does | Scenario | libzmq | zmq4j |\n|---|---|---|---|\n");
        for (Intended each : Intended.values()) {
            String scenario = each.scenario.toString().strip().replace("\n", "<br>");
            table.append("| %s | %s | `%s` | `%s` |\n".formatted(each.reason, scenario, each.libzmq, each.zmq4j));
        }
        return table.toString();
    }
}
