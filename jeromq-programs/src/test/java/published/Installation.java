package published;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a published program runs on; all else on its class path is the same. It is ours; {@code -Djar=JEROMQ} shows what the same
 * program does on JeroMQ's jar.
 */
enum Installation {
    JEROMQ,
    OURS;

    static Installation ofThisRun() {
        return valueOf(System.getProperty("jar", "OURS"));
    }

    /** The command that runs a class of these tests. */
    List<String> java(Class<?> main) {
        var entries = new ArrayList<>(this == JEROMQ ? theirs() : ours());
        // As it was before Surefire put it into the manifest of a jar.
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(entry -> !theirs().contains(entry))
                .forEach(entries::add);
        return List.of(
                System.getProperty("java.home") + "/bin/java",
                "-ea",
                "-cp",
                entries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)),
                main.getName());
    }

    private static List<Path> theirs() {
        try {
            return List.of(
                    home(org.zeromq.ZMQ.class), home(Class.forName("com.neilalexander.jnacl.crypto.curve25519")));
        } catch (ClassNotFoundException absent) {
            throw new IllegalStateException("JeroMQ's cipher is not on the class path", absent);
        }
    }

    private static List<Path> ours() {
        List<Path> directories = Stream.of(System.getProperty("programs.ours").split(":"))
                .map(directory -> Path.of(directory).normalize())
                .toList();
        directories.forEach(directory -> {
            if (!Files.isDirectory(directory)) {
                throw new IllegalStateException("Build the modules first: there is no " + directory);
            }
        });
        return directories;
    }

    private static Path home(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
