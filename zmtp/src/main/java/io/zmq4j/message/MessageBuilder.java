package io.zmq4j.message;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Puts a message together, frame by frame; each call adds frames behind and copies what it is given. One thread at a time.
 *
 * <pre>{@code
 * Message tick = Message.builder().text("tick").int64(nanos).bytes(picture).build();
 * }</pre>
 */
public final class MessageBuilder {
    private final List<byte[]> frames = new ArrayList<>();

    MessageBuilder() {}

    /** Adds a frame: a text as UTF-8. */
    public MessageBuilder text(String text) {
        return add(Bytes.utf8(Objects.requireNonNull(text, "text")));
    }

    /** Adds a frame of these bytes. */
    public MessageBuilder bytes(byte[] bytes) {
        return add(Objects.requireNonNull(bytes, "bytes").clone());
    }

    /** Adds a frame: the bytes between the buffer's position and its limit, which stay where they are. */
    public MessageBuilder buffer(ByteBuffer buffer) {
        return add(Bytes.of(Objects.requireNonNull(buffer, "buffer")));
    }

    /** Adds a frame of 4 bytes, big-endian. */
    public MessageBuilder int32(int number) {
        return add(ByteBuffer.allocate(Integer.BYTES).putInt(number).array());
    }

    /** Adds a frame of 8 bytes, big-endian. */
    public MessageBuilder int64(long number) {
        return add(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
    }

    /** Adds a frame without bytes, such as the delimiter between envelope and body. */
    public MessageBuilder empty() {
        return add(Bytes.NONE);
    }

    /** Adds these frames: those of another message, or some of them. */
    public MessageBuilder frames(Iterable<Frame> frames) {
        for (Frame frame : Objects.requireNonNull(frames, "frames")) {
            add(frame.array);
        }
        return this;
    }

    private MessageBuilder add(byte[] frame) {
        frames.add(frame);
        return this;
    }

    /**
     * The message of the frames so far. The builder may go on.
     *
     * @throws IllegalStateException if there is no frame yet
     */
    public Message build() {
        if (frames.isEmpty()) {
            throw new IllegalStateException("a message has at least one frame: add one, such as empty()");
        }
        return Message.wrap(frames.toArray(byte[][]::new));
    }
}
