package io.zmq4j.bench.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The processes of one run. None of them outlives it. */
final class Ends implements AutoCloseable {
    private record End(String role, Process process, Path out, Path err) {}

    private final Path directory;
    private final List<End> ends = new ArrayList<>();

    /** Read and written under the lock of this object: a shutdown of the JVM closes from another thread. */
    private boolean closed;

    /** @param directory where their output goes */
    Ends(Path directory) {
        this.directory = directory;
    }

    synchronized void start(String role, List<String> command) throws IOException {
        if (closed) {
            throw new IOException("ended while " + role + " was to be started");
        }
        var out = directory.resolve(role + ".out");
        var err = directory.resolve(role + ".err");
        var process = new ProcessBuilder(command)
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        ends.add(new End(role, process, out, err));
    }

    /** Waits until all have ended well, or one has not: the others would wait for it in vain. */
    Outcome await(long limitNanos) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + limitNanos;
        var running = new ArrayList<>(ends);
        while (!running.isEmpty()) {
            var exits = running.stream().map(end -> end.process().onExit()).toArray(CompletableFuture<?>[]::new);
            try {
                CompletableFuture.anyOf(exits).get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                return new Outcome.Failed("not done after " + TimeUnit.NANOSECONDS.toSeconds(limitNanos) + " s: "
                        + String.join(", ", running.stream().map(End::role).toList()));
            } catch (ExecutionException e) {
                throw new IllegalStateException("the exit of a process cannot fail", e);
            }
            for (var end : List.copyOf(running)) {
                if (!end.process().isAlive()) {
                    running.remove(end);
                    if (end.process().exitValue() != 0) {
                        return new Outcome.Failed(failure(end));
                    }
                }
            }
        }
        return new Outcome.Played(Figures.parse(outputs()));
    }

    @Override
    public synchronized void close() {
        closed = true;
        for (var end : ends) {
            // A role may have started another process.
            end.process().descendants().forEach(ProcessHandle::destroyForcibly);
            end.process().destroyForcibly();
        }
    }

    private Map<String, String> outputs() throws IOException {
        var outputs = new HashMap<String, String>();
        for (var end : ends) {
            outputs.put(end.role(), Files.readString(end.out()));
        }
        return outputs;
    }

    private static String failure(End end) throws IOException {
        var said = Files.readAllLines(end.err());
        return end.role() + " ended with exit status " + end.process().exitValue()
                + (said.isEmpty() ? "" : ": " + said.get(said.size() - 1));
    }
}
