package io.zmq4j.bench.role;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Another process with this one's JVM, its options and its class path; what it prints is read here. It is ended with this. */
final class AnotherJvm implements AutoCloseable {
    private final String name;
    private final Process process;
    private final BufferedReader lines;

    /** @param main whose {@code main} it runs */
    AnotherJvm(Class<?> main, String... arguments) {
        name = main.getSimpleName();
        var command = new ArrayList<String>();
        command.add(System.getProperty("java.home") + "/bin/java");
        // An agent, such as a debugger's, has its port already.
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> option.startsWith("-X"))
                .forEach(command::add);
        command.add("-Dio.zmq4j.warnings=false");
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        try {
            process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + name + ": " + e.getMessage(), e);
        }
        lines = process.inputReader(StandardCharsets.UTF_8);
    }

    /** The next line that it prints. */
    String line() {
        try {
            var line = lines.readLine();
            if (line == null) {
                throw new RunFailedException(name + " ended too early");
            }
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot hear " + name + ": " + e.getMessage(), e);
        }
    }

    /** Waits until it prints this. */
    void expect(String line) {
        var next = line();
        if (!line.equals(next)) {
            throw new RunFailedException("%s said %s instead of %s".formatted(name, next, line));
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
