package io.zmq4j.zap;

/** A reply that breaks RFC 27. */
final class MalformedReplyException extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedReplyException(String message) {
        super(message, null, false, false);
    }
}
