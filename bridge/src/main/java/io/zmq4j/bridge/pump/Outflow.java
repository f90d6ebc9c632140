package io.zmq4j.bridge.pump;

import io.zmq4j.bridge.spi.BridgeException;
import io.zmq4j.bridge.spi.BridgeRecord;
import io.zmq4j.bridge.spi.Sink;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * What was given to a sink and cannot be acknowledged yet, in order. After a failure it waits for the ends of all the others, and then
 * writes again what failed and what came after it: going back keeps the order, at the price of repeats.
 */
final class Outflow {
    /**
     * <pre>
     * FLOWING ──a write failed──▶ BROKEN
     *    ▲                          │ all have ended, and the sink has begun anew
     *    └──────────────────────────┘
     * </pre>
     */
    private enum State {
        FLOWING,
        BROKEN
    }

    private final Sink sink;
    private final @Nullable Sink deadLetters;
    private final Signal signal;
    private final ArrayDeque<Write> writes = new ArrayDeque<>();
    private final Queue<Write> rejected = new ConcurrentLinkedQueue<>();
    private final Backoff backoff = new Backoff();

    /** Set in any thread. A failure is first seen here, and then found among the writes. */
    private volatile boolean hasFailed;

    private State state = State.FLOWING;
    private String trouble = "";
    private long retryAtNanos;
    private long bytes;
    private long buried;
    private long retries;

    Outflow(Sink sink, @Nullable Sink deadLetters, Signal signal) {
        this.sink = sink;
        this.deadLetters = deadLetters;
        this.signal = signal;
    }

    /** Gives a record to the sink, or to the dead letters if it has a defect. While it does not flow, that waits. */
    void write(BridgeRecord record, long nowNanos) {
        var write = new Write(record, this::ended);
        writes.add(write);
        bytes += write.size();
        beginOrHold(write, nowNanos);
    }

    /** Behind one that has failed, perhaps in this very call, nothing may go out. */
    private void beginOrHold(Write write, long nowNanos) {
        if (isFlowing()) {
            begin(write, nowNanos);
        } else {
            write.hold();
        }
    }

    private void ended(Write write, Write.Outcome outcome) {
        if (outcome == Write.Outcome.REJECTED) {
            rejected.add(write);
        } else if (outcome == Write.Outcome.FAILED) {
            hasFailed = true;
        }
        signal.raise();
    }

    private void begin(Write write, long nowNanos) {
        write.begin(nowNanos);
        String defect = write.defect();
        if (defect == null) {
            sink.write(write.record(), write);
        } else if (deadLetters == null) {
            throw new BridgeException(write.record().origin().id() + " cannot be written: " + defect
                    + "; nothing behind it was acknowledged. With a place for dead letters the bridge would go on");
        } else {
            deadLetters.write(DeadLetter.of(write.record(), defect), write);
        }
    }

    /**
     * Looks at what has ended, and goes back if it is time.
     *
     * @return what is safe now, and was not told before, in order
     * @throws BridgeException if a record was rejected and there is no place for it, or that rejects it as well
     */
    List<BridgeRecord> settle(long nowNanos) {
        bury(nowNanos);
        if (hasFailed) {
            fail(nowNanos);
        }
        if (state == State.BROKEN && nowNanos - retryAtNanos >= 0 && allEnded()) {
            goBack(nowNanos);
        }
        return takeWritten();
    }

    private void bury(long nowNanos) {
        for (Write write = rejected.poll(); write != null; write = rejected.poll()) {
            if (write.defect() != null) {
                throw new BridgeException(
                        write.record().origin().id() + " is no dead letter either: " + write.reason());
            }
            write.bury(write.reason());
            begin(write, nowNanos);
        }
    }

    private void fail(long nowNanos) {
        hasFailed = false;
        for (Write write : writes) {
            if (write.outcome() == Write.Outcome.FAILED) {
                trouble = write.reason();
                break;
            }
        }
        if (state == State.FLOWING) {
            state = State.BROKEN;
            retryAtNanos = nowNanos + backoff.next();
        }
    }

    private boolean allEnded() {
        for (Write write : writes) {
            if (write.outcome() == Write.Outcome.PENDING) {
                return false;
            }
        }
        return true;
    }

    private void goBack(long nowNanos) {
        retryAtNanos = nowNanos + backoff.next();
        retries++;
        try {
            sink.reopen();
            if (deadLetters != null) {
                deadLetters.reopen();
            }
        } catch (BridgeException e) {
            trouble = String.valueOf(e.getMessage());
            return;
        }
        state = State.FLOWING;
        boolean again = false;
        for (Write write : writes) {
            again |= write.outcome() == Write.Outcome.FAILED;
            if (again && !(write.defect() != null && write.outcome() == Write.Outcome.WRITTEN)) {
                beginOrHold(write, nowNanos);
            }
        }
    }

    private List<BridgeRecord> takeWritten() {
        if (writes.isEmpty() || writes.peek().outcome() != Write.Outcome.WRITTEN) {
            return List.of();
        }
        var safe = new ArrayList<BridgeRecord>();
        for (Write write = writes.peek(); write != null && write.outcome() == Write.Outcome.WRITTEN; ) {
            writes.remove();
            bytes -= write.size();
            if (write.defect() != null) {
                buried++;
            }
            safe.add(write.record());
            write = writes.peek();
        }
        if (state == State.FLOWING && !hasFailed) {
            backoff.reset();
            trouble = "";
        }
        return safe;
    }

    void flush() {
        sink.flush();
        if (deadLetters != null) {
            deadLetters.flush();
        }
    }

    boolean isFlowing() {
        return state == State.FLOWING && !hasFailed;
    }

    boolean isEmpty() {
        return writes.isEmpty();
    }

    int records() {
        return writes.size();
    }

    long bytes() {
        return bytes;
    }

    /** How long the oldest write has been under way; 0 without one. */
    long oldestNanos(long nowNanos) {
        Write oldest = writes.peek();
        return oldest == null ? 0 : nowNanos - oldest.begunNanos();
    }

    /** Why the last write failed, while nothing was written since; else empty. */
    String trouble() {
        return trouble;
    }

    /** How many records went to the dead letters. */
    long buried() {
        return buried;
    }

    /** How often it went back. */
    long retries() {
        return retries;
    }
}
