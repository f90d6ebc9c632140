package io.zmq4j.view.top;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.view.LocalJvm;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ChooserTest {
    @Test
    void theJvmsAreAListInWhichOneMoves() {
        var chooser =
                new Chooser(List.of(new LocalJvm(4711, "com.example.Prices", true), new LocalJvm(7, "app.jar", false)));

        assertThat(Looks.text(chooser.lines(80, 24))).isEqualTo("""
                zmq top  Which process?
                 PID  PROGRAM             ZMQ4J
                4711  com.example.Prices  yes
                   7  app.jar             perhaps
                Up Down move  Enter choose  q quit
                """);
        assertThat(selected(chooser)).startsWith("4711");
        chooser.press(Key.of(Key.Kind.DOWN));
        chooser.press(Key.of(Key.Kind.DOWN));
        assertThat(selected(chooser)).startsWith("   7");
        chooser.press(Key.of(Key.Kind.UP));
        chooser.press(Key.of(Key.Kind.UP));
        assertThat(selected(chooser)).startsWith("4711");
    }

    @Test
    void whoIsSelectedIsSeenHoweverManyThereAre() {
        var chooser = new Chooser(LongStream.range(1, 500)
                .mapToObj(pid -> new LocalJvm(pid, "app", false))
                .toList());
        chooser.press(Key.of(Key.Kind.END));

        assertThat(chooser.lines(80, 24)).hasSize(24);
        assertThat(selected(chooser)).startsWith("499");
        chooser.press(Key.of(Key.Kind.HOME));
        assertThat(selected(chooser)).startsWith("  1");
    }

    private static String selected(Chooser chooser) {
        return chooser.lines(80, 24).stream()
                .filter(line -> line.style() == Style.SELECTED)
                .map(Line::text)
                .findFirst()
                .orElse("none");
    }
}
