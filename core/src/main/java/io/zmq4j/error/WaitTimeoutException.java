package io.zmq4j.error;

import org.jspecify.annotations.Nullable;

/** The socket's own SNDTIMEO or RCVTIMEO passed. libzmq's EAGAIN. Nothing was sent or lost: the call may be repeated. */
public final class WaitTimeoutException extends ZmqException {
    private static final long serialVersionUID = 1L;

    public WaitTimeoutException(@Nullable String message) {
        super(message);
    }
}
