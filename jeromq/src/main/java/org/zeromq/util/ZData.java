package org.zeromq.util;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Bytes to be looked at: as text if none is a control character or above 127, else in hexadecimal. Null is no bytes. The array is not
 * copied.
 */
public class ZData {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final int LONGEST_LINE = 70;

    private final byte[] data;

    public ZData(byte[] data) {
        this.data = data;
    }

    /** Whether the bytes are this text as UTF-8. */
    public boolean streq(String text) {
        return streq(data, text);
    }

    /** Whether bytes are a text as UTF-8; null is none. */
    public static boolean streq(byte[] data, String text) {
        return data != null && Arrays.equals(data, text.getBytes(UTF_8));
    }

    /** Whether the bytes are these. */
    @SuppressWarnings("NonOverridingEquals")
    public boolean equals(byte[] other) {
        return Arrays.equals(data, other);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ZData that && Arrays.equals(data, that.data);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(data);
    }

    /** The bytes as text, or in hexadecimal. */
    @Override
    public String toString() {
        return toString(data);
    }

    /** Bytes as text, or in hexadecimal; empty for null. */
    public static String toString(byte[] data) {
        if (data == null) {
            return "";
        }
        return isText(data, data.length, ' ') ? new String(data, UTF_8) : strhex(data);
    }

    /** Bytes above 127 are negative. */
    private static boolean isText(byte[] data, int length, int lowest) {
        for (int i = 0; i < length; i++) {
            if (data[i] < lowest) {
                return false;
            }
        }
        return true;
    }

    /** The bytes in hexadecimal, without spaces. */
    public String strhex() {
        return strhex(data);
    }

    /** Bytes in hexadecimal, without spaces; empty for null. */
    public static String strhex(byte[] data) {
        return data == null ? "" : HEX.formatHex(data);
    }

    /** Prints a line as {@link #print(PrintStream, String, byte[], int)} does. */
    public void print(PrintStream out, String prefix) {
        print(out, prefix, data, data == null ? 0 : data.length);
    }

    /**
     * Prints a line: the prefix, the number of bytes in brackets, and up to 70 characters of them, in hexadecimal if one is below a
     * tabulator or above 127. Nothing if {@code data} is null.
     */
    public static void print(PrintStream out, String prefix, byte[] data, int size) {
        if (data == null) {
            return;
        }
        int shown = Math.min(size, data.length);
        boolean isText = isText(data, shown, '\t');
        int most = isText ? LONGEST_LINE : LONGEST_LINE / 2;
        byte[] head = Arrays.copyOf(data, Math.min(shown, most));
        out.printf(
                "%s[%03d] %s%s%n",
                prefix == null ? "" : prefix,
                size,
                isText ? new String(head, UTF_8) : strhex(head),
                shown > most ? "..." : "");
    }
}
