package io.zmq4j.patterns.delivery.protocol;

/** A peer sent what is no command, or one that breaks the rules. Its text is for the log, and for the peer in a BYE. */
public final class MalformedCommandException extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedCommandException(String message) {
        super(message);
    }
}
