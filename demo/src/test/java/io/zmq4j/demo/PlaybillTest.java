package io.zmq4j.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PlaybillTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    @Test
    void onATerminalALineStandsWhileItPlaysAndIsReplacedAtTheEnd() {
        var playbill = new Playbill(out, 80);
        playbill.begins(new Scenario2());
        assertThat(shown())
                .startsWith("S2   plays           REQ connected to two REPs")
                .doesNotContain("\n");
        bytes.reset();
        playbill.ends(outcome(true));
        assertThat(shown()).isEqualTo("\r\033[KS2   ok       1.5 s  nine → ten\n");
    }

    @Test
    void onATerminalALineIsCutToItsWidth() {
        var playbill = new Playbill(out, 29);
        playbill.ends(outcome(true));
        assertThat(shown()).isEqualTo("\r\033[KS2   ok       1.5 s  nine →…\n");
    }

    @Test
    void elsewhereALineIsPrintedAtTheEndInFull() {
        var playbill = new Playbill(out, 0);
        playbill.begins(new Scenario2());
        assertThat(shown()).isEmpty();
        playbill.ends(outcome(true));
        assertThat(shown()).isEqualTo("S2   ok       1.5 s  nine → ten\n");
    }

    @Test
    void whatWasSaidFollowsTheLineOfAFailure() {
        var playbill = new Playbill(out, 0);
        playbill.begins(new Scenario2()).say("S2", "earlier");
        playbill.ends(outcome(true));
        playbill.begins(new Scenario2()).say("S2", "hello");
        playbill.ends(outcome(false));
        assertThat(shown()).doesNotContain("earlier").containsPattern("FAILED +1\\.5 s  nine → ten\n.*\\| \\* hello\n");
    }

    private static Outcome outcome(boolean success) {
        return new Outcome("S2", "nine", "ten", success, Duration.ofMillis(1500));
    }

    private String shown() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
