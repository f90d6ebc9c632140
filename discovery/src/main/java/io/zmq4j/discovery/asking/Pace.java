package io.zmq4j.discovery.asking;

import java.time.Duration;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How long to wait before a question is asked again. After an answer: as long as it is good, at least a second and at most half a minute;
 * or the period, if the answer does not say or the user has said how long. After a failure: half a second, doubled each time up
 * to the period, less a random part of it, so that a thousand clients do not come at the same moment.
 *
 * <p>Belongs to one thread.
 */
final class Pace {
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final long FIRST_MILLIS = 500;

    private final Period period;
    private final DoubleSupplier random;
    private long nextMillis = FIRST_MILLIS;

    /** {@code random} gives numbers from 0 to below 1. */
    Pace(Period period, DoubleSupplier random) {
        this.period = period;
        this.random = random;
    }

    Duration afterAnswer(@Nullable Duration validFor) {
        nextMillis = FIRST_MILLIS;
        if (validFor == null || period.isFixed()) {
            return period.length();
        }
        if (validFor.compareTo(SHORTEST) < 0) {
            return SHORTEST;
        }
        return validFor.compareTo(LONGEST) > 0 ? LONGEST : validFor;
    }

    Duration afterFailure() {
        long millis = Math.min(nextMillis, period.length().toMillis());
        nextMillis = millis * 2;
        return Duration.ofMillis(Math.max(1, millis - (long) (millis / 2.0 * random.getAsDouble())));
    }
}
