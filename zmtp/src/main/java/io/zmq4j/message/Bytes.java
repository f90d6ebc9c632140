package io.zmq4j.message;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The bytes of a frame: where they come from, and as what they are read. */
final class Bytes {
    static final byte[] NONE = {};

    private Bytes() {}

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] of(ByteBuffer buffer) {
        var bytes = new byte[buffer.remaining()];
        // Absolute: the caller's position stays, and another thread may read the same buffer.
        buffer.get(buffer.position(), bytes);
        return bytes;
    }

    static byte[] copy(byte[] bytes) {
        return bytes.length == 0 ? NONE : bytes.clone();
    }

    static ByteBuffer view(byte[] bytes) {
        return ByteBuffer.wrap(bytes).asReadOnlyBuffer();
    }

    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    static boolean startsWith(byte[] bytes, byte[] prefix) {
        return bytes.length >= prefix.length && Arrays.equals(bytes, 0, prefix.length, prefix, 0, prefix.length);
    }

    /** That many bytes, all of which the buffer has room for. */
    static int fitting(long size, ByteBuffer target) {
        if (size > target.remaining()) {
            throw new IllegalArgumentException("target has room for " + target.remaining() + " bytes, " + size
                    + " are to be copied: give it at least the size of what is copied");
        }
        return (int) size;
    }

    /** A frame of several, which is not null. */
    static <T> T present(T[] frames, int index) {
        T frame = frames[index];
        if (frame == null) {
            throw new NullPointerException("frames[" + index + "] is null");
        }
        return frame;
    }
}
