package io.zmq4j.session;

import io.zmq4j.pipe.Far.Flush;

/**
 * When the messages queued in one pipe are written: together, when they are enough for a batch; else when the socket's
 * {@link FlushPace} says so, before the socket waits, or by the caretaker. The sizes are measured.
 *
 * <p>Guarded by the socket's lock.
 */
final class FlushPolicy {
    private static final int BATCH_MESSAGES = 512;
    /** With the headers, about what is encoded at a time. */
    private static final int BATCH_BYTES = 63 * 1024;

    private final FlushPace pace;
    private int messages;
    private long bytes;

    FlushPolicy(FlushPace pace) {
        this.pace = pace;
    }

    /** A message of this size was queued. */
    Flush onWritten(long size) {
        bytes += size;
        if (++messages >= BATCH_MESSAGES || bytes >= BATCH_BYTES) {
            reset();
            pace.restart();
            return Flush.NOW;
        }
        pace.queued();
        return messages == 1 ? Flush.HELD_BACK : Flush.LATER;
    }

    /** All that is queued goes out. */
    void reset() {
        messages = 0;
        bytes = 0;
    }
}
