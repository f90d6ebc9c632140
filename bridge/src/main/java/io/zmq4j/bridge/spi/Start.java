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
            if (value.isEmpty()) {
                return usual;
            } else if (value.equals("beginning")) {
                return new Beginning();
            } else if (value.equals("end")) {
                return new End();
            } else if (value.matches("offset:[0-9]+")) {
                return new Offset(Long.parseLong(value.substring("offset:".length())));
            } else if (value.startsWith("time:")) {
                return new Time(Instant.parse(value.substring("time:".length())).toEpochMilli());
            }
        } catch (NumberFormatException | DateTimeParseException e) {
            // Told below.
        }
        throw address.wrong(FROM, "beginning, end, offset:N or time:2026-11-30T12:00:00Z");
    }
}
