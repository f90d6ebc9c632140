package io.zmq4j.bench.compare;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** A directory for the time of a comparison, gone when it ends, also by a signal. */
final class Scratch implements AutoCloseable {
    private final Path path = Files.createTempDirectory("zmq-bench");
    private final Thread hook = new Thread(this::delete, "delete-scratch");

    Scratch() throws IOException {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    Path path() {
        return path;
    }

    @Override
    public void close() {
        delete();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The JVM is shutting down: the hook runs already, and there is nothing to take away.
        }
    }

    private void delete() {
        try {
            for (var file : contents()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + path, e);
        }
    }

    /** Files before the directory that they are in. */
    private List<Path> contents() throws IOException {
        if (!Files.exists(path)) {
            return List.of();
        }
        try (var files = Files.walk(path)) {
            return files.sorted(Comparator.reverseOrder()).toList();
        }
    }
}
