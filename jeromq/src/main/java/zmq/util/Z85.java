package zmq.util;

import java.util.Arrays;
import java.util.Objects;

/** Bytes as printable text, four bytes as five characters (RFC 32). */
public class Z85 {
    private static final int BYTES = 4;

    private Z85() {}

    /**
     * The text of the first {@code size} bytes, or null if that is no multiple of 4.
     *
     * @throws IndexOutOfBoundsException if there are not as many
     */
    public static String encode(byte[] data, int size) {
        if (size % BYTES != 0) {
            return null;
        }
        Objects.checkFromToIndex(0, size, data.length);
        return io.zmq4j.zmtp.wire.Z85.encode(Arrays.copyOf(data, size));
    }

    /** The bytes of a text, or null if it is none: of another length, with other characters, or with a number above 32 bits. */
    public static byte[] decode(String text) {
        Objects.requireNonNull(text, "text");
        try {
            return io.zmq4j.zmtp.wire.Z85.decode(text);
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }
}
