package io.zmq4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What docs/bad-input.md says is shown by the tests that it names. */
class BadInputTest {
    private static final Path PAGE = NamedTests.ROOT.resolve("docs/bad-input.md");
    private static final Pattern ROW = Pattern.compile("^\\| [A-Z]\\d+ \\|.*", Pattern.MULTILINE);

    @Test
    void everyTestThatIsNamedIsThere() throws IOException {
        assertThat(NamedTests.missing(Files.readString(PAGE))).isEmpty();
    }

    @Test
    void everyRowHasATest() throws IOException {
        assertThat(ROW.matcher(Files.readString(PAGE)).results().map(row -> row.group()))
                .hasSizeGreaterThan(60)
                .allSatisfy(row -> assertThat(NamedTests.names(row)).isNotEmpty());
    }
}
