package io.zmq4j.error;

import org.jspecify.annotations.Nullable;

/** STREAM, SERVER, PEER, and ROUTER with ROUTER_MANDATORY: no peer has this routing id. libzmq's EHOSTUNREACH. */
public final class UnroutableException extends ZmqException {
    private static final long serialVersionUID = 1L;

    public UnroutableException(@Nullable String message) {
        super(message);
    }
}
