package io.zmq4j.patterns.delivery.protocol;

import io.zmq4j.message.Message;
import java.nio.ByteBuffer;
import java.util.Objects;

/**
 * A run of messages with numbers in a row: each frame behind the header is one; or, with WHOLE, all of them are the frames of
 * one.
 *
 * <pre>{@code
 *  5       6              14
 * +-------+--------------+     +-------+     +-------+
 * | flags | first number |  +  | frame |  +  | frame |  …
 * +-------+--------------+     +-------+     +-------+
 *   1       8
 *
 *  flags:  0000 0001  WHOLE        the frames are one message
 *          0000 0010  REDELIVERED  each of them may have been delivered before
 * }</pre>
 *
 * @param first the number of the first one; a sender counts from 1
 * @param wire the command as it came, or is sent: the header, and the frames
 */
public record Messages(int session, boolean isWhole, boolean isRedelivered, long first, Message wire)
        implements Command {
    static final int WHOLE = 0b0000_0001;
    static final int REDELIVERED = 0b0000_0010;

    private static final int LENGTH = PREFIX + 1 + Long.BYTES;

    public Messages {
        Objects.requireNonNull(wire, "wire");
    }

    static byte[] header(int session, int flags, long first) {
        return ByteBuffer.allocate(LENGTH)
                .put(MESSAGES)
                .putInt(session)
                .put((byte) flags)
                .putLong(first)
                .array();
    }

    static Messages decode(int session, ByteBuffer header, Message wire) throws MalformedCommandException {
        if (header.remaining() != LENGTH - PREFIX) {
            throw new MalformedCommandException("the header of MESSAGES has " + LENGTH + " octets");
        }
        byte flags = header.get();
        long first = header.getLong();
        if ((flags & ~(WHOLE | REDELIVERED)) != 0) {
            throw new MalformedCommandException("MESSAGES has flags that are not known");
        }
        if (wire.frameCount() < 2 || first < 1 || first > Long.MAX_VALUE - wire.frameCount()) {
            throw new MalformedCommandException("MESSAGES has a message at least, and numbers from 1 on");
        }
        return new Messages(session, (flags & WHOLE) != 0, (flags & REDELIVERED) != 0, first, wire);
    }

    @Override
    public Message encode() {
        return wire;
    }

    /** How many messages there are. */
    public int count() {
        return isWhole ? 1 : wire.frameCount() - 1;
    }

    /** One of them, from 0 on. */
    public Message message(int index) {
        return isWhole ? wire.from(1) : Message.wrap(wire.array(1 + index));
    }

    /** The bytes of each. */
    long[] sizes() {
        if (isWhole) {
            return new long[] {size()};
        }
        var sizes = new long[count()];
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = wire.size(1 + i);
        }
        return sizes;
    }

    /** The bytes of all of them together. */
    long size() {
        return wire.size() - wire.size(0);
    }
}
