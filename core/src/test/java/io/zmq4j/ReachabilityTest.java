package io.zmq4j;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What the sources look up by name, a native image has: the jar's metadata lists it. Services need no line, as native-image
 * finds those of a {@link java.util.ServiceLoader} itself.
 */
class ReachabilityTest {
    private static final String METADATA = "/META-INF/native-image/io.zmq4j/zmq4j/reachability-metadata.json";
    private static final Path SOURCES = Path.of("src", "main", "java");

    private static final Pattern FIELD = Pattern.compile("\\bfindVarHandle\\(\\s*([\\w.]+)\\.class,\\s*\"(\\w+)\"");
    private static final Pattern METHOD = Pattern.compile("\\bfind(?:Virtual|Static)\\(\\s*([\\w.]+)\\.class,"
            + "\\s*\"(\\w+)\",\\s*MethodType\\.methodType\\(\\w+\\.class(?:, (\\w+)\\.class)?\\)\\)");

    private static final Pattern RESOURCE = Pattern.compile("\\.class\\.getResourceAsStream\\(\"([^\"/]+)\"\\)");

    /** Whatever finds something by its name. */
    private static final Pattern LOOKUP =
            Pattern.compile("\\bfind(?:Static)?VarHandle\\(|\\bfind(?:Virtual|Static|Special|Constructor|Class)\\("
                    + "|\\bfind(?:Static)?[GS]etter\\(|\\bClass\\.forName\\(|\\.loadClass\\(|\\.getDeclared[A-Z]\\w*\\("
                    + "|\\.get(?:Method|Field|Constructor)s?\\(|\\.newUpdater\\(|\\.getResource\\w*\\("
                    + "|\\bProxy\\.newProxyInstance\\(|\\bResourceBundle\\.");

    /** A member of a class, as JSON. */
    record Member(String type, String kind, String json) {}

    @Test
    void theMetadataListsWhatIsLookedUp() throws IOException {
        try (var in = Context.class.getResourceAsStream(METADATA)) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .as("src/main/resources%s", METADATA)
                    .isEqualTo(metadata());
        }
    }

    @Test
    void nothingIsLookedUpInAnotherWay() throws IOException {
        List<String> lookups = new ArrayList<>();
        for (String module : List.of("zmtp", "core", "curve", "gssapi", "multicast", "discovery")) {
            for (Path source : sources(Path.of("..", module).resolve(SOURCES))) {
                LOOKUP.matcher(Files.readString(source)).results().forEach(lookup -> lookups.add(source.toString()));
            }
        }
        assertThat(lookups).hasSize(members().size() + resources().size());
    }

    private static String metadata() throws IOException {
        var types = new TreeMap<String, TreeMap<String, Set<String>>>();
        members()
                .forEach(member -> types.computeIfAbsent(member.type(), type -> new TreeMap<>())
                        .computeIfAbsent(member.kind(), kind -> new TreeSet<>())
                        .add(member.json()));
        return types.entrySet().stream()
                        .map(type -> "    {\"type\": \"" + type.getKey() + "\", " + joined(type.getValue()) + "}")
                        .collect(joining(",\n", "{\n  \"reflection\": [\n", "\n  ],\n"))
                + resources().stream()
                        .map(resource -> "    {\"glob\": \"" + resource + "\"}")
                        .collect(joining(",\n", "  \"resources\": [\n", "\n  ]\n}\n"));
    }

    /** Files that lie beside the classes that read them. */
    private static Set<String> resources() throws IOException {
        var resources = new TreeSet<String>();
        for (Path source : sources(SOURCES)) {
            String place = SOURCES.relativize(source.getParent()).toString().replace('\\', '/');
            RESOURCE.matcher(read(source)).results().forEach(found -> resources.add(place + "/" + found.group(1)));
        }
        return resources;
    }

    private static String joined(TreeMap<String, Set<String>> kinds) {
        return kinds.entrySet().stream()
                .map(kind -> "\"" + kind.getKey() + "\": [" + String.join(", ", kind.getValue()) + "]")
                .collect(joining(", "));
    }

    private static Set<Member> members() throws IOException {
        return sources(SOURCES).stream().flatMap(ReachabilityTest::members).collect(toSet());
    }

    private static Stream<Member> members(Path source) {
        String text = read(source);
        return Stream.concat(
                FIELD.matcher(text)
                        .results()
                        .map(field -> new Member(type(source, field), "fields", "{\"name\": \"" + name(field) + "\"}")),
                METHOD.matcher(text)
                        .results()
                        .map(method -> new Member(
                                type(source, method),
                                "methods",
                                "{\"name\": \"" + name(method) + "\", \"parameterTypes\": [" + parameter(method)
                                        + "]}")));
    }

    /** A method has one parameter at most, of a type of java.lang. */
    private static String parameter(MatchResult method) {
        return method.group(3) == null ? "" : "\"java.lang." + method.group(3) + "\"";
    }

    private static String name(MatchResult lookup) {
        return lookup.group(2);
    }

    /** The binary name of a class that a source names: beside its own, within it, or of java.lang. */
    private static String type(Path source, MatchResult lookup) {
        String named = lookup.group(1).replace('.', '$');
        String own = SOURCES.relativize(source)
                .toString()
                .replaceFirst("\\.java$", "")
                .replace('/', '.');
        return Stream.of(own.substring(0, own.lastIndexOf('.') + 1) + named, own + "$" + named, "java.lang." + named)
                .filter(ReachabilityTest::isThere)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isThere(String type) {
        try {
            Class.forName(type, false, Context.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    private static List<Path> sources(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private static String read(Path source) {
        try {
            return Files.readString(source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
