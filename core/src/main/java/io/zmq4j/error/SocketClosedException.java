package io.zmq4j.error;

import org.jspecify.annotations.Nullable;

/** The socket, or the context it belongs to, is closed: before the call or while it waited. libzmq's ENOTSOCK and ETERM. */
public final class SocketClosedException extends ZmqException {
    private static final long serialVersionUID = 1L;

    public SocketClosedException(@Nullable String message) {
        super(message);
    }
}
