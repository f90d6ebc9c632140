package io.zmq4j.observed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits until something is shown. */
final class Soon {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final long PAUSE_MILLIS = 50;

    private Soon() {}

    /** What was looked at when it was as it should be; fails, with what was seen last, if that takes too long. */
    static <T> T shown(String what, Supplier<T> look, Predicate<T> isShown) throws InterruptedException {
        long began = System.nanoTime();
        T seen = look.get();
        while (!isShown.test(seen)) {
            assertThat(System.nanoTime() - began)
                    .as("nanoseconds until %s is shown; seen last: %s", what, seen)
                    .isLessThan(LIMIT.toNanos());
            Thread.sleep(PAUSE_MILLIS);
            seen = look.get();
        }
        return seen;
    }
}
