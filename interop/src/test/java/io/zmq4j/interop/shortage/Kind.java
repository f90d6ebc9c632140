package io.zmq4j.interop.shortage;

import java.nio.file.Path;
import java.util.List;

/** What is used up, and how a JVM is made to have little of it. */
enum Kind {
    HEAP("true", "-Xmx64m") {
        @Override
        Shortage shortage(Path folder, boolean isSmall) {
            return new HeapShortage();
        }
    },
    DIRECT("true", "-Xmx128m", "-XX:MaxDirectMemorySize=6m") {
        @Override
        Shortage shortage(Path folder, boolean isSmall) {
            return new DirectShortage();
        }
    },
    /** The limit counts all threads of the user, whoever started them. */
    THREADS(
            "ulimit -u $(( 260 + $(find /proc/[0-9]*/task -mindepth 1 -maxdepth 1 -user \"$(id -u)\" 2>/dev/null | wc -l) ))",
            "-Xmx128m") {
        @Override
        Shortage shortage(Path folder, boolean isSmall) {
            return new ThreadShortage();
        }
    },
    DESCRIPTORS("ulimit -n 512", "-Xmx128m") {
        @Override
        Shortage shortage(Path folder, boolean isSmall) {
            return new DescriptorShortage();
        }
    },
    DISK("true", "-Xmx128m") {
        @Override
        Shortage shortage(Path folder, boolean isSmall) {
            return new DiskShortage(folder, isSmall);
        }
    };

    private final String limit;
    private final List<String> options;

    Kind(String limit, String... options) {
        this.limit = limit;
        this.options = List.of(options);
    }

    /** In the round's JVM. {@code folder} and {@code isSmall} as for {@link DiskShortage}. */
    abstract Shortage shortage(Path folder, boolean isSmall);

    /** What the shell says before it starts the JVM. */
    String limit() {
        return limit;
    }

    /** The JVM's options. */
    List<String> options() {
        return options;
    }
}
