package io.zmq4j.jfr;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import jdk.jfr.FlightRecorder;
import jdk.jfr.FlightRecorderListener;
import org.jspecify.annotations.Nullable;

/**
 * Waits for Flight Recorder to begin its work, and then loads what is told to it. Any thread.
 *
 * <pre>
 *   IDLE ──watch──► WATCHING ──Flight Recorder works──► TELLING
 *     └────────────────┴──────────close────────────────────┴──────► CLOSED
 * </pre>
 *
 * <p>No lock is held while Flight Recorder is called, and nothing of it is called from within {@link #recorderInitialized}: it has
 * locks of its own there.
 */
final class RecorderWatch implements FlightRecorderListener {
    private enum State {
        IDLE,
        WATCHING,
        TELLING,
        CLOSED
    }

    private final Executor workers;
    private final Supplier<List<SocketNumbers>> statistics;
    private final Consumer<@Nullable FlightEvents> onChange;
    private final AtomicReference<State> state = new AtomicReference<>(State.IDLE);
    private volatile @Nullable FlightEvents events;

    /** {@code onChange} gets the events when there are any, and null when there are no more. */
    RecorderWatch(
            Executor workers, Supplier<List<SocketNumbers>> statistics, Consumer<@Nullable FlightEvents> onChange) {
        this.workers = workers;
        this.statistics = statistics;
        this.onChange = onChange;
    }

    void watch() {
        if (!state.compareAndSet(State.IDLE, State.WATCHING)) {
            return;
        }
        if (FlightRecorder.isInitialized()) {
            open();
        } else {
            // To listen loads some of Flight Recorder: nobody who never records should wait for that.
            workers.execute(this::listen);
        }
    }

    private void listen() {
        try {
            FlightRecorder.addListener(this);
            if (state.get() == State.CLOSED) {
                FlightRecorder.removeListener(this);
            }
        } catch (Throwable e) {
            // Nothing will be recorded.
        }
    }

    @Override
    public void recorderInitialized(FlightRecorder recorder) {
        try {
            workers.execute(this::open);
        } catch (Throwable e) {
            // The context has ended, or there is no thread.
        }
    }

    private void open() {
        try {
            var loaded = new FlightEvents(statistics);
            if (!state.compareAndSet(State.WATCHING, State.TELLING)) {
                return;
            }
            events = loaded;
            loaded.begin();
            onChange.accept(loaded);
            if (state.get() == State.CLOSED) {
                end();
            }
        } catch (Throwable e) {
            // Nothing will be recorded.
        }
    }

    /** Flight Recorder forgets it. */
    void close() {
        if (state.getAndSet(State.CLOSED) != State.IDLE) {
            end();
        }
    }

    private void end() {
        onChange.accept(null);
        FlightEvents told = events;
        if (told != null) {
            told.end();
        }
        FlightRecorder.removeListener(this);
    }
}
