package io.zmq4j.error;

/** The socket's own SNDTIMEO or RCVTIMEO passed. libzmq's EAGAIN. Nothing was sent or lost: the call may be repeated. */
public final class WaitTimeoutException extends ZmqException {
    private static final long serialVersionUID = 1L;

    public WaitTimeoutException(String message) {
        super(message);
    }
}
