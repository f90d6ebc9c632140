package io.zmq4j.testkit;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Literal bytes in tests. */
public final class Bytes {
    private static final HexFormat SPACED = HexFormat.ofDelimiter(" ");

    private Bytes() {}

    /** The bytes of hexadecimal digits, with white space wherever it reads well. */
    public static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits.replaceAll("\\s", ""));
    }

    /** Hexadecimal digits of bytes, a space between bytes. */
    public static String hex(byte[] bytes) {
        return SPACED.formatHex(bytes);
    }

    public static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    public static byte[] concat(byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        var all = new byte[length];
        int end = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, all, end, part.length);
            end += part.length;
        }
        return all;
    }
}
