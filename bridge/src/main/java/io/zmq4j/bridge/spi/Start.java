package io.zmq4j.bridge.spi;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Objects;

/**
 * From where something is read that was kept: a setting {@code from=beginning}, {@code end}, {@code offset:N} or {@code
 * time:2026-11-30T12:00:00Z}.
 */
public sealed interface Start {
    /** The name of the setting. */
    String FROM = "from";

    /** The oldest that is still there. */
    record Beginning() implements Start {}

    /** What comes from now on. */
    record End() implements Start {}

    /** The one with this number, in each partition if there are several. */
    record Offset(long offset) implements Start {}

    /** What was stored then, in milliseconds since 1970, and later. */
    record Time(long millis) implements Start {}

    /** What {@link #parse} takes. */
    String FORM = "beginning, end, offset:N or time:2026-11-30T12:00:00Z";

    /**
     * What an address says.
     *
     * @param usual if it says nothing
     * @throws IllegalArgumentException if it is none of these
     */
    static Start of(Address address, Start usual) {
        Objects.requireNonNull(usual, "usual");
        String value = Objects.requireNonNull(address, "address").setting(FROM).orElse("");
        try {
            return value.isEmpty() ? usual : parse(value);
        } catch (IllegalArgumentException e) {
            throw address.wrong(FROM, FORM);
        }
    }

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException if it is none of these
     */
    static Start parse(String text) {
        Objects.requireNonNull(text, "text");
        try {
            if (text.equals("beginning")) {
                return new Beginning();
            } else if (text.equals("end")) {
                return new End();
            } else if (text.matches("offset:[0-9]+")) {
                return new Offset(Long.parseLong(text.substring("offset:".length())));
            } else if (text.startsWith("time:")) {
                return new Time(Instant.parse(text.substring("time:".length())).toEpochMilli());
            }
        } catch (NumberFormatException | DateTimeParseException | ArithmeticException e) {
            // Told below.
        }
        throw new IllegalArgumentException("\"" + text + "\" is no place to start from: there are " + FORM);
    }
}
