package io.zmq4j.outbox;

import java.util.function.LongSupplier;

/**
 * Whether a socket's application floods or pauses: after a pause, everything that was held back for company goes out.
 * One for all pipes of a socket, because a publisher that is busy with a hundred subscribers seems to pause at each.
 *
 * <p>A write costs as much as a hundred queued messages, a look at the clock as much as one. So the clock is read only
 * when the 1st, 2nd, 4th, 8th … message has been queued since the last flush: a lone message goes out at once, an even
 * stream waits for one or two others, a flood goes out in batches (see {@link FlushPolicy}). 1.5 to 5 µs for the gap make
 * no difference.
 *
 * <p>A sender that is mostly quiet, and only now and then has two messages in a row because it slept too long, would leave the
 * second one to the caretaker: a hundredth of its messages would come late by as much as the quiet lasts. So each 50 µs
 * without a flush earn a write for later. A flood has no such quiet: when it stops, it is because it waits for room.
 *
 * <p>Guarded by the socket's lock, except for what is volatile, which is a hint.
 */
public final class FlushPace {
    private static final long GAP_NANOS = 3_000;
    /** Messages that come faster than this, counted once for each pipe they are put into, are a flood. */
    private static final long FLOOD_NANOS = 200;
    /** A quiet of this length is worth ten times the write it earns. */
    private static final long EARNING_NANOS = 50_000;

    private static final int MOST_EARNED = 16;

    private final LongSupplier clock;
    /** Since the last flush that was due. */
    private int queued;

    private int nextLook = 1;
    /** Messages, counted once for each pipe, that may go out without a pause before them. */
    private long earned;

    private volatile long lastFlush;
    /** The socket has waited, or looked for an answer: what it says next is for somebody who waits. */
    private volatile boolean fresh = true;

    /** {@code clock} in nanoseconds. */
    public FlushPace(LongSupplier clock) {
        this.clock = clock;
        lastFlush = clock.getAsLong() - GAP_NANOS;
    }

    /** A message was put into so many pipes and is held back. */
    public void queued(int pipes) {
        queued += pipes;
    }

    /** Whether everything that is held back should go out now; then it is taken to do so. */
    public boolean isDue() {
        if (queued < nextLook) {
            return false;
        }
        nextLook = 2 * Integer.highestOneBit(queued);
        if (fresh) {
            fresh = false;
            earned = 0;
        } else if (!isAfterPause() && !isEarned()) {
            return false;
        }
        restart();
        return true;
    }

    private boolean isAfterPause() {
        long gap = clock.getAsLong() - lastFlush;
        if (gap < Math.max(GAP_NANOS, queued * FLOOD_NANOS)) {
            return false;
        }
        earned = Math.min(MOST_EARNED, earned + gap / EARNING_NANOS);
        return true;
    }

    private boolean isEarned() {
        if (earned < queued) {
            return false;
        }
        earned -= queued;
        return true;
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
