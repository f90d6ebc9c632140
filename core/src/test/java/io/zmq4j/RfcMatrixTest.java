package io.zmq4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The tests that docs/rfc-matrix.md names are there: a test that is renamed or removed takes its line along.
 */
class RfcMatrixTest {
    private static final Path MATRIX = NamedTests.ROOT.resolve("docs/rfc-matrix.md");
    private static final Pattern TEST_WITHOUT_METHOD = Pattern.compile("`[^`#]*Test[^`#]*`");

    private static final Pattern ROW = Pattern.compile("^\\|(?! (?:RFC|Section|Sentence) \\||-).*", Pattern.MULTILINE);

    /** From such a heading to the next one of a section. */
    private static final Pattern EXEMPT = Pattern.compile("(?ms)^### Sentences that do not apply here.*?(?=^## |\\z)");

    @Test
    void everyTestThatIsNamedIsThere() throws IOException {
        assertThat(NamedTests.missing(Files.readString(MATRIX))).isEmpty();
    }

    @Test
    void everySentenceThatAppliesHasATest() throws IOException {
        String text = Files.readString(MATRIX);
        assertThat(EXEMPT.matcher(text).results()).hasSize(2);

        assertThat(ROW.matcher(EXEMPT.matcher(text).replaceAll("")).results().map(row -> row.group()))
                .hasSizeGreaterThan(150)
                .allSatisfy(row -> assertThat(NamedTests.names(row)).isNotEmpty())
                .allSatisfy(row -> assertThat(row).doesNotContainPattern(TEST_WITHOUT_METHOD));
    }

    @Test
    void aNameThatIsNotThereIsNoticed() {
        assertThat(
                        NamedTests.missing(
                                "`RfcMatrixTest#aNameThatIsNotThereIsNoticed`, `core/RfcMatrixTest#aNameThatIsNotThereIsNoticed`"))
                .isEmpty();
        assertThat(NamedTests.missing("`RfcMatrixTest#nobody`")).hasSize(1);
        assertThat(NamedTests.missing("`NobodyTest#aNameThatIsNotThereIsNoticed`"))
                .hasSize(1);
        assertThat(NamedTests.missing("`nowhere/RfcMatrixTest#aNameThatIsNotThereIsNoticed`"))
                .hasSize(1);
        assertThat(NamedTests.missing("`zmtp/RfcMatrixTest#aNameThatIsNotThereIsNoticed`"))
                .hasSize(1);
    }
}
