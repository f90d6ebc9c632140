package io.zmq4j.patterns.titanic;

import io.zmq4j.message.Message;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A UUID as RFC 9 writes it: 32 hexadecimal digits, which are read in both cases. */
final class RequestId {
    private static final int DIGITS = 32;

    private RequestId() {}

    static String text(UUID id) {
        return (HexFormat.of().toHexDigits(id.getMostSignificantBits())
                        + HexFormat.of().toHexDigits(id.getLeastSignificantBits()))
                .toUpperCase(Locale.ROOT);
    }

    /** The id in a frame; null if it is none. */
    static @Nullable UUID in(Message message, int frame) {
        if (message.frameCount() <= frame || message.size(frame) != DIGITS) {
            return null;
        }
        String text = message.text(frame);
        if (!text.chars().allMatch(HexFormat::isHexDigit)) {
            return null;
        }
        return new UUID(
                HexFormat.fromHexDigitsToLong(text, 0, DIGITS / 2),
                HexFormat.fromHexDigitsToLong(text, DIGITS / 2, DIGITS));
    }
}
