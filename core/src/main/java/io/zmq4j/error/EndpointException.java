package io.zmq4j.error;

import org.jspecify.annotations.Nullable;

/** An endpoint that cannot be bound, connected or unbound: the message has the endpoint and what is wrong with it. */
public final class EndpointException extends ZmqException {
    private static final long serialVersionUID = 1L;

    public EndpointException(@Nullable String message) {
        super(message);
    }

    public EndpointException(@Nullable String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
