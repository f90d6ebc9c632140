package io.zmq4j.patterns.titanic;

/** Something is not stored, as there is no room for it. Nothing was changed. */
final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    RefusedException(String message) {
        super(message);
    }
}
