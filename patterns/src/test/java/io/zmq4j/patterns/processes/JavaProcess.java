package io.zmq4j.patterns.processes;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A program of the tests' class path in a JVM of its own. It talks in lines: what it had printed when it was killed is still read. It ends
 * when its standard input does, if it waits for that, so that none outlives its parent.
 */
public final class JavaProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Process process;
    private final Thread reader;

    /** @param onLine is told of each line that it prints, by a thread of its own */
    public JavaProcess(Class<?> program, List<String> arguments, Consumer<String> onLine) {
        List<String> command = new ArrayList<>(List.of(
                System.getProperty("java.home") + "/bin/java",
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                classPath(),
                program.getName()));
        command.addAll(arguments);
        try {
            process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        reader = new Thread(() -> read(onLine), "lines of " + program.getSimpleName());
        reader.setDaemon(true);
        reader.start();
    }

    /** What this JVM has, whether its tests run as a module or not. */
    public static String classPath() {
        return String.join(
                File.pathSeparator,
                "target/test-classes",
                System.getProperty("jdk.module.path", ""),
                System.getProperty("java.class.path"));
    }

    private void read(Consumer<String> onLine) {
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            lines.lines().forEach(onLine);
        } catch (IOException | UncheckedIOException e) {
            // It was killed in the middle of a line.
        }
    }

    /** Gives it a line of input. */
    public void say(String line) {
        try {
            process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException("the program does not listen", e);
        }
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** SIGKILL; returns when it is gone and everything that it had printed was told. */
    public void kill() {
        // Not by the process: that would close its output, and what was not read yet would be lost.
        process.toHandle().destroyForcibly();
        try {
            if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError("the program survives SIGKILL");
            }
            reader.join(PATIENCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        kill();
    }
}
