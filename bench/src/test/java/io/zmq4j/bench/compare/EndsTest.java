package io.zmq4j.bench.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EndsTest {
    private static final long LONG_NANOS = TimeUnit.SECONDS.toNanos(50);

    @TempDir
    Path directory;

    @Test
    void figuresAreThoseOfAllEnds() throws Exception {
        try (var ends = new Ends(directory)) {
            ends.start("local_thr", shell("echo hello; echo msg/s 12"));
            ends.start("remote_thr", shell("echo B/msg 3.5"));

            assertThat(ends.await(LONG_NANOS))
                    .isEqualTo(
                            new Outcome.Played(new Figures(Map.of("local_thr msg/s", 12.0, "remote_thr B/msg", 3.5))));
        }
    }

    @Test
    void anEndThatFailsEndsTheRun() throws Exception {
        try (var ends = new Ends(directory)) {
            ends.start("local_thr", shell("exec sleep 100"));
            ends.start("remote_thr", shell("echo one >&2; echo message 7 is missing >&2; exit 1"));

            assertThat(ends.await(LONG_NANOS))
                    .isEqualTo(new Outcome.Failed("remote_thr ended with exit status 1: message 7 is missing"));
        }
    }

    @Test
    void aRunThatTakesTooLongHasFailed() throws Exception {
        try (var ends = new Ends(directory)) {
            ends.start("local_thr", shell("exec sleep 100"));
            ends.start("remote_thr", shell("exit 0"));

            assertThat(ends.await(TimeUnit.SECONDS.toNanos(1)))
                    .isEqualTo(new Outcome.Failed("not done after 1 s: local_thr"));
        }
    }

    @Test
    void noProcessOutlivesTheRun() throws Exception {
        var before = ProcessHandle.current().children().toList();
        List<ProcessHandle> started;
        try (var ends = new Ends(directory)) {
            ends.start("local_thr", shell("exec sleep 100"));
            started = ProcessHandle.current()
                    .children()
                    .filter(child -> !before.contains(child))
                    .toList();
            assertThat(started).isNotEmpty();
        }

        for (var process : started) {
            process.onExit().get(10, TimeUnit.SECONDS);
            assertThat(process.isAlive()).isFalse();
        }
    }

    private static List<String> shell(String script) {
        return List.of("sh", "-c", script);
    }
}
