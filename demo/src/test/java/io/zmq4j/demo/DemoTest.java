package io.zmq4j.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemoTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    @Test
    void quickScenariosAreSeenWithRealProcesses() {
        boolean success = Demo.play(List.of(new Scenario2(), new Scenario3(), new Scenario4(), new Scenario15()), out);
        assertThat(success).as(this::shown).isTrue();
        assertThat(shown()).contains("4 of 4 as expected");
    }

    @Test
    void oneThingNotSeenIsFailureAndTheOthersArePlayedAllTheSame() {
        assertThat(Demo.play(List.of(new Blind(false), new Blind(true)), out)).isFalse();
        assertThat(shown()).contains("not so: light", "1 of 2 as expected");
    }

    @Test
    void unknownScenarioIsRefused() {
        assertThat(Demo.run("S8", "S99")).isEqualTo(64);
    }

    @Test
    void listingPlaysNothing() {
        assertThat(Demo.run("--list")).isZero();
    }

    private String shown() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private record Blind(boolean light) implements Scenario {
        @Override
        public String name() {
            return "S0";
        }

        @Override
        public String expectation() {
            return "light";
        }

        @Override
        public String play(Stage stage) {
            stage.expect("light", light);
            return "light";
        }
    }
}
