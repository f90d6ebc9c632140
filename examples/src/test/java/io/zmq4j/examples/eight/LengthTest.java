package io.zmq4j.examples.eight;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The eight programs together have at most 1.3 times the lines of their twins. Every line counts, imports and lone braces too,
 * but for blank ones and those of comments, Javadoc and docstrings.
 */
class LengthTest {
    private static final List<Class<?>> PROGRAMS = List.of(
            TaskPipeline.class,
            FilteredNews.class,
            ManyRequests.class,
            JsonOrders.class,
            TwoSockets.class,
            CleanStop.class,
            BusyServer.class,
            LastValueCache.class);

    private static final Path SOURCES = Path.of("src", "main", "java", "io", "zmq4j", "examples", "eight");

    private static final Pattern COMMENT =
            Pattern.compile("(?s)/\\*.*?\\*/|^ *//.*?$|^ *#.*?$|\"\"\".*?\"\"\"", Pattern.MULTILINE);

    @Test
    void theyAreNotMuchLongerThanTheirTwins() throws IOException {
        long java = 0;
        long python = 0;
        for (Class<?> program : PROGRAMS) {
            java += lines(Files.readString(SOURCES.resolve(program.getSimpleName() + ".java")));
            python += lines(Files.readString(Program.twin(program)));
        }
        assertThat(java / (double) python)
                .as("%d lines of Java for %d of Python", java, python)
                .isLessThanOrEqualTo(1.3);
    }

    @Test
    void allOfThemAreCounted() throws IOException {
        try (var files = Files.list(SOURCES)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> !name.startsWith("package-")))
                    .containsExactlyInAnyOrderElementsOf(PROGRAMS.stream()
                            .map(program -> program.getSimpleName() + ".java")
                            .toList());
        }
    }

    @Test
    void commentsAndBlanksDoNotCount() {
        assertThat(lines("/**\n * Javadoc\n */\nint a; // one\n\n    // none\n}\n"))
                .isEqualTo(2);
        assertThat(lines("\"\"\"Doc\nstring\"\"\"\nimport zmq  # one\n\n# none\n"))
                .isEqualTo(1);
    }

    private static long lines(String source) {
        return COMMENT.matcher(source)
                .replaceAll("")
                .lines()
                .filter(line -> !line.isBlank())
                .count();
    }
}
