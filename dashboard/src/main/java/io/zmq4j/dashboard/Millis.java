package io.zmq4j.dashboard;

import java.time.Duration;
import java.time.Instant;

/** Times in milliseconds, also of those who lie about them: what does not fit becomes the nearest that does. */
final class Millis {
    private Millis() {}

    static long of(Duration time) {
        try {
            return time.toMillis();
        } catch (ArithmeticException e) {
            return time.isNegative() ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
    }

    /** Since 1970. */
    static long of(Instant time) {
        try {
            return time.toEpochMilli();
        } catch (ArithmeticException e) {
            return time.isBefore(Instant.EPOCH) ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
    }
}
