package io.zmq4j.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What is at the other end of stdin. */
final class Terminal {
    /** The type of a file in its mode, and the value for a character device: S_IFMT and S_IFCHR of stat(2). */
    private static final int TYPE = 0170000;

    private static final int CHARACTER_DEVICE = 0020000;

    private static final Path STDIN = Path.of("/dev/stdin");

    private Terminal() {}

    /** Whether a person types there; /dev/null, where nobody ever does, counts as well. */
    static boolean isStdin() {
        return isCharacterDevice(STDIN);
    }

    static boolean isCharacterDevice(Path path) {
        // The console says this of stdin and stdout together only, and since JDK 22 not even that.
        try {
            return ((int) Files.getAttribute(path, "unix:mode") & TYPE) == CHARACTER_DEVICE;
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }
}
