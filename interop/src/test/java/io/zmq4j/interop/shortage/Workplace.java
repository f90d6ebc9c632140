package io.zmq4j.interop.shortage;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A folder that any user may read and write, with the class path in jars: a JVM that runs as another user must find its classes,
 * and one without descriptors could not open them one by one.
 */
final class Workplace implements AutoCloseable {
    private final Path folder;
    private final String classPath;

    Workplace() throws IOException {
        folder = Files.createTempDirectory("zs");
        open(folder);
        List<String> jars = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path original = Path.of(entry);
            Path copy = folder.resolve(jars.size() + ".jar");
            if (Files.isDirectory(original)) {
                pack(original, copy);
            } else if (Files.exists(original)) {
                Files.copy(original, copy);
            } else {
                continue;
            }
            Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rw-r--r--"));
            jars.add(copy.toString());
        }
        classPath = String.join(File.pathSeparator, jars);
    }

    private static void pack(Path directory, Path jar) throws IOException {
        try (OutputStream file = Files.newOutputStream(jar);
                var zip = new ZipOutputStream(file);
                Stream<Path> found = Files.walk(directory)) {
            for (Path each : found.filter(Files::isRegularFile).toList()) {
                zip.putNextEntry(new ZipEntry(directory.relativize(each).toString()));
                Files.copy(each, zip);
                zip.closeEntry();
            }
        }
    }

    /** Lets everybody in. */
    static void open(Path path) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxrwxrwx"));
    }

    String classPath() {
        return classPath;
    }

    /** A new folder that everybody may read and write. */
    Path newFolder() throws IOException {
        Path made = Files.createTempDirectory(folder, "r");
        open(made);
        return made;
    }

    @Override
    public void close() {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
