package io.zmq4j.consumers;

import static java.util.stream.Collectors.joining;

import java.io.File;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The local repository that zmq4j was installed into for the tests. */
final class Repository {
    static final Path PLACE = Path.of(System.getProperty("consumers.repository"));
    static final String VERSION = System.getProperty("consumers.version");

    /** The libraries that need the JDK and each other alone, by artifact. Whoever uses the first gets the second with it. */
    static final List<String> PURE_LIBRARIES = List.of(
            "zmq4j", "zmtp", "curve", "jeromq", "gssapi", "multicast", "logging", "discovery", "patterns", "bridge");

    /** All libraries that are modules. */
    static final List<String> LIBRARIES = Stream.concat(
                    PURE_LIBRARIES.stream(), Stream.of("kotlin", "jackson", "micrometer", "zmq4j-test"))
            .toList();

    /** What is published: those, and what is an automatic module, as the libraries of Spring, Kafka and NATS are. */
    static final List<String> PUBLISHED = Stream.concat(
                    LIBRARIES.stream(),
                    Stream.of(
                            "bridge-kafka",
                            "bridge-nats",
                            "zmq4j-spring-boot",
                            "zmq4j-spring-boot-starter",
                            "zmq4j-spring-boot-starter-test"))
            .toList();

    private Repository() {}

    static Path jar(String artifact) {
        return file(artifact, "jar");
    }

    static Path pom(String artifact) {
        return file(artifact, "pom");
    }

    /** The jars of these artifacts, as a class path or module path. */
    static String path(String... artifacts) {
        return Stream.of(artifacts).map(Repository::jar).map(Path::toString).collect(joining(File.pathSeparator));
    }

    /** What the artifact's module is called: that in place of JeroMQ's jar has the name of JeroMQ's. */
    static String module(String artifact) {
        return switch (artifact) {
            case "zmq4j" -> "io.zmq4j";
            case "jeromq" -> "org.zeromq.jeromq";
            default -> "io.zmq4j." + artifact.replace("zmq4j-", "").replace('-', '.');
        };
    }

    /** The module descriptor in the artifact's jar. */
    static ModuleDescriptor descriptor(String artifact) {
        return ModuleFinder.of(jar(artifact)).findAll().stream()
                .map(ModuleReference::descriptor)
                .findFirst()
                .orElseThrow();
    }

    private static Path file(String artifact, String type) {
        return PLACE.resolve(Path.of("io", "zmq4j", artifact, VERSION, artifact + "-" + VERSION + "." + type));
    }
}
