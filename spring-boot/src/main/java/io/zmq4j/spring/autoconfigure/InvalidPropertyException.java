package io.zmq4j.spring.autoconfigure;

import org.jspecify.annotations.Nullable;

/** A property under {@code zmq4j} that says something impossible, and what to do about it. */
final class InvalidPropertyException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String property;
    private final String reason;
    private final String action;

    /** @param reason without values that may be secrets */
    InvalidPropertyException(String property, String reason, String action, @Nullable Throwable cause) {
        super(property + ": " + reason, cause);
        this.property = property;
        this.reason = reason;
        this.action = action;
    }

    String property() {
        return property;
    }

    String reason() {
        return reason;
    }

    String action() {
        return action;
    }
}
