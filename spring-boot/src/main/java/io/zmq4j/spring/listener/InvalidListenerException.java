package io.zmq4j.spring.listener;

import org.jspecify.annotations.Nullable;

/** A method with {@link io.zmq4j.spring.ZmqListener} that cannot be one. */
public final class InvalidListenerException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** The method is named with its class. */
    InvalidListenerException(String method, String reason, @Nullable Throwable cause) {
        super(method + " cannot listen: " + reason, cause);
    }
}
