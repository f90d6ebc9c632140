package io.zmq4j.event;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Copies of what peers tell of themselves, with names in any case. Thousands of peers of one kind say the same, and it is kept as
 * long as they are there: so what was said last is kept once, if it is short.
 */
final class Properties {
    private static final int MOST = 2;
    private static final int LONGEST_VALUE = 16;

    /** {@code said} in this case, and the copy, in which names are found in any. */
    private record Kept(Map<String, String> said, Map<String, String> copy) {}

    /**
     * Any thread, without a fence: what it leads to does not change, and a thread that sees an older one keeps one more.
     */
    private static Kept last = new Kept(Map.of(), Collections.emptyMap());

    private Properties() {}

    static Map<String, String> copyOf(Map<String, String> properties) {
        Kept kept = last;
        // This way round, as the other one may find names in any case.
        if (properties.equals(kept.said)) {
            return kept.copy;
        }
        var text = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        properties.forEach((name, value) -> text.put(
                Objects.requireNonNull(name, "metadata's name"), Objects.requireNonNull(value, "metadata's value")));
        Map<String, String> copy = Collections.unmodifiableMap(text);
        if (isShort(copy)) {
            last = new Kept(Map.copyOf(text), copy);
        }
        return copy;
    }

    private static boolean isShort(Map<String, String> text) {
        return text.size() <= MOST && text.values().stream().allMatch(value -> value.length() <= LONGEST_VALUE);
    }
}
