package io.zmq4j.zmtp.wire;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Makes bytes from a peer fit for a log line: printable ASCII stays, all else is escaped, what is long is cut. */
public final class Printable {
    private static final int LONGEST = 255;

    private Printable() {}

    public static String text(byte[] bytes) {
        return text(bytes, 0, bytes.length);
    }

    public static String text(String latin1) {
        return text(latin1.getBytes(StandardCharsets.ISO_8859_1));
    }

    public static String text(byte[] bytes, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        int shown = Math.min(length, LONGEST);
        var line = new StringBuilder(shown + 16);
        for (int i = offset; i < offset + shown; i++) {
            int octet = Unsigned.uint8(bytes, i);
            if (octet == '\\') {
                line.append("\\\\");
            } else if (octet >= ' ' && octet <= '~') {
                line.append((char) octet);
            } else {
                line.append("\\x%02X".formatted(octet));
            }
        }
        if (shown < length) {
            line.append("… (").append(length).append(" bytes)");
        }
        return line.toString();
    }
}
