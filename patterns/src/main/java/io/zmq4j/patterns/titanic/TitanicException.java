package io.zmq4j.patterns.titanic;

import io.zmq4j.error.ZmqException;

/** A Titanic server has said no. */
public final class TitanicException extends ZmqException {
    private static final long serialVersionUID = 1L;

    private final int status;

    public TitanicException(int status, String message) {
        super(message);
        this.status = status;
    }

    /**
     * The status of RFC 9: 400 if there is no such request, 500 if the server cannot do it now, such as when its disk is full; then it may
     * be tried again later.
     */
    public int status() {
        return status;
    }
}
