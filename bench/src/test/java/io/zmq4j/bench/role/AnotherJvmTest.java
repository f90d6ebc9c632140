package io.zmq4j.bench.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class AnotherJvmTest {
    /** Prints its arguments, a line each, and ends with its stdin, or at once if one of them says so. */
    static final class Echo {
        private Echo() {}

        public static void main(String... args) throws IOException {
            for (var arg : args) {
                System.out.println(arg);
            }
            if (!List.of(args).contains("end")) {
                System.out.println(System.in.read());
            }
        }
    }

    @Test
    void whatItPrintsIsReadLineByLine() {
        try (var jvm = new AnotherJvm(Echo.class, "one", "two words")) {
            assertThat(jvm.line()).isEqualTo("one");
            jvm.expect("two words");
        }
    }

    @Test
    void anotherLineThanExpectedIsAFailure() {
        try (var jvm = new AnotherJvm(Echo.class, "two")) {
            assertThatThrownBy(() -> jvm.expect("one"))
                    .isInstanceOf(RunFailedException.class)
                    .hasMessage("Echo said two instead of one");
        }
    }

    @Test
    void anEndThatCameTooEarlyIsAFailure() {
        try (var jvm = new AnotherJvm(Echo.class, "end")) {
            jvm.expect("end");
            assertThatThrownBy(jvm::line).isInstanceOf(RunFailedException.class).hasMessage("Echo ended too early");
        }
    }

    @Test
    void itEndsWhenItIsClosed() throws Exception {
        var before = ProcessHandle.current().children().toList();
        List<ProcessHandle> started;
        try (var jvm = new AnotherJvm(Echo.class, "there")) {
            jvm.expect("there");
            started = ProcessHandle.current()
                    .children()
                    .filter(child -> !before.contains(child))
                    .toList();
            assertThat(started).isNotEmpty();
        }
        for (var process : started) {
            process.onExit().get(20, TimeUnit.SECONDS);
            assertThat(process.isAlive()).isFalse();
        }
    }
}
