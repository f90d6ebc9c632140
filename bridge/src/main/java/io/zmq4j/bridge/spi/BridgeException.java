package io.zmq4j.bridge.spi;

import org.jspecify.annotations.Nullable;

/** Something that a bridge reads from or writes to cannot be used: the message says what, and why. */
public final class BridgeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BridgeException(String message) {
        super(message);
    }

    public BridgeException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
