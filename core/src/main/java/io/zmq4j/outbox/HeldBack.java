package io.zmq4j.outbox;

import io.zmq4j.loop.Flushable;
import java.util.function.BooleanSupplier;

/**
 * What one pipe holds back for company, and that it is not forgotten: while there may be some, the caretaker looks after it.
 *
 * <p>Invariant: what is held back is armed, that is, the caretaker looks at it again within a tick, until it disarms. It
 * disarms only with the socket's lock held and nothing held back, so that nobody can be about to rely on the next tick.
 */
public final class HeldBack extends Flushable {
    private static final int IDLE_TICKS = 32;

    private final OutboxHost host;
    private final FlushPolicy policy;
    private final BooleanSupplier isIdle;
    private final Runnable flush;
    private final Runnable endRun;

    /** Whether the caretaker looks after it; guarded by the socket's lock. */
    private boolean armed;

    /** Whether somebody flushed since the last tick. */
    private volatile boolean flushed;
    /** The caretaker's. */
    private int idleTicks;

    /**
     * Asked by any thread:
     *
     * @param isIdle whether a flush would have nothing to do, or could do nothing
     * @param endRun lets no run grow to which nobody would come
     */
    public HeldBack(OutboxHost host, BooleanSupplier isIdle, Runnable flush, Runnable endRun) {
        this.host = host;
        this.policy = new FlushPolicy(host.pace());
        this.isIdle = isIdle;
        this.flush = flush;
        this.endRun = endRun;
    }

    // ---- socket's lock held

    /** A message of this size was queued. */
    public Flush onWritten(long size) {
        return policy.onWritten(size);
    }

    /** How many more of this size would be held back beside what is already; none if nothing is, as nobody would come for them. */
    public int holdable(long size) {
        return policy.missing(size);
    }

    /** So many messages, with this size together, were queued; the pace heard of them one by one. */
    public Flush onEnded(int messages, long size) {
        return policy.count(messages, size);
    }

    /** What was held back stays so for now. */
    public void keep() {
        if (!armed) {
            armed = true;
            host.loop().arm(this);
        }
    }

    /** What was held back goes out. */
    public void release() {
        policy.reset();
    }

    // ---- any thread

    /** A flush was done. */
    public void flushed() {
        flushed = true;
        host.pace().flushed();
    }

    // ---- the caretaker

    @Override
    protected Tick flushTick() {
        if (!isIdle.getAsBoolean()) {
            idleTicks = 0;
            boolean bySender = flushed;
            if (!bySender) {
                flush.run();
            }
            flushed = false;
            return bySender ? Tick.NOT_NEEDED : Tick.NEEDED;
        }
        if (++idleTicks >= IDLE_TICKS && host.tryLocked(this::disarmIfIdle)) {
            idleTicks = 0;
            // A run that ends behind its reader is let go when the reader looks again; a connection at rest holds no
            // buffers.
            flush.run();
            return Tick.DONE;
        }
        return Tick.NOT_NEEDED;
    }

    private boolean disarmIfIdle() {
        boolean idle = isIdle.getAsBoolean();
        if (idle) {
            armed = false;
            endRun.run();
            policy.reset();
        }
        return idle;
    }
}
