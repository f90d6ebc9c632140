package io.zmq4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class CrashTest {
    /** A process with a thread that fails beside one that would go on for ever. */
    static final class Failing {
        public static void main(String[] args) throws InterruptedException {
            Thread.setDefaultUncaughtExceptionHandler(new Crash(new ErrorReport(System.err)));
            new Thread(() -> fail(args[0])).start();
            Thread.sleep(Long.MAX_VALUE);
        }

        private static void fail(String how) {
            switch (how) {
                case "deep" -> throw new StackOverflowError();
                case "full" -> throw new OutOfMemoryError("Java heap space");
                default -> throw new IllegalStateException(how);
            }
        }
    }

    @Test
    void anErrorInAnyThreadEndsTheCommandWithASentence() throws Exception {
        try (var deep = ZmqProcess.main(Failing.class, "deep");
                var full = ZmqProcess.main(Failing.class, "full");
                var other = ZmqProcess.main(Failing.class, "no such state")) {
            assertThat(deep.rest())
                    .startsWith("zmq: unexpected: java.lang.StackOverflowError")
                    .hasLineCount(1);
            assertThat(full.rest()).isEqualTo("zmq: out of memory: Java heap space\n");
            assertThat(other.rest())
                    .startsWith("zmq: unexpected: ")
                    .contains("no such state")
                    .hasLineCount(1);
            assertThat(deep.exitCode()).isEqualTo(Exit.ERROR);
            assertThat(full.exitCode()).isEqualTo(Exit.ERROR);
            assertThat(other.exitCode()).isEqualTo(Exit.ERROR);
        }
    }
}
