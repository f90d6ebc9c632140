package io.zmq4j.discovery;

import io.zmq4j.discovery.asking.Answer;
import io.zmq4j.discovery.asking.Question;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who stands in a file: an endpoint a line, and comments behind {@code #}. A change counts when the file reads the same twice in a row, as
 * it may be half written the first time. Belongs to the thread that asks.
 */
final class FileQuestion implements Question {
    private static final int LARGEST = 1 << 20;

    private final Path path;
    private @Nullable String readBefore;
    private List<String> endpoints = List.of();

    FileQuestion(Path path) {
        this.path = path;
    }

    @Override
    public Answer ask() throws IOException {
        String text = read();
        if (readBefore == null || text.equals(readBefore)) {
            endpoints = endpoints(text);
        }
        readBefore = text;
        return new Answer(endpoints, null, null);
    }

    private String read() throws IOException {
        // A pipe would keep the thread for ever.
        if (!Files.isRegularFile(path)) {
            throw new IOException(Files.exists(path) ? path + " is no file" : "there is no file " + path);
        }
        try (var in = Files.newInputStream(path)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new IOException(path + " is larger than 1 MiB");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    private static List<String> endpoints(String text) {
        return text.lines()
                .map(line -> line.replaceFirst("(^|\\s)#.*", "").strip())
                .filter(line -> !line.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }
}
