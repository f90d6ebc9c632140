package io.zmq4j.view;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The members of a JSON object, each of the kind that is asked for and within bounds.
 *
 * @param object what has the members
 * @param where the object's place in the document, for people
 */
record Fields(JsonNode object, String where) {
    /** What no counter reaches, and sums of a few can still be built of. */
    private static final long MAX_NUMBER = 1L << 60;

    /** 3000 years. */
    private static final long MAX_MILLIS = 100_000_000_000_000L;

    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    /** What the document has is not what was asked for; the message goes on after the name of who sent it. */
    static final class WrongFieldException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        WrongFieldException(String sentence) {
            super(sentence);
        }
    }

    Fields {
        if (!object.isObject()) {
            throw new WrongFieldException(where + " is no JSON object");
        }
    }

    long number(String name) {
        return number(name, 0, MAX_NUMBER);
    }

    int smallNumber(String name) {
        return (int) number(name, 0, Integer.MAX_VALUE);
    }

    /** Any number at all. */
    long signedNumber(String name) {
        return number(name, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    private long number(String name, long least, long most) {
        var node = wanted(name);
        if (!node.isIntegralNumber() || !node.canConvertToLong()) {
            throw wrong(name, "no whole number");
        }
        long number = node.longValue();
        if (number < least || number > most) {
            throw wrong(name, number + ", which no process can have");
        }
        return number;
    }

    boolean bool(String name) {
        var node = wanted(name);
        if (!node.isBoolean()) {
            throw wrong(name, "neither true nor false");
        }
        return node.booleanValue();
    }

    String text(String name) {
        var node = wanted(name);
        if (!node.isString()) {
            throw wrong(name, "no text");
        }
        return node.stringValue();
    }

    @Nullable
    String textOrNull(String name) {
        return has(name) ? text(name) : null;
    }

    Duration millis(String name) {
        return Duration.ofMillis(number(name, 0, MAX_MILLIS));
    }

    @Nullable
    Duration millisOrNull(String name) {
        return has(name) ? millis(name) : null;
    }

    Instant instant(String name) {
        try {
            var instant = Instant.parse(text(name));
            if (!instant.isBefore(EARLIEST) && instant.isBefore(LATEST)) {
                return instant;
            }
        } catch (DateTimeException e) {
            // Said below.
        }
        throw wrong(name, "no time such as 2026-01-31T12:00:00Z");
    }

    byte[] hex(String name) {
        try {
            return HexFormat.of().parseHex(text(name));
        } catch (IllegalArgumentException e) {
            throw wrong(name, "no hexadecimal bytes");
        }
    }

    /** The constant of this name, or null if a later version has one that this one does not know. */
    static <E extends Enum<E>> @Nullable E known(Class<E> type, String name) {
        for (var constant : type.getEnumConstants()) {
            if (constant.name().equals(name)) {
                return constant;
            }
        }
        return null;
    }

    /** The elements of an array of objects; those that {@code read} gives null for are left out. */
    <T> List<T> list(String name, Function<Fields, @Nullable T> read) {
        var node = wanted(name);
        if (!node.isArray()) {
            throw wrong(name, "no array");
        }
        var list = new ArrayList<T>();
        int at = 0;
        for (var element : node) {
            var one = read.apply(new Fields(element, place(name) + "[" + at++ + "]"));
            if (one != null) {
                list.add(one);
            }
        }
        return list;
    }

    /** The members of an object, all of one kind. */
    <T> Map<String, T> map(String name, Function<Fields, Function<String, T>> read) {
        var fields = new Fields(wanted(name), place(name));
        var map = new LinkedHashMap<String, T>();
        for (var member : fields.object.properties()) {
            map.put(member.getKey(), read.apply(fields).apply(member.getKey()));
        }
        return map;
    }

    boolean has(String name) {
        var node = object.get(name);
        return node != null && !node.isNull();
    }

    private JsonNode wanted(String name) {
        var node = object.get(name);
        if (node == null || node.isNull()) {
            throw wrong(name, "missing");
        }
        return node;
    }

    private String place(String name) {
        return where.isEmpty() ? name : where + "." + name;
    }

    private WrongFieldException wrong(String name, String what) {
        return new WrongFieldException(place(name) + " is " + what);
    }
}
