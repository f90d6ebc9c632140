package io.zmq4j.cli;

/** The arguments cannot be what was meant: the message has the value and what is allowed. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
