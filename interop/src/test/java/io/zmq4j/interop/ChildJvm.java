package io.zmq4j.interop;

import static org.assertj.core.api.Assertions.fail;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A Java program of these tests in a process of its own, to run short of something. It talks in lines. */
final class ChildJvm implements AutoCloseable {
    private final Process process;
    private final BufferedWriter input;
    private final BlockingQueue<String> output = new LinkedBlockingQueue<>();
    private final List<String> seen = new ArrayList<>();

    /**
     * Starts a program.
     *
     * @param limit what the shell says before, such as {@code ulimit -n 64}
     * @param heap the most heap, such as {@code 64m}
     */
    ChildJvm(Class<?> program, String limit, String heap) {
        String java = System.getProperty("java.home") + "/bin/java";
        try {
            process = new ProcessBuilder(
                            "/bin/bash",
                            "-c",
                            // A signal that this process ignores would be ignored by the child as well.
                            limit + " && exec env --default-signal=INT,TERM \"$0\" \"$@\"",
                            java,
                            "-Xmx" + heap,
                            "-XX:TieredStopAtLevel=1",
                            "-Dio.zmq4j.warnings=false",
                            "-cp",
                            System.getProperty("java.class.path"),
                            program.getName())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        input = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
        var reader = new Thread(this::read, "child's output");
        reader.setDaemon(true);
        reader.start();
    }

    private void read() {
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            lines.lines().forEach(output::add);
        } catch (IOException | UncheckedIOException e) {
            output.add("(output broke: " + e.getMessage() + ")");
        }
    }

    /** Tells the program something. */
    void say(String line) {
        try {
            input.write(line);
            input.newLine();
            input.flush();
        } catch (IOException e) {
            throw new AssertionError("the child does not listen; it said " + seen, e);
        }
    }

    /** Waits for a line that starts like this, and gives the rest. */
    String await(String start) {
        long deadline = System.nanoTime() + Rig.PATIENCE.toNanos();
        while (true) {
            String line = next(deadline - System.nanoTime());
            seen.add(line);
            if (line.startsWith(start)) {
                return line.substring(start.length()).trim();
            }
        }
    }

    private String next(long nanos) {
        try {
            String line = output.poll(nanos, TimeUnit.NANOSECONDS);
            return line != null ? line : fail("the child said only " + seen);
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }

    /** Waits for the program's own end, which must be a good one. */
    void awaitEnd() {
        try {
            if (!process.waitFor(Rig.PATIENCE.toMillis(), TimeUnit.MILLISECONDS) || process.exitValue() != 0) {
                fail("the child did not end well; it said " + seen + output);
            }
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }

    /** Sends the program a signal, such as {@code TERM}. */
    void signal(String name) {
        try {
            new ProcessBuilder("/bin/bash", "-c", "kill -" + name + " " + process.pid())
                    .inheritIO()
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for the program's end, and gives its exit code. */
    int awaitExit() {
        try {
            if (!process.waitFor(Rig.PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                fail("the child does not end; it said " + seen + output);
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
