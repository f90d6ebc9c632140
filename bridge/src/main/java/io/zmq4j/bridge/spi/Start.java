package io.zmq4j.bridge.spi;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * From where something is read that was kept: a setting {@code from=beginning}, {@code end}, {@code offset:N}, {@code
 * time:2026-11-30T12:00:00Z} or {@code after:orders-0@17 orders-1@4}.
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
     * What is behind these in each partition; in one that is not named, all.
     *
     * @param last numbers by partitions, as they stand around the {@code @} of a record's {@linkplain Origin#id id}
     */
    record After(Map<String, Long> last) implements Start {
        public After {
            last = Map.copyOf(Objects.requireNonNull(last, "last"));
        }

        /** The first number that is wanted of this partition. */
        public long first(String partition) {
            return last.getOrDefault(Objects.requireNonNull(partition, "partition"), -1L) + 1;
        }

        private static After parse(String ids) {
            var last = new HashMap<String, Long>();
            for (String id : ids.isEmpty() ? new String[0] : ids.split(" ", -1)) {
                int at = id.lastIndexOf('@');
                if (at <= 0 || !id.substring(at + 1).matches("[0-9]+")) {
                    throw new NumberFormatException(id);
                }
                last.put(id.substring(0, at), Long.parseLong(id.substring(at + 1)));
            }
            return new After(last);
        }
    }

    /** What {@link #parse} takes. */
    String FORM = "beginning, end, offset:N, time:2026-11-30T12:00:00Z or after:ID ID";

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
            } else if (text.startsWith("after:")) {
                return After.parse(text.substring("after:".length()));
            }
        } catch (NumberFormatException | DateTimeParseException | ArithmeticException e) {
            // Told below.
        }
        throw new IllegalArgumentException("\"" + text + "\" is no place to start from: there are " + FORM);
    }
}
