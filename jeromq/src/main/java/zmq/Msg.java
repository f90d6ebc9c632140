package zmq;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Objects;
import zmq.io.Metadata;

/**
 * One frame, with its flags. Of a fixed size: bytes are put one behind the other, or read at an index or one after the other.
 * Numbers are big-endian. It keeps an array or a buffer that it is made of, without a copy. Not safe for several threads at a time.
 */
public class Msg {
    /** Another frame of the same message follows. */
    public static final int MORE = 1;

    /** A command of the protocol. */
    public static final int COMMAND = 2;

    public static final int CREDENTIAL = 32;

    /** A peer's routing id. */
    public static final int IDENTITY = 64;

    public static final int SHARED = 128;

    /** The most characters that the name of a group has. */
    public static final int MAX_GROUP_LENGTH = 255;

    private static final int LONGEST_SHORT_STRING = 255;
    private static final byte[] NO_BYTES = new byte[0];

    private enum Type {
        DATA,
        DELIMITER,
        JOIN,
        LEAVE
    }

    /** All bytes, if they are an array. */
    private final byte[] array;

    /** Else all bytes, from its start to its limit; its position never moves. */
    private final ByteBuffer buffer;

    private Type type = Type.DATA;
    private int flags;
    private int readIndex;
    private int writeIndex;
    private int routingId;
    private String group;
    private Metadata metadata;
    private SocketChannel channel;

    /** A frame without bytes. */
    public Msg() {
        this(NO_BYTES);
    }

    /** A frame of so many bytes, all 0. */
    public Msg(int size) {
        this(new byte[size]);
    }

    /** A frame of this array itself; null is one without bytes. */
    public Msg(byte[] bytes) {
        array = bytes == null ? NO_BYTES : bytes;
        buffer = null;
    }

    /**
     * A frame of what is between the buffer's position and its limit, which both stay.
     *
     * @throws IllegalArgumentException if it is null
     */
    public Msg(ByteBuffer bytes) {
        if (bytes == null) {
            throw new IllegalArgumentException("the buffer of a frame is null: new Msg() has no bytes");
        }
        array = wholeArray(bytes);
        buffer = array == null ? bytes.slice() : null;
    }

    /**
     * A frame with the same bytes, not copied, and the same flags.
     *
     * @throws IllegalArgumentException if it is null
     */
    public Msg(Msg frame) {
        if (frame == null) {
            throw new IllegalArgumentException("the frame to copy is null: new Msg() has no bytes");
        }
        array = frame.array;
        buffer = frame.buffer;
        type = frame.type;
        flags = frame.flags;
        readIndex = frame.readIndex;
        writeIndex = frame.writeIndex;
    }

    /** The buffer's array if that has the buffer's bytes and no others. */
    private static byte[] wholeArray(ByteBuffer bytes) {
        boolean isWhole = bytes.hasArray()
                && bytes.arrayOffset() + bytes.position() == 0
                && bytes.remaining() == bytes.array().length;
        return isWhole ? bytes.array() : null;
    }

    /** The number of bytes. */
    public int size() {
        return array != null ? array.length : buffer.limit();
    }

    /** The bytes: the frame's own array if it has one, else a copy. */
    public byte[] data() {
        if (array != null) {
            return array;
        }
        var bytes = new byte[buffer.limit()];
        buffer.get(0, bytes);
        return bytes;
    }

    /** A view of all bytes, which writes through. */
    public ByteBuffer buf() {
        return array != null ? ByteBuffer.wrap(array) : buffer.duplicate();
    }

    /** Always true. */
    public boolean check() {
        return true;
    }

    // Flags and type

    public int flags() {
        return flags;
    }

    /** Adds these to the flags. */
    public void setFlags(int flags) {
        this.flags |= flags;
    }

    /** Takes these out of the flags. */
    public void resetFlags(int flags) {
        this.flags &= ~flags;
    }

    public boolean hasMore() {
        return (flags & MORE) != 0;
    }

    public boolean isCommand() {
        return (flags & COMMAND) != 0;
    }

    public boolean isCredential() {
        return (flags & CREDENTIAL) != 0;
    }

    public boolean isIdentity() {
        return (flags & IDENTITY) != 0;
    }

    public boolean isDelimiter() {
        return type == Type.DELIMITER;
    }

    public boolean isJoin() {
        return type == Type.JOIN;
    }

    public boolean isLeave() {
        return type == Type.LEAVE;
    }

    /** Makes this the last frame of a pipe, without flags. */
    public void initDelimiter() {
        init(Type.DELIMITER);
    }

    /** Makes this a wish to get a group's messages, without flags. */
    public void initJoin() {
        init(Type.JOIN);
    }

    /** Makes this a wish not to get a group's messages any more, without flags. */
    public void initLeave() {
        init(Type.LEAVE);
    }

    private void init(Type type) {
        this.type = type;
        flags = 0;
        metadata = null;
    }

    // What is known of the peer

    /** What the peer told, and what its authentication did, or null. */
    public Metadata getMetadata() {
        return metadata;
    }

    public Msg setMetadata(Metadata metadata) {
        this.metadata = metadata;
        return this;
    }

    public void resetMetadata() {
        metadata = null;
    }

    /** The connection it came from, or null. */
    public SocketChannel fd() {
        return channel;
    }

    public void setFd(SocketChannel channel) {
        this.channel = channel;
    }

