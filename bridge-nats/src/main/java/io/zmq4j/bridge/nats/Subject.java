package io.zmq4j.bridge.nats;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** To which subject a record is published: a text, in which {@code {key}} stands for the record's key. */
record Subject(String pattern) {
    private static final String KEY = "{key}";

    /**
     * The subject of a record.
     *
     * @throws IllegalArgumentException if its key cannot be part of one, with the reason
     */
    String of(byte @Nullable [] key) {
        if (!pattern.contains(KEY)) {
            return pattern;
        }
        if (key == null) {
            throw new IllegalArgumentException("it has no key, which the subject " + pattern + " needs");
        }
        String text = new String(key, StandardCharsets.UTF_8);
        if (!text.matches("[^\\s*>.\\p{Cntrl}\ufffd]+(\\.[^\\s*>.\\p{Cntrl}\ufffd]+)*")) {
            throw new IllegalArgumentException("its key, \"" + text
                    + "\", is no part of a subject: words between single dots are, without blanks, * and >");
        }
        return pattern.replace(KEY, text);
    }

    /** Everything that it can be, for a stream. */
    String filter() {
        return pattern.replace(KEY, ">");
    }
}
