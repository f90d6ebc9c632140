package io.zmq4j.bench.compare;

import static java.util.stream.Collectors.joining;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Our jar with JeroMQ's API. It is on no class path but that of its roles, as its classes have the names of JeroMQ's.
 *
 * @param classes the jar, or the directory of a build
 */
record Facade(Path classes) {
    private static final Pattern JEROMQ = Pattern.compile("jeromq-[\\d.]+\\.jar");
    private static final String NAME = "jeromq";

    /** The one that belongs to these benchmarks: {@code ./zmq} has made a jar of it, a build in Maven a directory. */
    static Optional<Facade> ofThisInstallation() {
        try {
            return beside(Path.of(Facade.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI()));
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the place of a class is a URI", e);
        }
    }

    /** @param own where the benchmarks' own classes are */
    static Optional<Facade> beside(Path own) {
        if (Files.isDirectory(own)) {
            return Optional.of(own.resolve("../../../jeromq/target/classes").normalize())
                    .filter(Files::isDirectory)
                    .map(Facade::new);
        }
        File[] jars =
                own.resolve("../../" + NAME).normalize().toFile().listFiles((directory, name) -> name.endsWith(".jar"));
        return jars == null || jars.length == 0 ? Optional.empty() : Optional.of(new Facade(jars[0].toPath()));
    }

    /** The class path with this where JeroMQ's jar is. */
    String inPlaceOfJeroMq(String classPath) {
        return Stream.of(classPath.split(File.pathSeparator, -1))
                .map(entry -> JEROMQ.matcher(new File(entry).getName()).matches() ? classes.toString() : entry)
                .collect(joining(File.pathSeparator));
    }
}
