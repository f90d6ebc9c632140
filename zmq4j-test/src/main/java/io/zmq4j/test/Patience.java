package io.zmq4j.test;

import java.time.Duration;
import java.util.Objects;

/** How long a test waits. */
final class Patience {
    /** For what is to happen and does not. */
    static final Duration LIMIT = Duration.ofSeconds(5);

    private Patience() {}

    /** A time limit as a caller says it, negative for ever, which is no longer than the limit here. */
    static long nanos(Duration timeout) {
        Objects.requireNonNull(timeout, "timeout");
        boolean beyond = isForEver(timeout) || timeout.compareTo(LIMIT) > 0;
        return (beyond ? LIMIT : timeout).toNanos();
    }

    static boolean isForEver(Duration timeout) {
        return timeout.isNegative();
    }
}
