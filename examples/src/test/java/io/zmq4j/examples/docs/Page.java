package io.zmq4j.examples.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page of the documentation, as far as it is Java.
 *
 * @param path from the root of the project
 * @param members members that the reader does not see, for all blocks of the page
 * @param snippets its blocks
 */
record Page(String path, String members, List<Snippet> snippets) {
    static final Path ROOT = Path.of("..");

    private static final Pattern BLOCK = Pattern.compile(
            "^<!-- (?<hidden>members|first)\\n(?<unseen>.*?)^-->$|^```java(?<info>.*?)\\n(?<seen>.*?)^```$",
            Pattern.DOTALL | Pattern.MULTILINE);

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
        return new Page(ROOT.relativize(file).toString(), members.toString(), snippets);
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
