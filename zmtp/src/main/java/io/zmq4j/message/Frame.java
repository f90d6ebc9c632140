package io.zmq4j.message;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Objects;

/** One frame of a {@link Message}: a view of its bytes. Immutable, and safe for any thread. Numbers are big-endian. */
public final class Frame {
    final byte[] array;

    Frame(byte[] array) {
        this.array = array;
    }

    /** The number of bytes. */
    public int size() {
        return array.length;
    }

    /** Whether it has no bytes, as the delimiter between envelope and body. */
    public boolean isEmpty() {
        return array.length == 0;
    }

    /** A copy of the bytes. */
    public byte[] bytes() {
        return Bytes.copy(array);
    }

    /** A read-only view of the bytes, without a copy. */
    public ByteBuffer buffer() {
        return Bytes.view(array);
    }

    /** The bytes as UTF-8 text; what is no UTF-8 becomes U+FFFD. */
    public String text() {
        return Bytes.text(array);
    }

    /** The bytes as text; what is not of this character set becomes its replacement, mostly U+FFFD. */
    public String text(Charset charset) {
        return new String(array, Objects.requireNonNull(charset, "charset"));
    }

    /**
     * The bytes as a number.
     *
     * @throws IllegalStateException if there are not just 4
     */
    public int int32() {
        return number(Integer.BYTES, "int32").getInt();
    }

    /**
     * The bytes as a number.
     *
     * @throws IllegalStateException if there are not just 8
     */
    public long int64() {
        return number(Long.BYTES, "int64").getLong();
    }

    private ByteBuffer number(int size, String name) {
        if (array.length != size) {
            throw new IllegalStateException(
                    "an " + name + " has " + size + " bytes, this frame has " + array.length + ": see size()");
        }
        return ByteBuffer.wrap(array);
    }

    public boolean startsWith(byte[] prefix) {
        return Bytes.startsWith(array, Objects.requireNonNull(prefix, "prefix"));
    }

    /** Whether it starts with this text as UTF-8. */
    public boolean startsWith(String prefix) {
        return Bytes.startsWith(array, Bytes.utf8(Objects.requireNonNull(prefix, "prefix")));
    }

    /**
     * Puts the bytes into a buffer, from its position on.
     *
     * @return how many that were
     * @throws IllegalArgumentException if there is not room for all of them; then nothing was copied
     */
    public int copyTo(ByteBuffer target) {
        int size = Bytes.fitting(array.length, Objects.requireNonNull(target, "target"));
        target.put(array);
        return size;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Frame that && Arrays.equals(array, that.array);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(array);
    }

    /** The bytes, as text if they are text, else in hexadecimal; at most 32 of them. */
    @Override
    public String toString() {
        return MessageText.of(array);
    }
}