    /** The peer of a SERVER, or 0. */
    public int getRoutingId() {
        return routingId;
    }

    /** Returns whether it was set: not 0. */
    public boolean setRoutingId(int routingId) {
        if (routingId == 0) {
            return false;
        }
        this.routingId = routingId;
        return true;
    }

    public void resetRoutingId() {
        routingId = 0;
    }

    /** The group of a RADIO's message, or null. */
    public String getGroup() {
        return group;
    }

    /** Returns whether it was set: not if it is longer than {@link #MAX_GROUP_LENGTH}. Null is no group. */
    public boolean setGroup(String group) {
        if (group != null && group.length() > MAX_GROUP_LENGTH) {
            return false;
        }
        this.group = group;
        return true;
    }

    // Reading

    /** The next byte. */
    public byte get() {
        byte next = get(readIndex);
        readIndex++;
        return next;
    }

    public byte get(int index) {
        return buf().get(index);
    }

    /** A number of 2 bytes, from 0 to 65535. */
    public int getShort(int index) {
        return buf().getShort(index) & 0xFFFF;
    }

    public int getInt(int index) {
        return buf().getInt(index);
    }

    public long getLong(int index) {
        return buf().getLong(index);
    }

    /**
     * Copies up to {@code length} bytes, fewer at the end of the frame.
     *
     * @return how many that were
     */
    public int getBytes(int index, byte[] target, int offset, int length) {
        int count = Math.min(length, size() - index);
        buf().get(index, target, offset, count);
        return count;
    }

    /**
     * Puts up to {@code length} bytes into a buffer, fewer at the end of the frame.
     *
     * @return how many that were
     */
    public int getBytes(int index, ByteBuffer target, int length) {
        int count = Math.min(length, size() - index);
        target.put(buf().slice(index, count));
        return count;
    }

    /** Puts {@code length} bytes into a buffer. */
    public void transfer(ByteBuffer target, int offset, int length) {
        target.put(buf().limit(offset + length).position(offset));
    }

    // Writing

    protected final int getWriteIndex() {
        return writeIndex;
    }

    protected final void setWriteIndex(int writeIndex) {
        this.writeIndex = writeIndex;
    }

    /** Writes a byte somewhere, without a look at what was put before. */
    protected Msg put(int index, byte value) {
        if (array != null) {
            array[Objects.checkIndex(index, array.length)] = value;
        } else {
            buffer.put(index, value);
        }
        return this;
    }

    public Msg put(byte value) {
        put(writeIndex, value);
        writeIndex++;
        return this;
    }

    /** Puts the lowest byte of a number. */
    public Msg put(int value) {
        return put((byte) value);
    }

    public Msg put(byte[] source) {
        return put(source, 0, source.length);
    }

    /** Nothing if {@code source} is null. */
    public Msg put(byte[] source, int offset, int length) {
        if (source != null) {
            free().put(source, offset, length);
            writeIndex += length;
        }
        return this;
    }

    /** Puts what is between the buffer's position, which moves, and its limit. */
    public Msg put(ByteBuffer source) {
        put(source, source.position(), source.remaining());
        source.position(source.limit());
        return this;
    }

    /** Puts a part of a buffer, whose position stays. Nothing if {@code source} is null. */
    public Msg put(ByteBuffer source, int offset, int length) {
        if (source != null) {
            free().put(source.duplicate().limit(offset + length).position(offset));
            writeIndex += length;
        }
        return this;
    }

    private ByteBuffer free() {
        return buf().position(writeIndex);
    }

    /**
     * Puts a text as UTF-8, and its length in a byte before. Nothing if it is null.
     *
     * @throws IllegalArgumentException if that is more than 255 bytes
     */
    public Msg putShortString(String text) {
        if (text != null) {
            byte[] bytes = shortString(text);
            put((byte) bytes.length);
            put(bytes);
        }
        return this;
    }

    private static byte[] shortString(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        if (bytes.length > LONGEST_SHORT_STRING) {
            throw new IllegalArgumentException("a text of %d bytes, allowed are %d: its length is one byte"
                    .formatted(bytes.length, LONGEST_SHORT_STRING));
        }
        return bytes;
    }

    /** Type, size and flags, and nothing of the bytes. */
    @Override
    public String toString() {
        return "Msg[type=%s, size=%d, flags=%d]".formatted(type, size(), flags);
    }

    /** A frame that grows as long as something is put. */
    public static final class Builder extends Msg {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        public Builder() {}

        /** The bytes so far. */
        @Override
        public int size() {
            return bytes.size();
        }

        /** Puts a byte behind all others, whatever the index. */
        @Override
        protected Msg put(int index, byte value) {
            bytes.write(value);
            return this;
        }

        @Override
        public Msg put(byte[] source, int offset, int length) {
            if (source != null) {
                bytes.write(source, offset, length);
            }
            return this;
        }

        @Override
        public Msg put(ByteBuffer source, int offset, int length) {
            if (source != null) {
                var part = new byte[length];
                source.get(offset, part);
                bytes.writeBytes(part);
            }
            return this;
        }

        @Override
        public Msg putShortString(String text) {
            return super.putShortString(text);
        }

        @Override
        public void setFlags(int flags) {
            super.setFlags(flags);
        }

        /** A frame of the bytes so far, with these flags. */
        public Msg build() {
            var frame = new Msg(bytes.toByteArray());
            frame.setFlags(flags());
            return frame;
        }
    }
}
