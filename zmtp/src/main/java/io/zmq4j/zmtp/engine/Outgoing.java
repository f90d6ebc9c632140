package io.zmq4j.zmtp.engine;

import io.zmq4j.message.Message;
import org.jspecify.annotations.Nullable;

/**
 * Bytes on their way out: a batch of small frames copied together, then at most one large body that is referenced
 * rather than copied. Send the batch first, then the body's range, then let {@link Engine#transmit} fill it again.
 * Owned by the thread that drives the outbound half; may be pooled between connections while empty.
 */
public final class Outgoing {
    /** Bodies of this size and more are referenced instead of copied into the batch. */
    public static final int LARGE_BODY = 8 * 1024;

    /** See {@link #messagesAt}. */
    public static final int NO_MESSAGE = -1;

    private static final int SMALLEST_BATCH = 64;

    /** Encoded bytes, valid in {@code [0, batchLength)}. */
    public final byte[] batch;

    public int batchLength;

    /** The message whose rest the batch begins with, or null. */
    public @Nullable Message begun;

    /**
     * Where in the batch the first message begins of which nothing was handed out before; commands may come before it.
     * {@link #NO_MESSAGE} if there is none: greeting and handshake come alone, and the rest of a long message may fill all.
     */
    public int messagesAt = NO_MESSAGE;

    /** Bytes that follow the batch, or null: a large body, or whatever did not fit into the batch. */
    public byte @Nullable [] body;

    /** {@code batchSize} in bytes, at least 64: a header must fit. */
    public Outgoing(int batchSize) {
        if (batchSize < SMALLEST_BATCH) {
            throw new IllegalArgumentException(
                    "batch size %d, allowed are %d and more".formatted(batchSize, SMALLEST_BATCH));
        }
        batch = new byte[batchSize];
    }

    public boolean isEmpty() {
        return batchLength == 0 && body == null;
    }

    public void clear() {
        batchLength = 0;
        body = null;
        begun = null;
        messagesAt = NO_MESSAGE;
    }
}
