package io.zmq4j.bridge.nats;

/** Numbers by which a server says why it refuses. */
final class ErrorCode {
    static final int NO_CONSUMER = 10014;
    static final int MESSAGE_TOO_LARGE = 10054;
    static final int STREAM_IN_USE = 10058;
    static final int NO_STREAM = 10059;

    private ErrorCode() {}
}
