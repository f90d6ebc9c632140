package io.zmq4j.dashboard;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Waits for something. */
final class Poll {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Poll() {}

    interface Question<T> {
        @Nullable
        T ask() throws Exception;
    }

    /** Asks until the answer is not null. */
    static <T> T until(Question<T> question) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var answer = question.ask();
            if (answer != null) {
                return answer;
            }
            if (System.nanoTime() > deadline) {
                throw new AssertionError("nothing after " + PATIENCE.toSeconds() + " s");
            }
            Thread.sleep(20);
        }
    }
}
