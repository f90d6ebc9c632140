package io.zmq4j.bridge.spi;

import io.zmq4j.message.Message;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * All frames of a message in one body, for engines and readers that have one body only:
 *
 * <pre>
 * 0        4            4+n
 * ┌────────┬────────────┬────────┬──────
 * │ n      │ n bytes    │ n      │ …
 * └────────┴────────────┴────────┴──────
 *  length, big-endian, and bytes of a frame; then the next
 * </pre>
 */
public final class PackedFrames {
    private PackedFrames() {}

    public static byte[] pack(Message message) {
        int count = Objects.requireNonNull(message, "message").frameCount();
        var packed = ByteBuffer.allocate(Math.toIntExact(message.size() + 4L * count));
        for (int i = 0; i < count; i++) {
            packed.putInt(message.size(i)).put(message.array(i));
        }
        return packed.array();
    }

    /**
     * Reads it back.
     *
     * @throws IllegalArgumentException if that is nothing that {@link #pack} writes
     */
    public static Message unpack(byte[] packed) {
        var rest = ByteBuffer.wrap(Objects.requireNonNull(packed, "packed"));
        List<byte[]> frames = new ArrayList<>();
        while (rest.hasRemaining()) {
            int length = rest.remaining() < 4 ? -1 : rest.getInt();
            if (length < 0 || length > rest.remaining()) {
                throw new IllegalArgumentException("its body of " + packed.length + " bytes is no packed frames: frame "
                        + frames.size() + " goes beyond the end");
            }
            byte[] frame = new byte[length];
            rest.get(frame);
            frames.add(frame);
        }
        if (frames.isEmpty()) {
            throw new IllegalArgumentException("its body is empty: packed frames are one frame at least");
        }
        return Message.wrap(frames.toArray(byte[][]::new));
    }
}
