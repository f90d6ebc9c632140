package io.zmq4j.consumers;

import static java.util.function.Predicate.not;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

/** A JDK: the one that runs the tests, or another one beside it that users may have as well. */
record Jdk(Path home, int feature) {
    private static final int OLDEST = 17;

    /** The JDK of the tests. */
    static Jdk own() {
        return of(Path.of(System.getProperty("java.home")));
    }

    /** The JDK of the tests, and one of each other feature release that is installed beside it. */
    static List<Jdk> installed() throws IOException {
        List<Jdk> found = new ArrayList<>(List.of(own()));
        try (Stream<Path> neighbours = Files.list(own().home.toRealPath().getParent())) {
            neighbours.filter(Jdk::isComplete).map(Jdk::of).forEach(jdk -> {
                if (jdk.feature >= OLDEST && found.stream().noneMatch(other -> other.feature == jdk.feature)) {
                    found.add(jdk);
                }
            });
        }
        return found;
    }

    /** What the tool prints; it succeeds. */
    String run(Path directory, String tool, String... arguments) throws Exception {
        var command = new ArrayList<>(List.of(home.resolve("bin").resolve(tool).toString()));
        command.addAll(List.of(arguments));
        return Command.run(Map.of(), directory, command.toArray(String[]::new));
    }

    private static boolean isComplete(Path home) {
        return Stream.of("bin/java", "bin/javac", "bin/jlink", "release")
                .map(home::resolve)
                .noneMatch(not(Files::exists));
    }

    private static Jdk of(Path home) {
        var release = new Properties();
        try (var in = Files.newInputStream(home.resolve("release"))) {
            release.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String version = release.getProperty("JAVA_VERSION").replace("\"", "");
        return new Jdk(home, Runtime.Version.parse(version).feature());
    }

    @Override
    public String toString() {
        return "JDK " + feature;
    }
}
