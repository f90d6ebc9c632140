package io.zmq4j.options;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/** Bytes as UTF-8 text where that is readable, else as hex digits after {@code 0x}. */
final class BytesText {
    private static final String HEX = "0x";

    private BytesText() {}

    static byte[] parse(String text) {
        return isHex(text)
                ? HexFormat.of().parseHex(text, HEX.length(), text.length())
                : text.getBytes(StandardCharsets.UTF_8);
    }

    static String format(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return isReadable(text) && Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes)
                ? text
                : HEX + HexFormat.of().formatHex(bytes);
    }

    private static boolean isHex(String text) {
        return text.regionMatches(true, 0, HEX, 0, HEX.length());
    }

    private static boolean isReadable(String text) {
        return !isHex(text) && text.chars().noneMatch(Character::isISOControl);
    }
}
