package io.zmq4j.error;

import org.jspecify.annotations.Nullable;

/**
 * So many asynchronous sends of the socket wait for a peer that another one is not taken. Nothing was sent: wait for some of
 * the futures, then repeat the call.
 */
public final class TooManyPendingException extends ZmqException {
    private static final long serialVersionUID = 1L;

    public TooManyPendingException(@Nullable String message) {
        super(message);
    }
}
