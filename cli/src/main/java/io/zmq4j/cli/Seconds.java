package io.zmq4j.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Seconds on the command line, with fractions: {@code 2}, {@code 0.25}. */
final class Seconds implements ITypeConverter<Duration> {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,9})?|\\.[0-9]{1,9}");

    @Override
    public Duration convert(String text) {
        if (!NUMBER.matcher(text).matches()) {
            throw new TypeConversionException(
                    "'" + text + "' is no number of seconds: from 0 to 999999999 is allowed, such as 2 or 0.25");
        }
        long nanos = new BigDecimal(text)
                .movePointRight(9)
                .setScale(0, RoundingMode.DOWN)
                .longValueExact();
        return Duration.ofNanos(nanos);
    }

    /** The way back, for people: {@code 2.5 s}. */
    static String text(Duration duration) {
        var seconds = BigDecimal.valueOf(duration.toNanos(), 9).stripTrailingZeros();
        return seconds.toPlainString() + " s";
    }
}
