package io.zmq4j.error;

import org.jspecify.annotations.Nullable;

/** What all of this library's own exceptions have in common. Unchecked. */
public class ZmqException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ZmqException(@Nullable String message) {
        super(message);
    }

    public ZmqException(@Nullable String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
