package io.zmq4j.bridge.pump;

import io.zmq4j.bridge.spi.BridgeRecord;
import io.zmq4j.bridge.spi.Completion;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A record that a sink was given, and how that ended. */
final class Write implements Completion {
    /**
     * <pre>
     * PENDING ──▶ WRITTEN
     *    ▲  ├───▶ REJECTED ──▶ PENDING, to the dead letters
     *    │  └───▶ FAILED
     *    └─────────┘ again
     * </pre>
     */
    enum Outcome {
        PENDING,
        WRITTEN,
        REJECTED,
        FAILED
    }

    private final BridgeRecord record;
    private final long size;
    private final Ending ending;

    /** Written before {@code outcome}, and read after it. */
    private String reason = "";

    private volatile Outcome outcome = Outcome.PENDING;

    /** Why it goes to the dead letters; null while it does not. */
    private @Nullable String defect;

    private long begunNanos;

    /** Is told, in any thread, of each end. */
    @FunctionalInterface
    interface Ending {
        void ended(Write write, Outcome outcome);
    }

    Write(BridgeRecord record, Ending ending) {
        this.record = record;
        this.size = record.size();
        this.ending = ending;
        this.defect = record.defect();
    }

    /** Before it is given to a sink, for the first time or again. */
    void begin(long nowNanos) {
        begunNanos = nowNanos;
        outcome = Outcome.PENDING;
    }

    /** It is not given to a sink before those in front of it are. */
    void hold() {
        reason = "waits for a record in front of it";
        outcome = Outcome.FAILED;
    }

    void bury(String why) {
        defect = why;
    }

    @Override
    public void written() {
        end(Outcome.WRITTEN, "");
    }

    @Override
    public void rejected(String why) {
        end(Outcome.REJECTED, Objects.requireNonNull(why, "why"));
    }

    @Override
    public void failed(String why) {
        end(Outcome.FAILED, Objects.requireNonNull(why, "why"));
    }

    private void end(Outcome how, String why) {
        reason = why;
        outcome = how;
        ending.ended(this, how);
    }

    BridgeRecord record() {
        return record;
    }

    long size() {
        return size;
    }

    Outcome outcome() {
        return outcome;
    }

    String reason() {
        return reason;
    }

    @Nullable
    String defect() {
        return defect;
    }

    long begunNanos() {
        return begunNanos;
    }
}
