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
        boolean success = play(new Scenario2(), new Scenario3(), new Scenario4(), new Scenario15());
        assertThat(success).as(this::shown).isTrue();
        assertThat(shown()).contains("4 of 4 as expected");
    }

    @Test
    void aLineForEachScenarioAndASummaryAreShown() {
        assertThat(play(new Blind(true))).isTrue();
        assertThat(shown().lines().skip(1).map(line -> line.replaceFirst("\\d\\.\\d s", "0.0 s")))
                .containsExactly(
                        "S0   ok       0.0 s  light → light",
                        "",
                        "S0   ok       0.0 s  expected: light",
                        "                    seen: light",
                        "1 of 1 as expected, in 0.0 s");
    }

    @Test
    void whatWasSaidIsShownOfAFailureOnly() {
        assertThat(play(new Blind(true))).isTrue();
        assertThat(shown()).doesNotContain("* looks for light");
        assertThat(play(new Blind(false))).isFalse();
        assertThat(shown()).contains("* looks for light", "* FAILED, not so: light");
    }

    @Test
    void theVerboseShowWhatIsSaidAsItIs() {
        assertThat(Demo.play(List.of(new Blind(true)), new Conversation(out), out))
                .isTrue();
        assertThat(shown()).contains("* looks for light", "* seen: light", "1 of 1 as expected");
    }

    @Test
    void oneThingNotSeenIsFailureAndTheOthersArePlayedAllTheSame() {
        assertThat(play(new Blind(false), new Blind(true))).isFalse();
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

    private boolean play(Scenario... scenarios) {
        return Demo.play(List.of(scenarios), new Playbill(out, 0), out);
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
            stage.say("looks for light");
            stage.expect("light", light);
            return "light";
        }
    }
}
