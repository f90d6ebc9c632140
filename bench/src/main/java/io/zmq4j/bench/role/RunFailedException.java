package io.zmq4j.bench.role;

/** The run does not count: what came is not what was sent, or the library refused something. */
final class RunFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RunFailedException(String message) {
        super(message);
    }
}
