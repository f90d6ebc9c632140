package io.zmq4j.patterns.majordomo;

import java.time.Duration;
import java.util.Objects;

/** What options have in common: what is not allowed is said with the name of the argument. */
final class Checks {
    /** More than any wait makes sense for, and far from what 64 bits of nanoseconds hold. */
    private static final Duration LONGEST = Duration.ofDays(365);

    private Checks() {}

    static Duration positive(Duration value, String name) {
        Objects.requireNonNull(value, name);
        if (value.isZero() || value.isNegative() || value.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    name + " is " + value + ": more than zero, and at most a year, is allowed");
        }
        return value;
    }

    static int atLeastOne(int value, String name) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " is " + value + ": at least 1 is allowed");
        }
        return value;
    }
}
