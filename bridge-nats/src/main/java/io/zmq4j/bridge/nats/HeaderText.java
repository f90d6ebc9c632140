package io.zmq4j.bridge.nats;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Bytes as the text of a header, which has printable ASCII only: as they are if they are that, else {@code base64:} and Base64.
 */
final class HeaderText {
    private static final String ENCODED = "base64:";

    private HeaderText() {}

    static String of(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        return isPlain(text) && !text.startsWith(ENCODED)
                ? text
                : ENCODED + Base64.getEncoder().encodeToString(bytes);
    }

    /** Neither the client nor the server keeps a blank at an end, nor tells an empty value from none. */
    private static boolean isPlain(String text) {
        return !text.isEmpty()
                && text.strip().length() == text.length()
                && text.chars().allMatch(c -> c >= ' ' && c < 0x7f);
    }

    /** What others have written is taken as it is, also where it is no Base64. */
    static byte[] bytes(String text) {
        if (text.startsWith(ENCODED)) {
            try {
                return Base64.getDecoder().decode(text.substring(ENCODED.length()));
            } catch (IllegalArgumentException e) {
                // No text of this class.
            }
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A header's name, with an underscore for what a name cannot have. */
    static String name(String name) {
        return name.replaceAll("[^!-9;-~]", "_");
    }
}
