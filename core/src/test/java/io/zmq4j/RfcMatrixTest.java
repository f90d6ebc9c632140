package io.zmq4j;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The tests that docs/rfc-matrix.md names are there: a test that is renamed or removed takes its line along. A name is
 * {@code Class#method}, which is a test of zmtp or core, or {@code module/Class#method}.
 */
class RfcMatrixTest {
    private static final Path ROOT = Path.of("..");
    private static final Path MATRIX = ROOT.resolve("docs/rfc-matrix.md");
    private static final List<String> MODULES_OF_BARE_NAMES = List.of("zmtp", "core");

    private static final Pattern TEST = Pattern.compile("`(?:([a-z]+)/)?(\\w+)#(\\w+)`");

    private static final Pattern TEST_WITHOUT_METHOD = Pattern.compile("`[^`#]*Test[^`#]*`");

    private static final Pattern METHOD = Pattern.compile("^    +void (\\w+)\\(", Pattern.MULTILINE);
    private static final Pattern ROW = Pattern.compile("^\\|(?! (?:RFC|Section|Sentence) \\||-).*", Pattern.MULTILINE);

    /** From such a heading to the next one of a section. */
    private static final Pattern EXEMPT = Pattern.compile("(?ms)^### Sentences that do not apply here.*?(?=^## |\\z)");

    /** A test as the matrix names it. */
    record Name(List<String> modules, String type, String method) {
        @Override
        public String toString() {
            return String.join(" or ", modules) + "/" + type + "#" + method;
        }
    }

    @Test
    void everyTestThatIsNamedIsThere() throws IOException {
        assertThat(missing(Files.readString(MATRIX))).isEmpty();
    }

    @Test
    void everySentenceThatAppliesHasATest() throws IOException {
        String text = Files.readString(MATRIX);
        assertThat(EXEMPT.matcher(text).results()).hasSize(2);

        assertThat(ROW.matcher(EXEMPT.matcher(text).replaceAll("")).results().map(row -> row.group()))
                .hasSizeGreaterThan(150)
                .allSatisfy(row -> assertThat(names(row)).isNotEmpty())
                .allSatisfy(row -> assertThat(row).doesNotContainPattern(TEST_WITHOUT_METHOD));
    }

    @Test
    void aNameThatIsNotThereIsNoticed() {
        assertThat(
                        missing(
                                "`RfcMatrixTest#aNameThatIsNotThereIsNoticed`, `core/RfcMatrixTest#aNameThatIsNotThereIsNoticed`"))
                .isEmpty();
        assertThat(missing("`RfcMatrixTest#nobody`")).hasSize(1);
        assertThat(missing("`NobodyTest#aNameThatIsNotThereIsNoticed`")).hasSize(1);
        assertThat(missing("`nowhere/RfcMatrixTest#aNameThatIsNotThereIsNoticed`"))
                .hasSize(1);
        assertThat(missing("`zmtp/RfcMatrixTest#aNameThatIsNotThereIsNoticed`")).hasSize(1);
    }

    private static List<Name> missing(String text) {
        var missing = new ArrayList<Name>();
        for (Name name : names(text)) {
            if (name.modules().stream()
                    .noneMatch(module -> methods(module, name.type()).contains(name.method()))) {
                missing.add(name);
            }
        }
        return missing;
    }

    private static List<Name> names(String text) {
        return TEST.matcher(text)
                .results()
                .map(found -> new Name(
                        found.group(1) == null ? MODULES_OF_BARE_NAMES : List.of(found.group(1)),
                        found.group(2),
                        found.group(3)))
                .toList();
    }

    /** The test methods in the sources of the classes of this name, with those of classes inside them. */
    private static Set<String> methods(String module, String type) {
        Path tests = ROOT.resolve(module).resolve("src/test/java");
        if (!Files.isDirectory(tests)) {
            return Set.of();
        }
        try (var files = Files.walk(tests)) {
            return files.filter(file -> file.getFileName().toString().equals(type + ".java"))
                    .map(RfcMatrixTest::read)
                    .flatMap(source -> METHOD.matcher(source).results())
                    .map(found -> found.group(1))
                    .collect(toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
