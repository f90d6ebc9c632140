package io.zmq4j.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The benchmarks run to their end; their receivers check every message, so nothing is lost either. */
@Timeout(value = 30, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BenchmarkTest {
    /** The common pool may have one thread only, for two tasks that wait for each other. */
    private static final Executor THREAD_EACH = task -> new Thread(task).start();

    private static final int SIZE = 10;
    private static final int MESSAGES = 5_000;
    private static final int ROUND_TRIPS = 500;

    @TempDir
    Path directory;

    @Test
    void throughputOverAWireLosesNothing() {
        var run = new Run("ipc://" + directory.resolve("thr"), SIZE, MESSAGES);
        var sender = CompletableFuture.runAsync(() -> RemoteThr.run(run), THREAD_EACH);

        assertThat(LocalThr.run(run)).isPositive();

        sender.join();
    }

    @Test
    void latencyOverAWireLosesNothing() {
        var run = new Run("ipc://" + directory.resolve("lat"), SIZE, ROUND_TRIPS);
        var answerer = CompletableFuture.runAsync(() -> LocalLat.run(run), THREAD_EACH);

        assertThat(RemoteLat.run(run)).isPositive();

        answerer.join();
    }

    @Test
    void throughputInsideAProcessLosesNothing() {
        assertThat(InprocThr.run(new Run("inproc://thr", SIZE, MESSAGES))).isPositive();
    }

    @Test
    void latencyInsideAProcessLosesNothing() {
        assertThat(InprocLat.run(new Run("inproc://lat", SIZE, ROUND_TRIPS))).isPositive();
    }
}
