package io.zmq4j.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A program at a host of a network, that is told and tells by lines. */
final class MulticastStation {
    private static final long PATIENCE_SECONDS = 120;

    /** How a line begins that says how far a receiver is. */
    static final String REACHED = "reached ";

    private final List<String> command;
    private final Process process;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    /** What it said on standard error: OpenPGM's warnings, and why it failed if it did. */
    private final Queue<String> errors = new ConcurrentLinkedQueue<>();

    MulticastStation(List<String> command) {
        this.command = command;
        try {
            process = new ProcessBuilder(command).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        startReader(process.getInputStream(), lines);
        startReader(process.getErrorStream(), errors);
    }

    private static void startReader(InputStream from, Queue<String> to) {
        var reader = new Thread(() -> read(from, to), "lines of a station");
        reader.setDaemon(true);
        reader.start();
    }

    private static void read(InputStream from, Queue<String> to) {
        try (var input = new BufferedReader(new InputStreamReader(from, StandardCharsets.UTF_8))) {
            for (String line = input.readLine(); line != null; line = input.readLine()) {
                to.add(line);
            }
        } catch (IOException e) {
            // It was killed.
        }
        to.add("(ended)");
    }

    /** The next line; it must come. */
    String next() {
        try {
            String line = lines.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(line).as("%s", this).isNotNull();
            return line;
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }

    /** Waits until a receiver in Java has got this number, a multiple of a hundred, or one behind it. */
    void awaitReached(int number) {
        String line = next();
        while (!line.equals(REACHED + number)) {
            assertThat(line).as("%s", this).startsWith(REACHED);
            line = next();
        }
    }

    /** Insists on the next line. */
    void expect(String line) {
        assertThat(next()).as("%s", this).isEqualTo(line);
    }

    /** The next line, which is {@code name=number name=number …}. */
    Map<String, Long> numbers() {
        String line = next();
        while (line.startsWith(REACHED)) {
            line = next();
        }
        assertThat(line).as("%s", this).contains("=");
        return Stream.of(line.split(" "))
                .map(each -> each.split("="))
                .collect(Collectors.toMap(each -> each[0], each -> Long.valueOf(each[1])));
    }

    void tell(String line) {
        try {
            process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SIGSTOP, SIGCONT. */
    void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }

    void kill() {
        process.destroyForcibly();
        try {
            process.waitFor(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** For the message of a failed assertion: whose line it is, and what went wrong there. */
    @Override
    public String toString() {
        return "line of " + command + ", which said on standard error " + errors;
    }
}
