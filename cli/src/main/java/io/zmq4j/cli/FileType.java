package io.zmq4j.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What is at the other end of a stream. */
final class FileType {
    /** The type of a file in its mode, and its values: S_IFMT, S_IFCHR, S_IFIFO and S_IFSOCK of stat(2). */
    private static final int TYPE = 0170000;

    private static final int CHARACTER_DEVICE = 0020000;
    private static final int PIPE = 0010000;
    private static final int SOCKET = 0140000;

    private static final int UNKNOWN = 0;

    private FileType() {}

    /** As which a terminal appears, but /dev/null does so too. */
    static boolean isCharacterDevice(Path path) {
        // The console says this of stdin and stdout together only, and since JDK 22 not even that.
        return of(path) == CHARACTER_DEVICE;
    }

    /** Whether somebody reads at the other end, and may leave. */
    static boolean isPipe(Path path) {
        int type = of(path);
        return type == PIPE || type == SOCKET;
    }

    private static int of(Path path) {
        try {
            return (int) Files.getAttribute(path, "unix:mode") & TYPE;
        } catch (IOException | UnsupportedOperationException e) {
            return UNKNOWN;
        }
    }
}
