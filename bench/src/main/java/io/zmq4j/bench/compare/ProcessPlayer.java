package io.zmq4j.bench.compare;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Plays with real processes, which are ended when this one is. */
final class ProcessPlayer implements Player, AutoCloseable {
    /** The roles give up themselves before, and can say what is missing. */
    private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(60);

    private final Path directory;
    private final Endpoints endpoints;
    private final KeyFiles keys;
    private final Cores cores;
    private final boolean pins;

    /** Of the run under way: the shutdown hook ends it. */
    private final AtomicReference<@Nullable Ends> playing = new AtomicReference<>();

    private final Thread hook = new Thread(this::endRun, "end-of-benchmarks");

    /**
     * @param directory for sockets, keys and output
     * @param pins whether there is taskset; without it everything runs anywhere
     */
    ProcessPlayer(Path directory, Cores cores, boolean pins) throws IOException {
        this.directory = directory;
        this.endpoints = new Endpoints(directory);
        this.keys = KeyFiles.make(directory.resolve("keys"));
        this.cores = cores;
        this.pins = pins;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    @Override
    public Outcome play(Contestant contestant, Row row, Counts counts) throws IOException, InterruptedException {
        var parts = row.ends(endpoints.next(row.transport()), keys, counts);
        try (var ends = new Ends(directory)) {
            playing.set(ends);
            for (int i = 0; i < parts.size(); i++) {
                var onCores = row.placement().cores(cores, i, parts.size());
                ends.start(parts.get(i).role(), command(contestant.command(row), parts.get(i), onCores));
            }
            return ends.await(LIMIT_NANOS);
        } finally {
            playing.set(null);
        }
    }

    @Override
    public void close() {
        endRun();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The JVM is shutting down: the hook runs already, and there is nothing to take away.
        }
    }

    private void endRun() {
        var ends = playing.get();
        if (ends != null) {
            ends.close();
        }
    }

    private List<String> command(List<String> start, Part part, String onCores) {
        var command = new ArrayList<String>();
        if (pins && !onCores.isEmpty()) {
            command.addAll(List.of("taskset", "-c", onCores));
        }
        command.addAll(start);
        command.add(part.role());
        command.addAll(part.arguments());
        return command;
    }
}
