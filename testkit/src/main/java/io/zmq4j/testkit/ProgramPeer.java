package io.zmq4j.testkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A program in another language at the other end, in a process of its own. It prints lines to say how far it is and reads lines
 * to be told to go on.
 */
public abstract sealed class ProgramPeer implements AutoCloseable permits PythonPeer, NodePeer {
    /** Follows the last line in {@link #lines}; compared by identity. */
    private static final String END = new String("end of output");

    private static final Set<Process> RUNNING = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> RUNNING.forEach(Process::destroyForcibly), "end program peers"));
    }

    private final String language;
    private final Process process;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> complaints = new LinkedBlockingQueue<>();
    private final Thread complaintsReader;

    /**
     * @param language for complaints
     * @param directory where it runs; null for where this one runs
     */
    ProgramPeer(String language, List<String> command, @Nullable Path directory) {
        this.language = language;
        try {
            process = new ProcessBuilder(command)
                    .directory(directory == null ? null : directory.toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        RUNNING.add(process);
        follow("stdout", process.getInputStream(), lines::add, () -> lines.add(END));
        complaintsReader = follow("stderr", process.getErrorStream(), complaints::add, () -> {});
    }

    /** Insists on the next line of output being this one, in time. */
    public void expectLine(String expected, Duration timeout) {
        String line = nextLine(timeout);
        if (!line.equals(expected)) {
            throw failure("expected the line \"" + expected + "\", got \"" + line + "\"");
        }
    }

    /** The next line of output, which must come in time. */
    @SuppressWarnings("ReferenceEquality") // END is one object, whatever a program prints
    public String nextLine(Duration timeout) {
        String line;
        try {
            line = lines.poll(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure("interrupted while waiting for a line");
        }
        if (line == null) {
            throw failure("no line within " + timeout);
        }
        if (line == END) {
            lines.add(END);
            awaitExit(timeout);
            throw failure("the program ended instead of printing a line");
        }
        return line;
    }

    /** Gives the program a line of input. */
    public void sendLine(String line) {
        try {
            var input = process.getOutputStream();
            input.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            input.flush();
        } catch (IOException e) {
            throw failure("the program takes no input: " + e.getMessage());
        }
    }

    /** Insists on the program ending by itself in time, with exit code 0. */
    public void expectExit(Duration timeout) {
        if (!awaitExit(timeout)) {
            throw failure("still running after " + timeout);
        }
        if (process.exitValue() != 0) {
            throw failure("expected exit code 0");
        }
    }

    /** Ends the program as SIGKILL does, without a chance to say goodbye; returns when it is gone. */
    public void kill() {
        process.destroyForcibly();
        if (!awaitExit(Duration.ofSeconds(5))) {
            throw failure("survived SIGKILL for 5 seconds");
        }
        RUNNING.remove(process);
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        kill();
    }

    private boolean awaitExit(Duration timeout) {
        try {
            return process.waitFor(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure("interrupted while waiting for the end");
        }
    }

    private AssertionError failure(String what) {
        String state = "still running";
        if (!process.isAlive()) {
            state = "exit code " + process.exitValue();
            try {
                complaintsReader.join(1000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        return new AssertionError(
                language + ": " + what + " (" + state + "); stderr:\n" + String.join("\n", complaints));
    }

    private static Thread follow(String name, InputStream stream, Consumer<String> eachLine, Runnable atEnd) {
        var thread = new Thread(
                () -> {
                    try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                            eachLine.accept(line);
                        }
                    } catch (IOException e) {
                        eachLine.accept("(" + name + " broke: " + e.getMessage() + ")");
                    } finally {
                        atEnd.run();
                    }
                },
                "python " + name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
