package io.zmq4j;

import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The tests that a page names. A name is {@code Class#method}, which is a test of zmtp or core, or {@code module/Class#method}.
 */
final class NamedTests {
    static final Path ROOT = Path.of("..");
    private static final List<String> MODULES_OF_BARE_NAMES = List.of("zmtp", "core");

    private static final Pattern TEST = Pattern.compile("`(?:([a-z0-9-]+)/)?(\\w+)#(\\w+)`");
    private static final Pattern METHOD = Pattern.compile("^    +void (\\w+)\\(", Pattern.MULTILINE);

    /** A test as a page names it. */
    record Name(List<String> modules, String type, String method) {
        @Override
        public String toString() {
            return String.join(" or ", modules) + "/" + type + "#" + method;
        }
    }

    private NamedTests() {}

    /** Those that are not there. */
    static List<Name> missing(String text) {
        var missing = new ArrayList<Name>();
        for (Name name : names(text)) {
            if (name.modules().stream()
                    .noneMatch(module -> methods(module, name.type()).contains(name.method()))) {
                missing.add(name);
            }
        }
        return missing;
    }

    static List<Name> names(String text) {
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
                    .map(NamedTests::read)
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
