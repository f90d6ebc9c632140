package io.zmq4j.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Knows how to start an example in either language: Java in a JVM like this one, with its class path and {@code -X} flags
 * (among them the shared class archive, without which a JVM takes three times as long to start), Python from the scripts that
 * travel beside the classes.
 */
final class Programs {
    private static final List<String> PYTHONS = List.of("/usr/bin/python3", "python3");

    private final Path scripts;
    private final @Nullable String python;

    /** @param scripts an empty directory, for the Python scripts */
    Programs(Path scripts) {
        this.scripts = scripts;
        python = PYTHONS.stream()
                .filter(each -> succeeds(each, "import zmq"))
                .findFirst()
                .orElse(null);
    }

    /** Whether there is a Python that has pyzmq. */
    boolean hasPython() {
        return python != null;
    }

    /** Whether its libzmq knows multicast. */
    boolean hasMulticast() {
        return python != null && succeeds(python, "import sys, zmq; sys.exit(not zmq.has('pgm'))");
    }

    /** The command that runs this program; in Java if there is no Python for it. */
    List<String> command(Language language, Class<?> program, Object... arguments) {
        var command = new ArrayList<String>();
        if (language == Language.PYTHON && python != null) {
            command.addAll(List.of(python, "-u", script("child.py", "child.py").toString()));
            command.add(String.valueOf(ProcessHandle.current().pid()));
            command.add(twin(program).toString());
        } else {
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.add("-XX:TieredStopAtLevel=1");
            // Its output is a scenario's.
            command.add("-Dio.zmq4j.warnings=false");
            ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                    .filter(flag ->
                            (flag.startsWith("-X") && !flag.contains("Archive")) || flag.contains("SharedArchiveFile"))
                    .forEach(command::add);
            command.addAll(List.of("-cp", System.getProperty("java.class.path")));
            command.addAll(List.of(ChildJvm.class.getName(), program.getName()));
        }
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        return command;
    }

    /** {@code io.zmq4j.examples.hello.HelloServer} is {@code python/hello/hello_server.py}. */
    private Path twin(Class<?> program) {
        String folder = program.getPackageName();
        String file =
                program.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT) + ".py";
        String name = folder.substring(folder.lastIndexOf('.') + 1) + "/" + file;
        return script("/python/" + name, name);
    }

    private Path script(String resource, String name) {
        Path file = scripts.resolve(name);
        try (InputStream content = Programs.class.getResourceAsStream(resource)) {
            if (content == null) {
                throw new IllegalStateException("no " + resource + " on the class path: is the examples' jar there?");
            }
            if (Files.notExists(file)) {
                Files.createDirectories(file.resolveSibling(""));
                Files.copy(content, file);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean succeeds(String python, String program) {
        try {
            Process probe = new ProcessBuilder(python, "-c", program)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            boolean answered = probe.waitFor(10, TimeUnit.SECONDS);
            probe.destroyForcibly();
            return answered && probe.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
