package io.zmq4j.demo;

/** Something that a scenario must show was not seen in time, or something was seen that must not be. */
final class NotSeenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotSeenException(String message) {
        super(message);
    }
}
