package io.zmq4j.services.bridge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program of these tests in a JVM of its own, which can be killed, and is started again when it is not there. */
final class Participant implements AutoCloseable {
    private static final int LAST_LINES = 10;

    private final List<String> command;
    private final Path output;
    private Process process;

    Participant(Path folder, Class<?> main, String... arguments) {
        command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dio.zmq4j.warnings=false",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                ParentWatch.class.getName(),
                main.getName()));
        command.addAll(List.of(arguments));
        output = folder.resolve(main.getSimpleName() + "-" + Integer.toHexString(command.hashCode()) + ".out");
        process = launch();
    }

    private Process launch() {
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Its name, whether it runs, and the end of what it and those before it have said. */
    String lastWords() throws IOException {
        List<String> lines = Files.readAllLines(output);
        return output.getFileName()
                + (isAlive() ? " runs: " : " has ended: ")
                + lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size());
    }

    /** As a supervisor does with a service that has ended. */
    void ensure() {
        if (!process.isAlive()) {
            process = launch();
        }
    }

    /** Ends it as SIGKILL does. */
    void kill() {
        process.destroyForcibly();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                throw new AssertionError("survived SIGKILL for 10 seconds");
            }
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }

    @Override
    public void close() {
        kill();
    }
}
