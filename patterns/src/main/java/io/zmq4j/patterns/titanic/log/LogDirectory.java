package io.zmq4j.patterns.titanic.log;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/** How the segments of a log are called in its directory: {@code 0000000000000001.log} and so on; what was put aside has more behind it. */
record LogDirectory(Path path) {
    private static final String SUFFIX = ".log";

    /** Those of the segments, the oldest first. */
    List<Path> segments() throws IOException {
        try (Stream<Path> all = Files.list(path)) {
            return all.filter(file -> file.getFileName().toString().matches("[0-9]{16}\\.log"))
                    .sorted()
                    .toList();
        }
    }

    Path segment(long number) {
        return path.resolve("%016d".formatted(number) + SUFFIX);
    }

    static long number(Path segment) {
        return Long.parseLong(segment.getFileName().toString().substring(0, 16));
    }

    /** Behind all files that were put aside, so that their names stay free. */
    long nextNumber() throws IOException {
        try (Stream<Path> all = Files.list(path)) {
            return all.filter(file -> file.getFileName().toString().matches("[0-9]{16}\\.log.*"))
                            .mapToLong(LogDirectory::number)
                            .max()
                            .orElse(0)
                    + 1;
        }
    }

    /** So that the names of its files survive the loss of power; where a directory cannot be opened, there is nothing to do for it. */
    void force() {
        try (FileChannel names = FileChannel.open(path, StandardOpenOption.READ)) {
            names.force(true);
        } catch (IOException e) {
            // Windows.
        }
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
