package io.zmq4j.bridge.pump;

import io.zmq4j.bridge.progress.Phase;
import io.zmq4j.bridge.progress.Progress;
import io.zmq4j.bridge.spi.BridgeException;
import io.zmq4j.bridge.spi.BridgeRecord;
import io.zmq4j.bridge.spi.Sink;
import io.zmq4j.bridge.spi.Source;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Moves records from a source to a sink, and acknowledges what is safe, in order. Whoever has it calls {@link #step} until it is over. */
public final class Pump {
    /**
     * <pre>
     * RUNNING ──stop──▶ STOPPING ──nothing left, or time is over──▶ STOPPED
     *    │                  │
     *    └──a record that nobody takes──▶ FAILED
     * </pre>
     */
    private enum State {
        RUNNING,
        STOPPING,
        STOPPED,
        FAILED
    }

    /** How long a step waits at most. */
    private static final Duration IDLE = Duration.ofMillis(100);

    /** How long it waits for more while something is under way, whose end is to be acknowledged soon. */
    private static final Duration BUSY = Duration.ofMillis(1);

    /** How often a source is called of which nothing is wanted. */
    private static final long KEEP_ALIVE_NANOS = 1_000_000_000L;

    private final Source source;
    private final Outflow outflow;
    private final Limits limits;
    private final Signal signal;

    private State state = State.RUNNING;
    private long stopByNanos;
    private long polledNanos;
    private long retryReadNanos;
    private final Backoff readBackoff = new Backoff();
    private String readTrouble = "";
    private String failure = "";
    private long read;
    private long acknowledged;

    /** The pump of these; {@code signal} is raised by completions, and by who wants a step to end. */
    public Pump(Source source, Sink sink, @Nullable Sink deadLetters, Limits limits, Signal signal, long nowNanos) {
        this.source = source;
        this.outflow = new Outflow(sink, deadLetters, signal);
        this.limits = limits;
        this.signal = signal;
        this.polledNanos = nowNanos;
        this.retryReadNanos = nowNanos;
    }

    /** Reads no more, and writes what was read, until a time. A second call changes the time. */
    public void stop(long byNanos) {
        stopByNanos = byNanos;
        if (state == State.RUNNING) {
            state = State.STOPPING;
            source.quiesce();
        }
    }

    /**
     * One round: acknowledges what is safe, reads what there is room for, and waits a moment if there is nothing to do.
     *
     * @return false when it is over
     */
    public boolean step(long nowNanos) {
        if (isOver()) {
            return false;
        }
        try {
            acknowledge(outflow.settle(nowNanos));
            if (!outflow.isFlowing() || !hasRoom()) {
                idle(nowNanos);
            } else {
                move(nowNanos);
            }
        } catch (BridgeException e) {
            state = State.FAILED;
            failure = String.valueOf(e.getMessage());
            return false;
        }
        if (state == State.STOPPING && nowNanos - stopByNanos >= 0) {
            state = State.STOPPED;
        }
        return !isOver();
    }

    private boolean hasRoom() {
        return outflow.records() < limits.records() && outflow.bytes() < limits.bytes();
    }

    private void move(long nowNanos) {
        List<BridgeRecord> records = nowNanos - retryReadNanos < 0
                ? List.of()
                : poll(
                        limits.records() - outflow.records(),
                        limits.bytes() - outflow.bytes(),
                        state == State.STOPPING ? Duration.ZERO : outflow.isEmpty() ? IDLE : BUSY,
                        nowNanos);
        for (BridgeRecord record : records) {
            outflow.write(record, nowNanos);
        }
        read += records.size();
        if (!records.isEmpty()) {
            return;
        }
        if (state == State.STOPPING) {
            outflow.flush();
            if (outflow.isEmpty()) {
                state = State.STOPPED;
            } else {
                signal.await(BUSY.toNanos());
            }
        } else if (!readTrouble.isEmpty()) {
            signal.await(IDLE.toNanos());
        }
    }

    /** Waits for room or for the sink, while the source is told that somebody is there. */
    private void idle(long nowNanos) {
        if (nowNanos - polledNanos >= KEEP_ALIVE_NANOS) {
            poll(0, 0, Duration.ZERO, nowNanos);
        }
        signal.await(IDLE.toNanos());
    }

    private List<BridgeRecord> poll(int maxRecords, long maxBytes, Duration timeout, long nowNanos) {
        polledNanos = nowNanos;
        try {
            List<BridgeRecord> records = source.poll(maxRecords, maxBytes, timeout);
            readTrouble = "";
            readBackoff.reset();
            return records;
        } catch (BridgeException e) {
            readTrouble = String.valueOf(e.getMessage());
            retryReadNanos = nowNanos + readBackoff.next();
            return List.of();
        }
    }

    /** What a source cannot be told now comes again: nothing is lost by going on. */
    private void acknowledge(List<BridgeRecord> safe) {
        if (safe.isEmpty()) {
            return;
        }
        try {
            source.acknowledge(safe);
            acknowledged += safe.size();
        } catch (BridgeException e) {
            readTrouble = String.valueOf(e.getMessage());
        }
    }

    private boolean isOver() {
        return state == State.STOPPED || state == State.FAILED;
    }

    /** How it stands. */
    public Progress progress(long nowNanos) {
        String trouble = !failure.isEmpty() ? failure : !outflow.trouble().isEmpty() ? outflow.trouble() : readTrouble;
        return new Progress(
                phase(trouble),
                read,
                acknowledged,
                outflow.buried(),
                outflow.retries(),
                outflow.records(),
                outflow.bytes(),
                Duration.ofNanos(Math.max(0, outflow.oldestNanos(nowNanos))),
                trouble);
    }

    private Phase phase(String trouble) {
        return switch (state) {
            case RUNNING -> trouble.isEmpty() ? Phase.RUNNING : Phase.RETRYING;
            case STOPPING -> Phase.STOPPING;
            case STOPPED -> Phase.STOPPED;
            case FAILED -> Phase.FAILED;
        };
    }
}
