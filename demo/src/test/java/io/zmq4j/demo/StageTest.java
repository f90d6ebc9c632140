package io.zmq4j.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StageTest {
    private Stage stage;

    @BeforeEach
    void open(@TempDir Path directory) {
        stage = stage(directory, Duration.ofSeconds(20));
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void actorIsHeardTalkedToAndSeenToEndWell() {
        Actor parrot = stage.start("parrot", Language.JAVA, Parrot.class, "one", 2);
        stage.await("its arguments", () -> parrot.lines().equals(List.of("one", "2")));
        parrot.tell("hello");
        stage.await("an echo", () -> parrot.printed("heard hello"::equals));
        assertThat(parrot.hasEndedWell()).isFalse();
        parrot.tell("bye");
        stage.await("its end", parrot::hasEndedWell);
        assertThat(parrot.lines()).containsExactly("one", "2", "heard hello");
    }

    @Test
    void killedActorHasNotEndedWellAndKeepsWhatItPrinted() {
        Actor parrot = stage.start("parrot", Language.JAVA, Parrot.class, "one");
        stage.await("a word", () -> parrot.printed("one"::equals));
        stage.kill(parrot);
        assertThat(parrot.isAlive()).isFalse();
        assertThat(parrot.hasEndedWell()).isFalse();
        assertThat(parrot.lines()).containsExactly("one");
        assertThatExceptionOfType(NotSeenException.class).isThrownBy(() -> parrot.tell("hello"));
    }

    @Test
    void stoppedActorEndsOnSigterm() {
        Actor parrot = stage.start("parrot", Language.JAVA, Parrot.class, "one");
        stage.await("a word", () -> parrot.printed("one"::equals));
        parrot.stop();
        assertThat(parrot.isAlive()).isFalse();
    }

    @Test
    void closedStageHasNoActorLeftAndTakesNoNewOne() {
        Actor parrot = stage.start("parrot", Language.JAVA, Parrot.class);
        stage.close();
        assertThat(parrot.isAlive()).isFalse();
        assertThatExceptionOfType(NotSeenException.class)
                .isThrownBy(() -> stage.start("parrot", Language.JAVA, Parrot.class));
    }

    @Test
    void waitingEndsAtTheDeadline(@TempDir Path directory) {
        try (var impatient = stage(directory, Duration.ofMillis(30))) {
            assertThatExceptionOfType(NotSeenException.class)
                    .isThrownBy(() -> impatient.await("the impossible", () -> false))
                    .withMessageContaining("the impossible");
        }
    }

    @Test
    void whatMustHoldMustHoldAllTheTime() {
        long end = System.nanoTime() + Duration.ofMillis(30).toNanos();
        stage.holds("the truth", Duration.ofMillis(10), () -> true);
        assertThatExceptionOfType(NotSeenException.class)
                .isThrownBy(() -> stage.holds("the moment", Duration.ofSeconds(20), () -> System.nanoTime() < end))
                .withMessageContaining("the moment");
    }

    @Test
    void endpointsAreFreshEachTime() {
        assertThat(stage.ipc()).isNotEqualTo(stage.ipc());
        assertThat(stage.tcp()).matches("tcp://127\\.0\\.0\\.1:\\d+");
    }

    private static Stage stage(Path directory, Duration deadline) {
        var console = new Console(new PrintStream(OutputStream.nullOutputStream()));
        return new Stage("S0", console, new Programs(directory.resolve("python")), directory, deadline);
    }
}
