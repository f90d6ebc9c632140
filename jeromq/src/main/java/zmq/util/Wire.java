package zmq.util;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import zmq.Msg;

/**
 * Numbers and texts in bytes, in the order of the network. What puts into a buffer moves its position and leaves its byte order; what gets
 * takes an offset and leaves the position. A short text has its length in one byte before it, a long one in four.
 */
public class Wire {
    private static final int LONGEST_SHORT_STRING = 255;

    private Wire() {}

    // Numbers of 16 bits, without a sign

    public static int getUInt16(byte[] bytes) {
        return getUInt16(ByteBuffer.wrap(bytes), 0);
    }

    public static int getUInt16(ByteBuffer buffer, int offset) {
        return bigEndian(buffer).getShort(offset) & 0xFFFF;
    }

    public static byte[] putUInt16(int value) {
        return putUInt16(ByteBuffer.allocate(Short.BYTES), value).array();
    }

    public static ByteBuffer putUInt16(ByteBuffer buffer, int value) {
        return buffer.put((byte) (value >>> 8)).put((byte) value);
    }

    public static Msg putUInt16(Msg frame, int value) {
        return frame.put((byte) (value >>> 8)).put((byte) value);
    }

    // Numbers of 32 bits, those above 2^31 - 1 negative

    public static int getUInt32(byte[] bytes, int offset) {
        return getUInt32(ByteBuffer.wrap(bytes), offset);
    }

    /** The number at the buffer's position, which stays. */
    public static int getUInt32(ByteBuffer buffer) {
        return getUInt32(buffer, buffer.position());
    }

    public static int getUInt32(ByteBuffer buffer, int offset) {
        return bigEndian(buffer).getInt(offset);
    }

    public static int getUInt32(Msg frame, int offset) {
        return frame.getInt(offset);
    }

    public static byte[] putUInt32(int value) {
        return putUInt32(ByteBuffer.allocate(Integer.BYTES), value).array();
    }

    public static ByteBuffer putUInt32(ByteBuffer buffer, int value) {
        putUInt16(buffer, value >>> 16);
        return putUInt16(buffer, value);
    }

    public static Msg putUInt32(Msg frame, int value) {
        putUInt16(frame, value >>> 16);
        return putUInt16(frame, value);
    }

    // Numbers of 64 bits, those above 2^63 - 1 negative

    public static long getUInt64(ByteBuffer buffer, int offset) {
        return bigEndian(buffer).getLong(offset);
    }

    public static long getUInt64(Msg frame, int offset) {
        return frame.getLong(offset);
    }

    public static ByteBuffer putUInt64(ByteBuffer buffer, long value) {
        putUInt32(buffer, (int) (value >>> 32));
        return putUInt32(buffer, (int) value);
    }

    private static ByteBuffer bigEndian(ByteBuffer buffer) {
        return buffer.order() == ByteOrder.BIG_ENDIAN ? buffer : buffer.duplicate();
    }

    // Texts

    /** Puts a text as UTF-8. Returns how many bytes that were, with the one of the length. */
    public static int putShortString(ByteBuffer buffer, String text) {
        return putShortString(UTF_8, buffer, text);
    }

    /**
     * Puts a text. Returns how many bytes that were, with the one of the length.
     *
     * @throws IllegalArgumentException if it has more than 255 bytes
     */
    public static int putShortString(Charset charset, ByteBuffer buffer, String text) {
        byte[] bytes = text.getBytes(charset);
        if (bytes.length > LONGEST_SHORT_STRING) {
            throw new IllegalArgumentException("a text of %d bytes, allowed are %d: its length is one byte"
                    .formatted(bytes.length, LONGEST_SHORT_STRING));
        }
        buffer.put((byte) bytes.length).put(bytes);
        return Byte.BYTES + bytes.length;
    }

    /** The text as UTF-8 at an offset. */
    public static String getShortString(ByteBuffer buffer, int offset) {
        return getShortString(UTF_8, buffer, offset);
    }

    /**
     * The text at an offset.
     *
     * @throws IndexOutOfBoundsException if there is no length
     * @throws BufferUnderflowException if there are fewer bytes than it says
     */
    public static String getShortString(Charset charset, ByteBuffer buffer, int offset) {
        return string(charset, buffer, offset + Byte.BYTES, buffer.get(offset) & 0xFF);
    }

    /** Puts a text as UTF-8. Returns how many bytes that were, with the four of the length. */
    public static int putLongString(ByteBuffer buffer, String text) {
        return putLongString(UTF_8, buffer, text);
    }

    /** Puts a text. Returns how many bytes that were, with the four of the length. */
    public static int putLongString(Charset charset, ByteBuffer buffer, String text) {
        byte[] bytes = text.getBytes(charset);
        putUInt32(buffer, bytes.length).put(bytes);
        return Integer.BYTES + bytes.length;
    }

    /** The text as UTF-8 at an offset. */
    public static String getLongString(ByteBuffer buffer, int offset) {
        return getLongString(UTF_8, buffer, offset);
    }

    /**
     * The text at an offset.
     *
     * @throws IndexOutOfBoundsException if there is no length
     * @throws BufferUnderflowException if there are fewer bytes than it says
     */
    public static String getLongString(Charset charset, ByteBuffer buffer, int offset) {
        return string(charset, buffer, offset + Integer.BYTES, getUInt32(buffer, offset));
    }

    /** Looks whether the bytes are there before it makes room for them. */
    private static String string(Charset charset, ByteBuffer buffer, int offset, int length) {
        if (length < 0 || length > buffer.limit() - offset) {
            throw new BufferUnderflowException();
        }
        var bytes = new byte[length];
        buffer.get(offset, bytes);
        return new String(bytes, charset);
    }
}
