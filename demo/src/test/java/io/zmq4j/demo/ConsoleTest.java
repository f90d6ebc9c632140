package io.zmq4j.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConsoleTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Console console = new Console(new PrintStream(bytes, true, StandardCharsets.UTF_8));

    @Test
    void firstLinesOfABurstAreShownAndTheRestIsCounted() {
        for (int i = 1; i <= 100; i++) {
            console.line("pull", "task " + i);
        }
        console.say("S8", "goes on");
        assertThat(texts()).containsExactly("task 1", "task 2", "task 3", "… 97 more, the last: task 100", "* goes on");
    }

    @Test
    void aSingleHiddenLineIsShownAfterAll() {
        for (int i = 1; i <= 4; i++) {
            console.line("pull", "task " + i);
        }
        console.say("S8", "goes on");
        assertThat(texts()).containsExactly("task 1", "task 2", "task 3", "task 4", "* goes on");
    }

    @Test
    void everybodyHasABurstOfTheirOwn() {
        for (String who : List.of("a", "a", "a", "b")) {
            console.line(who, who);
        }
        assertThat(texts()).containsExactly("a", "a", "a", "b");
    }

    private List<String> texts() {
        return bytes.toString(StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.substring(line.indexOf('|') + 2))
                .toList();
    }
}
