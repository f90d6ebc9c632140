package io.zmq4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** docs/libzmq-tests.md has each of libzmq's test programs, and the tests that it names are there. */
class LibzmqTestsTest {
    private static final Path PAGE = NamedTests.ROOT.resolve("docs/libzmq-tests.md");
    private static final Pattern ROW = Pattern.compile("^\\| (test_\\w+|unittest_\\w+) \\| .* \\|$", Pattern.MULTILINE);
    private static final int PROGRAMS = 149;

    private static List<String> rows() throws IOException {
        return ROW.matcher(Files.readString(PAGE))
                .results()
                .map(row -> row.group())
                .toList();
    }

    @Test
    void everyTestThatIsNamedIsThere() throws IOException {
        assertThat(NamedTests.missing(Files.readString(PAGE))).isEmpty();
    }

    @Test
    void everyProgramHasItsRowAndEachItsTestsOrItsReason() throws IOException {
        assertThat(rows())
                .hasSize(PROGRAMS)
                .doesNotHaveDuplicates()
                .allSatisfy(row -> assertThat(row.contains(" | – | ")
                                || !NamedTests.names(row).isEmpty())
                        .as(row)
                        .isTrue());
    }
}
