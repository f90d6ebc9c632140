package io.zmq4j.session;

import java.util.function.LongSupplier;

/**
 * Whether a socket's application floods or pauses: after a pause, everything that was held back for company goes out.
 * One for all pipes of a socket, because a publisher who is busy with a hundred subscribers seems to pause at each.
 *
 * <p>A write costs as much as a hundred queued messages, a look at the clock as much as one. So the clock is read only
 * when the 1st, 2nd, 4th, 8th … message has been queued since the last flush: a lone message goes out at once, an even
 * stream waits for one or two others, a flood goes out in batches (see {@link FlushPolicy}). 1.5 to 5 µs for the gap make
 * no difference.
 *
 * <p>Guarded by the socket's lock, except for what is volatile, which is a hint.
 */
public final class FlushPace {
    private static final long GAP_NANOS = 3_000;
    /** Messages that come faster than this, counted once for each pipe they are put into, are a flood. */
    private static final long FLOOD_NANOS = 200;

    private final LongSupplier clock;
    /** Since the last flush that was due. */
    private int queued;

    private int nextLook = 1;
    private volatile long lastFlush;
    /** The socket has waited, or looked for an answer: what it says next is for somebody who waits. */
    private volatile boolean fresh = true;

    /** {@code clock} in nanoseconds. */
    public FlushPace(LongSupplier clock) {
        this.clock = clock;
        lastFlush = clock.getAsLong() - GAP_NANOS;
    }

    /** A message was put into a pipe and is held back. */
    void queued() {
        queued++;
    }

    /** Whether everything that is held back should go out now; then it is taken to do so. */
    public boolean isDue() {
        if (queued < nextLook) {
            return false;
        }
        nextLook = 2 * Integer.highestOneBit(queued);
        if (fresh || clock.getAsLong() - lastFlush >= Math.max(GAP_NANOS, queued * FLOOD_NANOS)) {
            fresh = false;
            restart();
            return true;
        }
        return false;
    }

    /** A batch is complete and goes out: counting begins anew. */
    void restart() {
        queued = 0;
        nextLook = 1;
    }

    /** The socket is about to wait, or looked for an answer. Any thread. */
    public void waiting() {
        fresh = true;
    }

    /** A flush is done. Any thread. */
    void flushed() {
        lastFlush = clock.getAsLong();
    }
}
