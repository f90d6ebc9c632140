package io.zmq4j.interop;

import io.zmq4j.testkit.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** The ways two sockets can meet, each with endpoints that nobody else uses. */
enum Transport {
    TCP {
        @Override
        String freshEndpoint() {
            return "tcp://127.0.0.1:" + Ports.free();
        }
    },
    IPC {
        @Override
        String freshEndpoint() {
            return "ipc://" + freshPath();
        }
    },
    INPROC {
        @Override
        String freshEndpoint() {
            return "inproc://" + NEXT.incrementAndGet();
        }
    };

    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final Path DIRECTORY = temporaryDirectory();

    /** An endpoint to bind and connect: not in use, and never given out twice. */
    abstract String freshEndpoint();

    /** A path for an ipc endpoint where there is no file yet. */
    static Path freshPath() {
        Path path = DIRECTORY.resolve(String.valueOf(NEXT.incrementAndGet()));
        path.toFile().deleteOnExit();
        return path;
    }

    private static Path temporaryDirectory() {
        try {
            Path directory = Files.createTempDirectory("zmq4j");
            directory.toFile().deleteOnExit();
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
