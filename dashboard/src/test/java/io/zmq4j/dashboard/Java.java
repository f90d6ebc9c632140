package io.zmq4j.dashboard;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A JVM that runs a class of these tests. */
final class Java implements AutoCloseable {
    private final Process process;
    private final BufferedReader lines;

    Java(Class<?> main, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                main.getName()));
        command.addAll(List.of(arguments));
        process = new ProcessBuilder(command).redirectErrorStream(true).start();
        lines = process.inputReader();
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** The next that it prints; the test ends if it prints nothing. */
    String line() throws IOException {
        return String.valueOf(lines.readLine());
    }

    /** What it prints until it ends. */
    String rest() throws IOException {
        var rest = new StringBuilder();
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            rest.append(line).append('\n');
        }
        return rest.toString();
    }

    /** Asks it to end, as Ctrl-C does, and waits until it has. */
    void end() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            throw new AssertionError("still running");
        }
    }

    int exitCode() throws InterruptedException {
        process.waitFor(20, TimeUnit.SECONDS);
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
