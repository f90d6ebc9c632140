package io.zmq4j.bench.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What is at the other end of a stream. */
final class Console {
    /** The type of a file in its mode, and the value for a character device: S_IFMT and S_IFCHR of stat(2). */
    private static final int TYPE = 0170000;

    private static final int CHARACTER_DEVICE = 0020000;

    private Console() {}

    /** Whether somebody watches; the JVM's own console says nothing of stderr alone. */
    static boolean isTerminal(Path stream) {
        try {
            return ((int) Files.getAttribute(stream, "unix:mode") & TYPE) == CHARACTER_DEVICE;
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }
}
