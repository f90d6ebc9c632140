package io.zmq4j.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** A program at work in a process of its own, and every line it has printed. Safe for any thread. */
final class Actor {
    private final String name;
    private final Process process;
    private final Thread reader;
    private final List<String> lines = new ArrayList<>();

    /** @param onLine told each line once it is in {@link #lines}, by the thread that reads them */
    Actor(String name, List<String> command, Consumer<String> onLine) {
        this.name = name;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be started: " + e.getMessage(), e);
        }
        reader = new Thread(() -> read(onLine), "lines of " + name);
        reader.setDaemon(true);
        reader.start();
    }

    private void read(Consumer<String> onLine) {
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                synchronized (lines) {
                    lines.add(line);
                }
                onLine.accept(line);
            }
        } catch (IOException e) {
            // The process was killed while it printed: what it said before is what counts.
        }
    }

    String name() {
        return name;
    }

    /** All lines so far, standard error among them. */
    List<String> lines() {
        synchronized (lines) {
            return List.copyOf(lines);
        }
    }

    /** The number of lines so far that are like this. */
    long count(Predicate<String> like) {
        synchronized (lines) {
            return lines.stream().filter(like).count();
        }
    }

    boolean printed(Predicate<String> like) {
        return count(like) > 0;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Whether it ended by itself and without an error; all it printed is in {@link #lines} then. */
    boolean hasEndedWell() {
        return !process.isAlive() && process.exitValue() == 0 && !reader.isAlive();
    }

    /** Types a line at its standard input. */
    void tell(String line) {
        try {
            process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
        } catch (IOException e) {
            throw new NotSeenException(name + " does not listen any more");
        }
    }

    /** SIGKILL: it has no chance to say goodbye. Returns when it is gone and all it printed is in {@link #lines}. */
    void kill() {
        process.toHandle().destroyForcibly(); // Process.destroyForcibly would throw away what it printed last
        awaitEnd(10);
    }

    /** SIGTERM, and SIGKILL if that does not help within five seconds. */
    void stop() {
        process.toHandle().destroy();
        if (!awaitEnd(5)) {
            kill();
            throw new NotSeenException(name + " does not end on SIGTERM");
        }
    }

    private boolean awaitEnd(long seconds) {
        try {
            if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
                return false;
            }
            reader.join(TimeUnit.SECONDS.toMillis(seconds));
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
