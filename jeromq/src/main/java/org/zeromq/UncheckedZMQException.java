package org.zeromq;

/** What all exceptions of this API extend. */
public abstract class UncheckedZMQException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UncheckedZMQException() {}

    public UncheckedZMQException(String message) {
        super(message);
    }

    public UncheckedZMQException(Throwable cause) {
        super(cause);
    }

    public UncheckedZMQException(String message, Throwable cause) {
        super(message, cause);
    }
}
