package io.zmq4j.cli.doctor;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Files by which Linux tells its settings. */
@FunctionalInterface
interface KernelFiles {
    /** The text of one; empty where there is no such file. */
    Optional<String> read(String path);

    /** One number, the only or the first in a file. */
    default OptionalLong number(String path) {
        return numbers(path).findFirst();
    }

    /** The numbers of a file, as far as they are numbers. */
    default LongStream numbers(String path) {
        return read(path).stream()
                .flatMap(text -> Stream.of(text.trim().split("\\s+")))
                .takeWhile(word -> word.matches("[0-9]{1,18}"))
                .mapToLong(Long::parseLong);
    }

    /** Those of this machine. */
    static KernelFiles ofThisMachine() {
        return path -> {
            try (InputStream in = Files.newInputStream(Path.of(path))) {
                return Optional.of(new String(in.readNBytes(64 * 1024), StandardCharsets.UTF_8));
            } catch (IOException e) {
                return Optional.empty();
            }
        };
    }
}
