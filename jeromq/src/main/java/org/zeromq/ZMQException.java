package org.zeromq;

import zmq.ZError;

/** A call has failed; the code, one of {@link ZError}, says why. */
public class ZMQException extends UncheckedZMQException {
    private static final long serialVersionUID = -978820750094924644L;

    private final int code;

    public ZMQException(int errno) {
        this(ZError.toString(errno), errno);
    }

    public ZMQException(String message, int errno) {
        super(message);
        code = errno;
    }

    public ZMQException(String message, int errno, Throwable cause) {
        super(message, cause);
        code = errno;
    }

    /** One of {@link ZError}'s constants. */
    public int getErrorCode() {
        return code;
    }

    // The message alone is for people who know what they have asked for; with the number it can be looked up.
    @Override
    @SuppressWarnings("OverrideThrowableToString")
    public String toString() {
        return super.toString() + " (error " + code + ")";
    }
}
