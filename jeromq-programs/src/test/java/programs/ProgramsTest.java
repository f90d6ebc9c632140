package programs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs the class files of every program on JeroMQ's jar and on ours. A single one, many times:
 * {@code -Dprogram=pattern.Topics -Dtimes=20 -Djar=OURS}; a part of the name is enough.
 */
@Execution(ExecutionMode.CONCURRENT)
class ProgramsTest {
    static final Path CLASSES = Path.of(System.getProperty("programs.classes"));

    private static final String WANTED = System.getProperty("program", "");
    private static final String WANTED_JAR = System.getProperty("jar", "");
    /** JeroMQ has races of its own, such as one between an interrupt and a poll: what it does once in three times, it does. */
    private static final int TRIES_OF_THEIRS = 3;

    private static final int TIMES = Integer.getInteger("times", 1);

    @BeforeAll
    static void tellWhatTheyPrint() {
        Output.listen();
    }

    @ParameterizedTest(name = "{0} on {1}")
    @MethodSource
    @Execution(ExecutionMode.CONCURRENT)
    void runs(String program, Jar jar) throws Exception {
        for (int left = jar == Jar.JEROMQ ? TRIES_OF_THEIRS : 1; left > 0; left--) {
            try {
                new Run("programs." + program, jar).play();
                return;
            } catch (AssertionError failure) {
                if (left == 1) {
                    throw failure;
                }
            }
        }
    }

    static Stream<Arguments> runs() {
        return programs().stream()
                .filter(program -> program.contains(WANTED))
                .flatMap(program -> IntStream.range(0, TIMES)
                        .boxed()
                        .flatMap(time -> Stream.of(Jar.values())
                                .filter(jar -> WANTED_JAR.isEmpty() || jar == Jar.valueOf(WANTED_JAR))
                                .map(jar -> Arguments.of(program, jar))));
    }

    /** A program that asks what it runs on is in the table with what differs, and no other one is. */
    @Test
    void differencesAreListed() throws IOException {
        List<String> asking = programs().stream().filter(ProgramsTest::asks).toList();
        assertThat(differences()).containsExactlyInAnyOrderElementsOf(asking);
    }

    @Test
    void differencesAreDocumented() throws IOException {
        String page = Files.readString(Path.of(System.getProperty("programs.page")));
        assertThat(differences().stream().filter(program -> !page.contains("`" + program + "`")))
                .as("not in " + System.getProperty("programs.page"))
                .isEmpty();
    }

    private static List<String> differences() throws IOException {
        return Files.readAllLines(Path.of(System.getProperty("programs.differences"))).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split(" ", 2)[0])
                .toList();
    }

    /** Names without the leading {@code programs.}, in order. */
    private static List<String> programs() {
        try (Stream<Path> files = Files.walk(CLASSES)) {
            return files.map(file -> CLASSES.relativize(file).toString())
                    .filter(Pattern.compile("programs/.+/[A-Za-z0-9]+\\.class").asMatchPredicate())
                    .map(file -> file.substring("programs/".length(), file.length() - ".class".length()))
                    .map(file -> file.replace('/', '.'))
                    .filter(ProgramsTest::hasMain)
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static boolean hasMain(String program) {
        try {
            Class<?> type = Class.forName("programs." + program, false, ProgramsTest.class.getClassLoader());
            return Stream.of(type.getDeclaredMethods())
                    .anyMatch(method -> method.getName().equals("main"));
        } catch (ClassNotFoundException absent) {
            throw new IllegalStateException(absent);
        }
    }

    private static boolean asks(String program) {
        String path = "programs/" + program.replace('.', '/');
        try (Stream<Path> files = Files.list(CLASSES.resolve(path).getParent())) {
            String name = Path.of(path).getFileName().toString();
            return files.filter(file -> file.getFileName().toString().matches(Pattern.quote(name) + "(\\$.*)?\\.class"))
                    .anyMatch(file -> names(file, "onJeroMq") || names(file, "onZmq4j"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static boolean names(Path file, String method) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1).contains(method);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
