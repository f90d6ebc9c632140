package io.zmq4j.cli;

/** What was published was for nobody. */
final class NobodyListensException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NobodyListensException(String message) {
        super(message);
    }
}
