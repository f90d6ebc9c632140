package io.zmq4j.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;

/** What the script zmq finds in a checkout after a build, with the classes under test in place of those it would build. */
record Checkout(Path directory) {
    private static final List<String> MODULES = List.of(
            "zmtp",
            "core",
            "multicast",
            "curve",
            "gssapi",
            "jeromq",
            "discovery",
            "patterns",
            "bridge",
            "bridge-kafka",
            "bridge-nats",
            "services",
            "examples",
            "demo",
            "bench",
            "view",
            "dashboard",
            "cli");

    static Checkout builtIn(Path directory) throws IOException {
        for (var module : MODULES) {
            Files.createDirectories(directory.resolve(module));
        }
        Files.copy(Path.of("..", "zmq"), directory.resolve("zmq"), StandardCopyOption.COPY_ATTRIBUTES);
        Files.createFile(directory.resolve("pom.xml"));
        var lib = Files.createDirectories(directory.resolve(".zmq/lib/bench")).getParent();
        int jars = 0;
        for (var entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            var path = Path.of(entry);
            if (path.endsWith("target/classes")) {
                pack(path, lib.resolve("classes" + ++jars + ".jar"));
            } else if (path.getFileName()
                    .toString()
                    .matches("(zmtp|zmq4j|multicast|discovery|curve|gssapi|picocli)-.*\\.jar")) {
                Files.copy(path, lib.resolve(path.getFileName()));
            }
        }
        Files.createFile(directory.resolve(".zmq/built"));
        return new Checkout(directory);
    }

    private static void pack(Path classes, Path jar) throws IOException {
        try (var files = Files.walk(classes);
                var out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(new ZipEntry(classes.relativize(file).toString()));
                Files.copy(file, out);
            }
        }
    }

    /** Runs a line of shell, in which {@code zmq} is this checkout's; stdin is empty. */
    Run shell(String line, String... environment) throws Exception {
        var out = Files.createTempFile("zmq", "out");
        var err = Files.createTempFile("zmq", "err");
        try {
            var builder = new ProcessBuilder("bash", "-c", "zmq() { \"$ZMQ\" \"$@\"; }\n" + line)
                    .redirectInput(new File("/dev/null"))
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().putAll(Map.of("JAVA_HOME", System.getProperty("java.home"), "LANG", "C.UTF-8"));
            builder.environment().put("ZMQ", directory.resolve("zmq").toString());
            for (var variable : environment) {
                var parts = variable.split("=", 2);
                builder.environment().put(parts[0], parts[1]);
            }
            var process = builder.start();
            try {
                if (!process.waitFor(60, TimeUnit.SECONDS)) {
                    throw new AssertionError("still running after 60 s: " + line);
                }
                return new Run(process.exitValue(), Files.readString(out), Files.readString(err));
            } finally {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }
}
