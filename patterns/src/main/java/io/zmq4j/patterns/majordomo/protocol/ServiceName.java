package io.zmq4j.patterns.majordomo.protocol;

import io.zmq4j.message.Message;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a service may be called: a printable text (RFC 7, "MDP/Client") of 1 to {@value #MAX_BYTES} bytes as UTF-8. */
public final class ServiceName {
    /** The most bytes that a name has. */
    public static final int MAX_BYTES = 255;

    /** Names that begin so are the broker's own (RFC 8, "Namespace"). */
    public static final String MANAGEMENT = "mmi.";

    private ServiceName() {}

    /**
     * The name, if it is one.
     *
     * @throws IllegalArgumentException if it is empty, too long, or has a character that cannot be printed
     */
    public static String check(String name) {
        Objects.requireNonNull(name, "name");
        int bytes = name.getBytes(StandardCharsets.UTF_8).length;
        if (bytes == 0 || bytes > MAX_BYTES || !isPrintable(name)) {
            throw new IllegalArgumentException("service is a name of " + bytes + " bytes: 1 to " + MAX_BYTES
                    + " bytes of printable text are allowed");
        }
        return name;
    }

    /** The name in a frame; null if it is none. */
    static @Nullable String in(Message message, int frame) {
        int size = message.size(frame);
        if (size == 0 || size > MAX_BYTES) {
            return null;
        }
        String name = message.text(frame);
        return isPrintable(name) ? name : null;
    }

    /** What is no UTF-8 was decoded to U+FFFD, and would go back as other bytes than came. */
    private static boolean isPrintable(String name) {
        return name.codePoints().noneMatch(point -> Character.isISOControl(point) || point == 0xFFFD);
    }

    static byte[] bytes(String name) {
        return name.getBytes(StandardCharsets.UTF_8);
    }
}
