package io.zmq4j;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.message.Message;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The Java of the README: each block is a class that compiles without a warning; one with a {@code main} ends by itself
 * and prints what its comments say it does.
 */
class ReadmeTest {
    private static final Path README = Path.of("..", "README.md");
    private static final Pattern BLOCK = Pattern.compile("^```java\\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern CLASS_NAME = Pattern.compile("^public (?:final )?class (\\w+)", Pattern.MULTILINE);
    private static final Pattern PRINTS = Pattern.compile("// prints (.*)$", Pattern.MULTILINE);
    private static final int DEADLINE_SECONDS = 20;

    @TempDir
    Path directory;

    record Snippet(String source) {
        String className() {
            Matcher declaration = CLASS_NAME.matcher(source);
            return declaration.find() ? declaration.group(1) : "NoPublicClass";
        }

        boolean hasMain() {
            return source.contains("public static void main(");
        }

        List<String> prints() {
            return groups(PRINTS, source);
        }

        @Override
        public String toString() {
            return className();
        }
    }

    static List<Snippet> snippets() throws IOException {
        return groups(BLOCK, Files.readString(README)).stream()
                .map(Snippet::new)
                .toList();
    }

    @Test
    void thereAreExamplesOfRequestsAndOfSubscriptions() throws IOException {
        assertThat(snippets())
                .filteredOn(Snippet::hasMain)
                .anySatisfy(snippet -> assertThat(snippet.source()).contains(".req()", ".rep()"))
                .anySatisfy(snippet -> assertThat(snippet.source()).contains(".pub()", ".sub()"))
                .allSatisfy(snippet -> assertThat(snippet.prints()).isNotEmpty());
    }

    @ParameterizedTest
    @MethodSource("snippets")
    void everyBlockCompiles(Snippet snippet) throws IOException {
        assertThat(complaintsAbout(snippet)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("snippets")
    void everyProgramEndsByItselfAndPrintsWhatItSays(Snippet snippet) throws Exception {
        if (!snippet.hasMain()) {
            return;
        }
        assertThat(complaintsAbout(snippet)).isEmpty();

        Path printed = directory.resolve("printed");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process program = new ProcessBuilder(
                        java, "-cp", directory + File.pathSeparator + classPath(), snippet.className())
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start();
        try {
            assertThat(program.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS))
                    .as("%s ends within %d s", snippet, DEADLINE_SECONDS)
                    .isTrue();
        } finally {
            program.destroyForcibly();
        }
        assertThat(Files.readAllLines(printed)).isEqualTo(snippet.prints());
        assertThat(program.exitValue()).isZero();
    }

    /** What the compiler says to a block, which is nothing if all is well; its classes go into the directory. */
    private String complaintsAbout(Snippet snippet) throws IOException {
        Path source = directory.resolve(snippet.className() + ".java");
        Files.writeString(source, snippet.source());
        // Not javax.tools: the module under test, to which this test belongs, does not read that.
        ToolProvider compiler = ToolProvider.findFirst("javac").orElseThrow();
        var complaints = new StringWriter();
        var out = new PrintWriter(complaints, true);
        compiler.run(
                out,
                out,
                "-Xlint:all",
                "--release",
                "17",
                "-cp",
                classPath(),
                "-d",
                directory.toString(),
                source.toString());
        return complaints.toString();
    }

    private static List<String> groups(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(ReadmeTest::firstGroup).toList();
    }

    private static String firstGroup(MatchResult match) {
        return match.group(1);
    }

    private static String classPath() {
        return Stream.of(Context.class, Message.class)
                .map(ReadmeTest::locationOf)
                .collect(joining(File.pathSeparator));
    }

    private static String locationOf(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(type + " has no place", e);
        }
    }
}
