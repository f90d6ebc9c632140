package io.zmq4j.services.broker;

import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Times as they are typed: seconds, also parts of one. */
final class Seconds implements ITypeConverter<Duration> {
    private static final double LEAST = 0.001;
    private static final double MOST = 1e7;

    @Override
    public Duration convert(String text) {
        try {
            double seconds = Double.parseDouble(text);
            if (seconds >= LEAST && seconds <= MOST) {
                return Duration.ofNanos((long) (seconds * 1e9));
            }
        } catch (NumberFormatException e) {
            // As below.
        }
        throw new TypeConversionException("'" + text + "' is no time: from 0.001 to 10000000 seconds are allowed");
    }
}
