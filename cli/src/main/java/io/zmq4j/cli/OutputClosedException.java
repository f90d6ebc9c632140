package io.zmq4j.cli;

import java.io.IOException;

/** Nobody reads stdout any more, as after {@code | head -1}: not an error, but the end. */
final class OutputClosedException extends IOException {
    private static final long serialVersionUID = 1L;

    OutputClosedException(IOException cause) {
        super("stdout is closed", cause);
    }
}
