package io.zmq4j.zmtp.wire;

import io.zmq4j.message.Message;
import io.zmq4j.zmtp.CloseReason;
import java.util.Arrays;
import java.util.Objects;

/**
 * Collects the frames of a message, which is delivered whole or not at all (RFC 37, "Messages"). Bounds bytes and
 * frames: a message without an end must not fill the memory. One thread at a time.
 */
public final class MessageAssembler {
    private static final int MOST_FRAMES = 1 << 20;

    private static final int FIRST_CAPACITY = 4;
    private static final byte[][] NO_FRAMES = {};

    private final long largest;

    private byte[][] frames = NO_FRAMES;
    private int count;
    private long size;

    /** {@code largest} in bytes, all frames together; negative for no limit. */
    public MessageAssembler(long largest) {
        this.largest = largest < 0 ? Long.MAX_VALUE : largest;
    }

    /**
     * Whether the message may have a frame of this size, as it was declared: before its body is read.
     *
     * @throws ProtocolException if the message gets too large, or has too many frames
     */
    public void check(long frameSize) throws ProtocolException {
        if (frameSize > largest - size) {
            throw new ProtocolException(
                    CloseReason.MESSAGE_TOO_LARGE,
                    "a message of at least %s bytes, allowed are %d"
                            .formatted(Long.toUnsignedString(size + frameSize), largest));
        }
        if (count == MOST_FRAMES) {
            throw new ProtocolException(
                    CloseReason.MESSAGE_TOO_LARGE, "a message of more than %d frames".formatted(MOST_FRAMES));
        }
    }

    /** A frame that more follow. */
    public void add(byte[] frame) {
        Objects.requireNonNull(frame, "frame");
        if (count == frames.length) {
            frames = Arrays.copyOf(frames, Math.max(FIRST_CAPACITY, 2 * count));
        }
        frames[count++] = frame;
        size += frame.length;
    }

    /** The message that ends with this frame. */
    public Message finish(byte[] last) {
        Objects.requireNonNull(last, "last");
        if (count == 0) {
            return Message.wrap(last);
        }
        add(last);
        Message message = Message.wrap(Arrays.copyOf(frames, count));
        forget();
        return message;
    }

    /** The rest will not come. */
    public void forget() {
        frames = NO_FRAMES;
        count = 0;
        size = 0;
    }

    /** Whether no frame waits for another. */
    public boolean isEmpty() {
        return count == 0;
    }
}
