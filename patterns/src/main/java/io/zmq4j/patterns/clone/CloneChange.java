package io.zmq4j.patterns.clone;

import io.zmq4j.message.Frame;
import org.jspecify.annotations.Nullable;

/**
 * A key has another value than before.
 *
 * @param key the key
 * @param value what it has now; null if it is deleted
 */
public record CloneChange(String key, @Nullable Frame value) {
    /** Whether the key is deleted. */
    public boolean deleted() {
        return value == null;
    }
}
