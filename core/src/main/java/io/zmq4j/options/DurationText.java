package io.zmq4j.options;

import java.math.BigDecimal;
import java.time.Duration;

/** A duration as a decimal number of milliseconds: {@code 100}, {@code 0.5}, {@code -1}. */
final class DurationText {
    /** More digits than any duration has: reading a million of them takes minutes. */
    private static final int LONGEST = 100;

    private DurationText() {}

    static Duration parse(String text) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("%d characters".formatted(text.length()));
        }
        return Duration.ofNanos(new BigDecimal(text).movePointRight(6).longValueExact());
    }

    static String format(Duration value) {
        // Not by way of toNanos: an error message must be able to show a duration too long for it.
        BigDecimal milliseconds =
                BigDecimal.valueOf(value.getSeconds()).movePointRight(3).add(BigDecimal.valueOf(value.getNano(), 6));
        return milliseconds.stripTrailingZeros().toPlainString();
    }
}
