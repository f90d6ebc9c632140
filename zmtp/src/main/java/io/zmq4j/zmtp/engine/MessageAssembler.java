package io.zmq4j.zmtp.engine;

import io.zmq4j.message.Message;
import io.zmq4j.zmtp.CloseReason;
import io.zmq4j.zmtp.wire.ProtocolException;
import java.util.Arrays;

/**
 * Collects the frames of a message, which is delivered whole or not at all (RFC 37, "Messages"). Bounds bytes and
 * frames: a message without an end must not fill the memory. Owned by the thread that drives the inbound half.
 */
final class MessageAssembler {
    static final int MOST_FRAMES = 1 << 20;

    private static final int FIRST_CAPACITY = 4;
    private static final byte[][] NO_FRAMES = {};

    private final long largest;

    private byte[][] frames = NO_FRAMES;
    private int count;
    private long size;

    /** {@code largest} in bytes, all frames together; negative for no limit. */
    MessageAssembler(long largest) {
        this.largest = largest < 0 ? Long.MAX_VALUE : largest;
    }

    /** Refuses a frame that the message has no room for, by the size it declares. */
    void check(long frameSize) throws ProtocolException {
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

    void add(byte[] frame) {
        if (count == frames.length) {
            frames = Arrays.copyOf(frames, Math.max(FIRST_CAPACITY, 2 * count));
        }
        frames[count++] = frame;
        size += frame.length;
    }

    /** The message that ends with this frame. */
    Message finish(byte[] last) {
        if (count == 0) {
            return Message.wrap(last);
        }
        add(last);
        Message message = Message.wrap(Arrays.copyOf(frames, count));
        frames = NO_FRAMES;
        count = 0;
        size = 0;
        return message;
    }

    boolean isEmpty() {
        return count == 0;
    }
}
