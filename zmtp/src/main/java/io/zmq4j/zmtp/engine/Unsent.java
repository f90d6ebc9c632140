package io.zmq4j.zmtp.engine;

import io.zmq4j.message.Message;
import io.zmq4j.zmtp.wire.FrameFlags;
import io.zmq4j.zmtp.wire.FrameFormat;
import io.zmq4j.zmtp.wire.FrameReader;
import io.zmq4j.zmtp.wire.MessageAssembler;
import io.zmq4j.zmtp.wire.ProtocolException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Encoded bytes of which a wire took only a part, or which it still holds: the rest goes first when it takes more, and if it never does, the
 * messages that did not leave whole are read back from here, to be sent to the next peer or to be counted.
 *
 * <pre>
 *   part      part (a body, by reference)    part
 *   | .. frames | ........................... | frames |
 *   ▲     ▲                ▲
 *   0     messagesAt       sent
 * </pre>
 *
 * <p>Small frames are copied to here, large bodies stay where they are, in their messages: so a peer that takes nothing
 * costs what was queued for it, however large that is. Bytes that have left stay as well, as far as they are in the same
 * output: the message in whose middle the channel stopped is read back whole. Nothing is noted for each message; what is
 * needed is in the frames.
 *
 * <p>Owned by the thread that drives the outbound half.
 */
public final class Unsent {
    private final List<ByteBuffer> parts = new ArrayList<>();
    private final @Nullable Message begun;
    private final long messagesAt;
    private long size;
    private long taken;
    private long sent;

    /**
     * @param begun the message whose rest comes first, or null
     * @param messagesAt where the first message begins that is no such rest; {@link Outgoing#NO_MESSAGE} for none
     */
    public Unsent(@Nullable Message begun, long messagesAt) {
        this.begun = begun;
        this.messagesAt = messagesAt;
    }

    /**
     * Adds bytes, from position to limit, which are not copied and must not change any more.
     *
     * @throws IllegalArgumentException if they are not in an array
     */
    public Unsent add(ByteBuffer bytes) {
        Objects.requireNonNull(bytes, "bytes");
        if (!bytes.hasArray()) {
            throw new IllegalArgumentException("the bytes are kept for long: copy them into an array");
        }
        parts.add(bytes);
        size += bytes.remaining();
        return this;
    }

    /**
     * A wire took so many bytes more, and of all that it took it still holds so many.
     *
     * @throws IllegalArgumentException if either is less than none, or it took more than there are
     */
    public void taken(long bytes, long held) {
        if (bytes < 0 || held < 0 || bytes > size - taken) {
            throw new IllegalArgumentException(
                    "%d bytes were taken of %d, and %d are held".formatted(bytes, size - taken, held));
        }
        taken += bytes;
        sent = Math.max(sent, taken - held);
    }

    /** Whether all of it has left. */
    public boolean isEmpty() {
        return sent >= size;
    }

    /** Copies what was not taken, as much as there is room for. */
    public void copyTo(ByteBuffer target) {
        Objects.requireNonNull(target, "target");
        long skip = taken;
        for (ByteBuffer part : parts) {
            int length = part.remaining();
            if (skip < length) {
                int count = (int) Math.min(length - skip, target.remaining());
                target.put(part.slice(part.position() + (int) skip, count));
                if (!target.hasRemaining()) {
                    return;
                }
            }
            skip = Math.max(0, skip - length);
        }
    }

    /**
     * Reads back the messages of which the last byte has not left, in order, from frames that are not sealed.
     *
     * @param current the message that is being handed out, which comes after them; null for none
     */
    void recover(FrameFormat format, @Nullable Message current, Consumer<Message> messages) {
        boolean restHasLeft = messagesAt != Outgoing.NO_MESSAGE && messagesAt <= sent;
        if (begun != null && !restHasLeft && begun != current) {
            messages.accept(begun);
        }
        if (messagesAt != Outgoing.NO_MESSAGE) {
            new Reading(format, messages).read();
        }
    }

    /** One pass over the frames. */
    private final class Reading {
        private final FrameReader frames;
        private final MessageAssembler assembler = new MessageAssembler(-1);
        private final Consumer<Message> messages;
        private long position;

        Reading(FrameFormat format, Consumer<Message> messages) {
            this.frames = new FrameReader(format, (flags, bodySize) -> {});
            this.messages = messages;
        }

        void read() {
            try {
                for (ByteBuffer part : parts) {
                    read(part);
                }
            } catch (ProtocolException e) {
                throw new IllegalStateException("our own frames cannot be read back", e);
            }
        }

        private void read(ByteBuffer part) throws ProtocolException {
            int from = part.arrayOffset() + part.position();
            int end = from + part.remaining();
            int at = from + (int) Math.min(part.remaining(), Math.max(0, messagesAt - position));
            while (at < end) {
                byte[] body = frames.read(part.array(), at, end);
                at = frames.position();
                if (body != null) {
                    take(body, position + (at - from));
                }
            }
            position += end - from;
        }

        private void take(byte[] body, long endsAt) {
            if (frames.flags() == FrameFlags.MORE) {
                assembler.add(body);
            } else if (frames.flags() == 0) {
                Message message = assembler.finish(body);
                if (endsAt > sent) {
                    messages.accept(message);
                }
            }
        }
    }
}
