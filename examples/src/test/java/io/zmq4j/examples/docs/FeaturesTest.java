package io.zmq4j.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page of features says of each what shows it, and the tests that it names are there. */
class FeaturesTest {
    private static final Pattern ROW = Pattern.compile("^\\|(.+?)\\| (yes|partly|no) \\|(.*?)\\|(.*?)\\|$");
    private static final Pattern TEST = Pattern.compile("`(\\w+Test)`");

    @Test
    void everyFeatureThatIsHereIsShownBySomethingThatIsThere() throws IOException {
        Set<String> tests = Page.tests();
        var rows = Files.readAllLines(Page.ROOT.resolve("docs/features.md")).stream()
                .map(ROW::matcher)
                .filter(row -> row.matches())
                .toList();

        assertThat(rows).hasSizeGreaterThan(34);
        for (var row : rows) {
            assertThat(row.group(4).isBlank()).as(row.group()).isEqualTo("no".equals(row.group(2)));
            assertThat(TEST.matcher(row.group(4)).results().map(test -> test.group(1)))
                    .as(row.group())
                    .isSubsetOf(tests);
        }
    }
}
