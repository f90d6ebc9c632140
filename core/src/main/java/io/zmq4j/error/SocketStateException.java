package io.zmq4j.error;

import org.jspecify.annotations.Nullable;

/** The pattern does not allow this call now, such as a second request before the reply. libzmq's EFSM. */
public final class SocketStateException extends ZmqException {
    private static final long serialVersionUID = 1L;

    public SocketStateException(@Nullable String message) {
        super(message);
    }
}
