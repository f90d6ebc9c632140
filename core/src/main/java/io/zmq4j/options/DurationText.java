package io.zmq4j.options;

import java.math.BigDecimal;
import java.time.Duration;

/** A duration as a decimal number of milliseconds: {@code 100}, {@code 0.5}, {@code -1}. */
final class DurationText {
    private DurationText() {}

    static Duration parse(String text) {
        return Duration.ofNanos(new BigDecimal(text).movePointRight(6).longValueExact());
    }

    static String format(Duration value) {
        // Not by way of toNanos: an error message must be able to show a duration too long for it.
        BigDecimal milliseconds =
                BigDecimal.valueOf(value.getSeconds()).movePointRight(3).add(BigDecimal.valueOf(value.getNano(), 6));
        return milliseconds.stripTrailingZeros().toPlainString();
    }
}
