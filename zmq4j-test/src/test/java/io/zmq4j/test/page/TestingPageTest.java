package io.zmq4j.test.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page has no Java that does not stand in this package, where it is compiled and run. */
class TestingPageTest {
    private static final Path PAGE = Path.of("..", "docs", "testing.md");
    private static final Path HERE = Path.of("src/test/java/io/zmq4j/test/page");
    private static final Pattern BLOCK = Pattern.compile("^```java\\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);

    @Test
    void everyBlockOfThePageStandsHere() throws IOException {
        var sources = new StringBuilder();
        try (Stream<Path> files = Files.list(HERE)) {
            for (Path file : files.sorted().toList()) {
                sources.append(withoutLayout(Files.readString(file)));
            }
        }
        List<String> blocks = BLOCK.matcher(Files.readString(PAGE))
                .results()
                .map(block -> withoutLayout(block.group(1)))
                .toList();

        assertThat(blocks)
                .hasSizeGreaterThan(4)
                .allSatisfy(block -> assertThat(sources).contains(block));
    }

    private static String withoutLayout(String source) {
        return source.replaceAll("\\s", "");
    }
}
