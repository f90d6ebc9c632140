package io.zmq4j.session;

import io.zmq4j.pipe.Far.Flush;

/**
 * When queued messages are written: at once if there was time since the last write, together if there is a flood.
 *
 * <p>A write costs as much as a hundred queued messages, a look at the clock as much as one. So the clock is read only
 * at the 1st, 2nd, 4th, 8th … unflushed message: a lone message goes out at once, an even stream waits for one or two
 * others, a flood goes out in batches. What is left unflushed is flushed before the socket waits, and by the caretaker.
 * The constants are measured; 1.5 to 5 µs for the gap make no difference.
 *
 * <p>Guarded by the socket's lock, except for what is volatile, which is a hint.
 */
final class FlushPolicy {
    private static final int BATCH_MESSAGES = 512;
    private static final int BATCH_BYTES = 32 * 1024;
    private static final long GAP_NANOS = 3_000;
    /** Messages that come faster than this are a flood, however long it has lasted. */
    private static final long FLOOD_NANOS = 100;

    private int messages;
    private long bytes;
    private boolean armed;
    private volatile long lastFlush = System.nanoTime() - GAP_NANOS;
    /** The socket has waited, or looked for an answer: what it says next is for somebody who waits. */
    private volatile boolean fresh;

    /** A message of this size was queued. */
    Flush onWritten(long size) {
        int count = ++messages;
        bytes += size;
        boolean full = count >= BATCH_MESSAGES || bytes >= BATCH_BYTES;
        if (!full && (count & (count - 1)) != 0) {
            return Flush.LATER;
        }
        if (full || fresh || System.nanoTime() - lastFlush >= Math.max(GAP_NANOS, count * FLOOD_NANOS)) {
            fresh = false;
            reset();
            return Flush.NOW;
        }
        return Flush.BEFORE_WAITING;
    }

    /** What was left unflushed needs a keeper; false if it has one. */
    boolean arm() {
        boolean first = !armed;
        armed = true;
        return first;
    }

    /** The socket flushes and waits; the next message after that goes out at once. */
    void waiting() {
        reset();
        fresh = true;
    }

    /** The socket looked for an answer. Any thread. */
    void looked() {
        fresh = true;
    }

    /** The keeper found nothing to do for a while. */
    void disarm() {
        armed = false;
        reset();
    }

    /** A flush is done. Any thread. */
    void flushed() {
        lastFlush = System.nanoTime();
    }

    private void reset() {
        messages = 0;
        bytes = 0;
    }
}
