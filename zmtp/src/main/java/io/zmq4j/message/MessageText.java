package io.zmq4j.message;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** How messages look to people: {@code ["tick", "", 0x0000018f, "Lorem ipsum dolor sit amet, cons… (574 bytes)]}. */
final class MessageText {
    private static final int MOST_FRAMES = 8;
    private static final int MOST_BYTES = 32;

    /** A character of UTF-8 has at most this many bytes behind its first. */
    private static final int MOST_CONTINUATION = 3;

    private MessageText() {}

    static String of(Message message) {
        int count = message.frameCount();
        int shown = Math.min(count, MOST_FRAMES);
        var text = new StringBuilder("[");
        for (int i = 0; i < shown; i++) {
            text.append(i == 0 ? "" : ", ").append(of(message.array(i)));
        }
        if (shown < count) {
            text.append(", … (").append(count).append(" frames)");
        }
        return text.append(']').toString();
    }

    static String of(byte[] frame) {
        int cut = Math.min(frame.length, MOST_BYTES);
        String text = printable(frame, cut);
        String left = frame.length > cut ? "… (" + frame.length + " bytes)" : "";
        return text != null
                ? '"' + text + (left.isEmpty() ? "\"" : left)
                : "0x" + HexFormat.of().formatHex(frame, 0, cut) + left;
    }

    /** The first {@code length} bytes as text, less the character that they end within; null if they are no text. */
    private static @Nullable String printable(byte[] frame, int length) {
        int whole = length;
        if (length < frame.length) {
            while (whole > length - MOST_CONTINUATION && (frame[whole] & 0xC0) == 0x80) {
                whole--;
            }
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(frame, 0, whole))
                    .toString();
            return text.codePoints().allMatch(MessageText::isPrintable) ? escaped(text) : null;
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    /** Not what moves the cursor, rings the bell or turns the line's direction: a message must not write to a terminal. */
    private static boolean isPrintable(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL -> codePoint == '\n' || codePoint == '\r' || codePoint == '\t';
            case Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace("\t", "\\t");
    }
}
