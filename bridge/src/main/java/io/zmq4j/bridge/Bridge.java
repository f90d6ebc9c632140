package io.zmq4j.bridge;

import io.zmq4j.bridge.progress.Phase;
import io.zmq4j.bridge.progress.Progress;
import io.zmq4j.bridge.pump.Limits;
import io.zmq4j.bridge.pump.Pump;
import io.zmq4j.bridge.pump.Signal;
import io.zmq4j.bridge.spi.Promise;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Carries messages from a source to a sink, in a thread of its own, until it is closed. Safe for any thread.
 *
 * <pre>{@code
 * try (var bridge = Bridge.builder()
 *         .from("pull://*:5557")
 *         .to("kafka://localhost:9092/orders?key=frame:0")
 *         .start()) {
 *     bridge.awaitEnd();
 * }
 * }</pre>
 *
 * <p>It reads no further than the sink keeps up: see {@link BridgeBuilder#inFlight}. A record is acknowledged to the source when the
 * sink has it, in the order in which they were read.
 */
public final class Bridge implements AutoCloseable {
    /** How long {@link #close} gives what was read to be written by default: 30 seconds. */
    public static final Duration STOP_TIMEOUT = Duration.ofSeconds(30);

    /** A write that has been under way for so long is told by {@link #trouble}. */
    private static final Duration LATE = Duration.ofSeconds(10);

    /** How long sinks and sources may take to close beyond the timeout. */
    private static final Duration CLOSING = Duration.ofSeconds(20);

    private final Ends ends;
    private final Pump pump;
    private final Signal signal = new Signal();
    private final Duration stopTimeout;
    private final Promise promise;
    private final CountDownLatch end = new CountDownLatch(1);
    private final Thread thread;
    private volatile Progress progress;

    /** When to end at the latest, by the clock of the thread; null while nobody wants it to end. */
    private volatile @Nullable Long stopByNanos;

    Bridge(String name, Ends ends, Limits limits, Duration stopTimeout) {
        this.ends = ends;
        this.stopTimeout = stopTimeout;
        long now = System.nanoTime();
        pump = new Pump(ends.source(), ends.sink(), ends.deadLetters(), limits, signal, now);
        promise = ends.source().promise().and(ends.sink().promise());
        progress = pump.progress(now);
        thread = new Thread(this::run, name);
        thread.setDaemon(true);
        thread.start();
    }

    /** For a bridge. */
    public static BridgeBuilder builder() {
        return new BridgeBuilder();
    }

    private void run() {
        try (ends) {
            long now = System.nanoTime();
            while (pump.step(now)) {
                now = System.nanoTime();
                Long by = stopByNanos;
                if (by != null) {
                    pump.stop(by);
                }
                progress = pump.progress(now);
            }
            progress = pump.progress(now);
        } catch (RuntimeException | Error e) {
            // Of an engine's library, or of the JVM: what was not acknowledged comes again, if the source promises
            // that.
            progress = progress.failed(String.valueOf(e));
        } finally {
            end.countDown();
        }
    }

    /** What it promises about each record: the weaker of what its source and its sink do. */
    public Promise promise() {
        return promise;
    }

    /** How it stands; as it was a tenth of a second ago at most. */
    public Progress progress() {
        return progress;
    }

    /** What is wrong now, in a sentence; empty if nothing is, and once it has stopped as it was told to. */
    public Optional<String> trouble() {
        Progress now = progress;
        if (!now.trouble().isEmpty() && now.phase() != Phase.STOPPED) {
            return Optional.of(now.trouble());
        }
        return now.oldest().compareTo(LATE) > 0 && end.getCount() > 0
                ? Optional.of(now.inFlightRecords() + " records wait to be written, the oldest for "
                        + now.oldest().toSeconds() + " s")
                : Optional.empty();
    }

    /** Waits until it has ended, for whatever reason. */
    public void awaitEnd() throws InterruptedException {
        end.await();
    }

    /**
     * Waits until it has ended.
     *
     * @return false if {@code timeout} passed before
     */
    public boolean awaitEnd(Duration timeout) throws InterruptedException {
        return end.await(Objects.requireNonNull(timeout, "timeout").toNanos(), TimeUnit.NANOSECONDS);
    }

    /**
     * Reads nothing more from outside, and ends when what was read is written, or after {@code timeout}. Does not wait. What is left
     * then was not acknowledged: see {@link Progress#inFlightRecords}.
     */
    public void stop(Duration timeout) {
        stopByNanos =
                System.nanoTime() + Objects.requireNonNull(timeout, "timeout").toNanos();
        signal.raise();
    }

    /**
     * Stops, with the builder's timeout unless {@link #stop} was called with another one, and waits for the end. An interrupt ends the
     * waiting, and the bridge at once; the flag stays set.
     */
    @Override
    public void close() {
        if (stopByNanos == null) {
            stop(stopTimeout);
        }
        try {
            long left = Objects.requireNonNull(stopByNanos) - System.nanoTime();
            if (!end.await(Math.max(0, left) + CLOSING.toNanos(), TimeUnit.NANOSECONDS)) {
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            stop(Duration.ZERO);
            Thread.currentThread().interrupt();
        }
    }
}
