package io.zmq4j.interop;

import java.io.File;
import org.jspecify.annotations.Nullable;

/** The file descriptors this process has open, as Linux tells it. */
final class Descriptors {
    private static final File DIRECTORY = new File("/proc/self/fd");

    private Descriptors() {}

    static int open() {
        String @Nullable [] names = DIRECTORY.list();
        if (names == null) {
            throw new IllegalStateException(DIRECTORY + " cannot be read");
        }
        return names.length;
    }
}
