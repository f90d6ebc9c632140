package io.zmq4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class CrashTest {
    /** The command, with a thread in its process that fails while it waits. */
    static final class Failing {
        public static void main(String[] args) {
            new Thread(() -> failInCommand(args[0])).start();
            Zmq.main(new String[] {"pull", "-q", "-b", "tcp://127.0.0.1:*"});
        }

        private static void failInCommand(String how) {
            while (Thread.getDefaultUncaughtExceptionHandler() == null) {
                Thread.onSpinWait();
            }
            fail(how);
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
            // First: this has a deadline, where reading to the end has none.
            assertThat(deep.exitCode()).isEqualTo(Exit.ERROR);
            assertThat(full.exitCode()).isEqualTo(Exit.ERROR);
            assertThat(other.exitCode()).isEqualTo(Exit.ERROR);
            assertThat(deep.rest())
                    .startsWith("zmq: unexpected: java.lang.StackOverflowError")
                    .hasLineCount(1);
            assertThat(full.rest()).isEqualTo("zmq: out of memory: Java heap space\n");
            assertThat(other.rest())
                    .startsWith("zmq: unexpected: ")
                    .contains("no such state")
                    .hasLineCount(1);
        }
    }
}
