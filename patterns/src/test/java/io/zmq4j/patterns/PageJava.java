package io.zmq4j.patterns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The Java that a page of docs/patterns shows, for the test that has the same. What the page prints, the test gives to {@link #println}. */
public final class PageJava {
    private static final Pattern BLOCK = Pattern.compile("^```java\\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern PRINTS = Pattern.compile("// prints (.*)$", Pattern.MULTILINE);

    private final List<String> blocks;
    private final List<String> printed = new ArrayList<>();

    public PageJava(String page) {
        blocks = BLOCK.matcher(read(Path.of("../docs/patterns", page)))
                .results()
                .map(result -> result.group(1))
                .toList();
        assertThat(blocks).isNotEmpty();
    }

    public void println(Object line) {
        printed.add(line.toString());
    }

    public List<String> printed() {
        return printed;
    }

    /** What the page says is printed. */
    public List<String> promised() {
        return blocks.stream()
                .flatMap(block -> PRINTS.matcher(block).results())
                .map(result -> result.group(1))
                .toList();
    }

    /** Insists on each block of the page being in a test, whatever its white space. */
    public void requireIn(Class<?> test) {
        String source = read(Path.of("src/test/java", test.getName().replace('.', '/') + ".java"));
        assertThat(blocks)
                .allSatisfy(block ->
                        assertThat(words(source)).contains(words(block.replace("System.out.println", "page.println"))));
    }

    private static String words(String text) {
        return text.replaceAll("\\s+", "");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
