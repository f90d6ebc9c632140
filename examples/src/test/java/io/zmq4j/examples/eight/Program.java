package io.zmq4j.examples.eight;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** One of the eight programs, in Java or as its twin in Python, in a process of its own. */
final class Program implements AutoCloseable {
    private static final int DEADLINE_SECONDS = 20;

    /** Follows the last line; compared by identity. */
    private static final String END = new String("end of output");

    private static final Set<Process> RUNNING = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> RUNNING.forEach(Process::destroyForcibly)));
    }

    private final String name;
    private final Process process;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

    private Program(List<String> command) {
        name = String.join(" ", command.subList(command.size() - 3, command.size()));
        // A shell in the background has its children ignore Ctrl-C.
        List<String> reachable = new ArrayList<>(List.of("env", "--default-signal=INT"));
        reachable.addAll(command);
        try {
            process = new ProcessBuilder(reachable)
                    .redirectError(ProcessBuilder.Redirect.INHERIT) // what it logs is not what it says
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        RUNNING.add(process);
        var reader = new Thread(this::read, "output of " + name);
        reader.setDaemon(true);
        reader.start();
    }

    static Program java(Class<?> program, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path")));
        command.add(program.getName());
        command.addAll(List.of(arguments));
        return new Program(command);
    }

    static Program python(Class<?> program, String... arguments) {
        List<String> command = new ArrayList<>(List.of("/usr/bin/python3", "-u"));
        command.add(twin(program).toString());
        command.addAll(List.of(arguments));
        return new Program(command);
    }

    /** {@code TaskPipeline} is {@code task_pipeline.py}. */
    static Path twin(Class<?> program) {
        String file = program.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_") + ".py";
        return Path.of("python", "eight", file.toLowerCase(Locale.ROOT));
    }

    private void read() {
        try (BufferedReader output = process.inputReader()) {
            output.lines().forEach(lines::add);
        } catch (IOException | UncheckedIOException e) {
            lines.add("(its output broke: " + e.getMessage() + ")");
        } finally {
            lines.add(END);
        }
    }

    /** The next line that it prints, which must come in time. */
    @SuppressWarnings("ReferenceEquality") // END is one object, whatever a program prints
    String line() throws InterruptedException {
        String line = lines.poll(DEADLINE_SECONDS, TimeUnit.SECONDS);
        if (line == null || line == END) {
            throw new AssertionError(name + (line == null ? " prints nothing" : " has ended"));
        }
        return line;
    }

    /** So many lines. */
    List<String> lines(int count) throws InterruptedException {
        List<String> all = new ArrayList<>();
        while (all.size() < count) {
            all.add(line());
        }
        return all;
    }

    /** What it prints until it ends, which it must in time. */
    @SuppressWarnings("ReferenceEquality")
    List<String> rest() throws InterruptedException {
        List<String> all = new ArrayList<>();
        String line = lines.poll(DEADLINE_SECONDS, TimeUnit.SECONDS);
        while (line != null && line != END) {
            all.add(line);
            line = lines.poll(DEADLINE_SECONDS, TimeUnit.SECONDS);
        }
        if (line == null || !process.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError(name + " does not end; printed: " + all);
        }
        return all;
    }

    /** The code with which it ended. */
    int exitCode() {
        return process.exitValue();
    }

    /** Ctrl-C. */
    void interrupt() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-INT", String.valueOf(process.pid()))
                .start()
                .waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        RUNNING.remove(process);
    }
}
