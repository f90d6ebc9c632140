package io.zmq4j.outbox;

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
        pace.queued(1);
        boolean isFirst = messages == 0;
        Flush flush = count(1, size);
        return flush == Flush.LATER && isFirst ? Flush.HELD_BACK : flush;
    }

    /** Messages of this size together were queued, for which the pace was told already. */
    Flush count(int queued, long size) {
        messages += queued;
        bytes += size;
        if (messages < BATCH_MESSAGES && bytes < BATCH_BYTES) {
            return Flush.LATER;
        }
        reset();
        pace.restart();
        return Flush.NOW;
    }

    /** How many messages of this size complete a batch of which there is something already; 0 if there is nothing. */
    int missing(long size) {
        return messages == 0
                ? 0
                : (int) Math.min(BATCH_MESSAGES - messages, 1 + (BATCH_BYTES - bytes) / Math.max(1, size));
    }

    /** All that is queued goes out. */
    void reset() {
        messages = 0;
        bytes = 0;
    }
}
