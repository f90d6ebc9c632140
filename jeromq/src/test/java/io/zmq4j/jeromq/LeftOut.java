package io.zmq4j.jeromq;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A line of {@code left-out.txt}: a kind of change, a pattern of elements in which {@code *} stands for any text, and why nobody is
 * to miss them.
 */
record LeftOut(String kind, String pattern, String reason) {
    private static final int FIELDS = 3;

    static List<LeftOut> all() {
        try (InputStream in = Objects.requireNonNull(LeftOut.class.getResourceAsStream("left-out.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(LeftOut::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static LeftOut of(String line) {
        String[] fields = line.strip().split("\\s+", FIELDS);
        if (fields.length < FIELDS) {
            throw new IllegalArgumentException("Give a kind of change, a pattern and a reason: " + line);
        }
        return new LeftOut(fields[0], fields[1], fields[2]);
    }

    boolean matches(Change change) {
        return kind.equals(change.kind()) && isOf(change.element());
    }

    /** Whether the pattern matches this element. */
    boolean isOf(String element) {
        String expression =
                Stream.of(pattern.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        return element.matches(expression);
    }

    @Override
    public String toString() {
        return kind + " " + pattern;
    }
}
