package io.zmq4j.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
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

    MulticastStation(List<String> command) {
        this.command = command;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var reader = new Thread(this::read, "lines of a station");
        reader.setDaemon(true);
        reader.start();
    }

    private void read() {
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                // libzmq's about loopback.
                if (!line.startsWith("Warn: Interface")) {
                    lines.add(line);
                }
            }
        } catch (IOException e) {
            // It was killed.
        }
        lines.add("(ended)");
    }

    /** The next line; it must come. */
    String next() {
        try {
            String line = lines.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(line).as("line of %s", command).isNotNull();
            return line;
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }

    /** Waits until a receiver in Java has got this number, a multiple of a hundred, or one behind it. */
    void awaitReached(int number) {
        String line = next();
        while (!line.equals(REACHED + number)) {
            assertThat(line).startsWith(REACHED);
            line = next();
        }
    }

    /** Insists on the next line. */
    void expect(String line) {
        assertThat(next()).as("line of %s", command).isEqualTo(line);
    }

    /** The next line, which is {@code name=number name=number …}. */
    Map<String, Long> numbers() {
        String line = next();
        while (line.startsWith(REACHED)) {
            line = next();
        }
        assertThat(line).contains("=");
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
}
