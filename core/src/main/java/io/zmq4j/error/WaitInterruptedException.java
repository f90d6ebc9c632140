package io.zmq4j.error;

import org.jspecify.annotations.Nullable;

/** The waiting thread was interrupted; its interrupt flag is still set. Nothing was sent or lost. libzmq's EINTR. */
public final class WaitInterruptedException extends ZmqException {
    private static final long serialVersionUID = 1L;

    public WaitInterruptedException(@Nullable String message) {
        super(message);
    }
}
