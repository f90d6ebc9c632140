package io.zmq4j.patterns.clone;

import io.zmq4j.message.Frame;
import io.zmq4j.message.Message;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * The property {@code ttl} of RFC 12, "Client-to-Server Updates": seconds, after which the server deletes the key unless it was set
 * again. The guide's programs send and read fractions too.
 *
 * <pre>
 *   ttl=30\n      ttl=0.5\n      ttl=0\n: as if there were none
 * </pre>
 */
final class TimeToLive {
    /** Thirty years. */
    static final Duration MAX = Duration.ofSeconds(999_999_999);

    private static final String NAME = "ttl=";
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,9})?");

    private TimeToLive() {}

    /**
     * Zero if there is none.
     *
     * @throws IllegalArgumentException if there is one that is no number
     */
    static Duration of(Frame properties) {
        if (properties.isEmpty()) {
            return Duration.ZERO;
        }
        for (String line : properties.text().split("\n", -1)) {
            if (line.startsWith(NAME)) {
                String text = line.substring(NAME.length());
                if (!SECONDS.matcher(text).matches()) {
                    throw new IllegalArgumentException(
                            "ttl is \"" + text + "\": seconds such as 30 or 0.5 are allowed");
                }
                return Duration.ofNanos(new BigDecimal(text)
                        .movePointRight(9)
                        .setScale(0, RoundingMode.DOWN)
                        .longValueExact());
            }
        }
        return Duration.ZERO;
    }

    /** The properties that say so; none for zero. */
    static Frame properties(Duration timeToLive) {
        if (timeToLive.isZero()) {
            return KeyValue.NONE;
        }
        String seconds =
                BigDecimal.valueOf(timeToLive.toNanos(), 9).stripTrailingZeros().toPlainString();
        return Message.of(NAME + seconds + "\n").first();
    }
}
