package io.zmq4j.cli;

/** What was waited for did not come within {@code --timeout} or {@code --linger}. */
final class TimedOutException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TimedOutException(String message) {
        super(message);
    }
}
