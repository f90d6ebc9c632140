package io.zmq4j.examples.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A page of the documentation, as far as it is Java.
 *
 * @param path from the root of the project
 * @param members members that the reader does not see, for all blocks of the page
 * @param snippets its blocks
 * @param elsewhere the name of the test, in another module, that has the page's blocks word for word, and runs them; mostly empty
 */
record Page(String path, String members, List<Snippet> snippets, String elsewhere) {
    static final Path ROOT = Path.of("..");

    private static final Pattern BLOCK = Pattern.compile(
            "^<!-- (?<hidden>members|first)\\n(?<unseen>.*?)^-->$|^```java(?<info>.*?)\\n(?<seen>.*?)^```$",
            Pattern.DOTALL | Pattern.MULTILINE);

    private static final Pattern ELSEWHERE =
            Pattern.compile("^<!-- (\\w+Test) has the Java of this page -->$", Pattern.MULTILINE);

    static List<Path> paths() throws IOException {
        try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            Stream<Path> others = Stream.of("README.md", "CONTRIBUTING.md", "examples/README.md")
                    .map(ROOT::resolve);
            return Stream.concat(others, docs.filter(path -> path.toString().endsWith(".md")))
                    .sorted()
                    .toList();
        }
    }

    static Page of(Path file) throws IOException {
        String text = Files.readString(file);
        var members = new StringBuilder();
        var snippets = new ArrayList<Snippet>();
        var before = new StringBuilder();
        for (var block : BLOCK.matcher(text).results().toList()) {
            if ("members".equals(block.group(1))) {
                members.append(block.group(2));
            } else if ("first".equals(block.group(1))) {
                before.append(block.group(2));
            } else {
                int line = (int) text.substring(0, block.start()).lines().count() + 1;
                snippets.add(new Snippet(line, block.group(3).strip(), before.toString(), block.group(4)));
                before.setLength(0);
            }
        }
        String elsewhere = ELSEWHERE
                .matcher(text)
                .results()
                .map(test -> test.group(1))
                .findFirst()
                .orElse("");
        return new Page(ROOT.relativize(file).toString(), members.toString(), snippets, elsewhere);
    }

    /** The names of all test classes of the project, and of what else stands beside them. */
    static Set<String> tests() throws IOException {
        try (Stream<Path> modules = Files.list(ROOT)) {
            return modules.map(module -> module.resolve("src/test"))
                    .filter(Files::isDirectory)
                    .flatMap(Page::classesIn)
                    .collect(Collectors.toSet());
        }
    }

    private static Stream<String> classesIn(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.map(file -> file.getFileName().toString().replaceAll("\\.\\w+$", "")).toList().stream();
        } catch (IOException e) {
            throw new AssertionError("cannot look into " + directory, e);
        }
    }

    /** The name of the class that has its members, and a method for each block of statements. */
    String className() {
        return "Page_" + path.replaceAll("\\W", "_");
    }

    static String method(Snippet snippet) {
        return "line" + snippet.line();
    }

    /** The source of that class. */
    String source() {
        var source = new StringBuilder(Ready.IMPORTS);
        for (Snippet snippet : snippets) {
            if (snippet.kind() != Snippet.Kind.PROGRAM) {
                snippet.imports().forEach(source::append);
            }
        }
        source.append("public class ").append(className()).append(" extends io.zmq4j.examples.docs.Ready {\n");
        source.append(members);
        for (Snippet snippet : snippets) {
            switch (snippet.kind()) {
                case PROGRAM -> {}
                case MEMBERS -> source.append(snippet.body());
                case STATEMENTS ->
                    source.append("public void ")
                            .append(method(snippet))
                            .append("() throws Exception {\n")
                            .append(snippet.before())
                            .append(snippet.body())
                            .append("}\n");
            }
        }
        return source.append("}\n").toString();
    }

    @Override
    public String toString() {
        return path;
    }
}
