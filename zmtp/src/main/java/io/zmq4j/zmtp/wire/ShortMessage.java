package io.zmq4j.zmtp.wire;

import io.zmq4j.message.Message;
import java.util.Arrays;
import java.util.Objects;

/**
 * A message of one short frame, as nearly every small message is, in the formats whose flags come first:
 *
 * <pre>
 *   +------+------+-----------
 *   | 0x00 | size | body ...        0 to 255 octets
 *   +------+------+-----------
 *      0      1     2
 * </pre>
 *
 * The way through {@link FrameReader} and {@link FrameFormat} does the same for any frame; this one takes half the time,
 * and a small message's time is mostly that.
 */
public final class ShortMessage {
    public static final int HEADER = 2;
    public static final int LONGEST_BODY = 255;

    private ShortMessage() {}

    /** Whether the message is one: a single frame of up to {@link #LONGEST_BODY} bytes. */
    public static boolean is(Message message) {
        return message.frameCount() == 1 && message.size(0) <= LONGEST_BODY;
    }

    /** The position behind the message that starts at {@code from}; -1 if it is another kind, or not all there. */
    public static int end(byte[] bytes, int from, int end) {
        Objects.requireNonNull(bytes, "bytes");
        if (end - from < HEADER || bytes[from] != 0) {
            return -1;
        }
        int behind = from + HEADER + Wire.uint8(bytes, from + 1);
        return behind <= end ? behind : -1;
    }

    /** The position behind the message that starts here and is all there. */
    public static int behind(byte[] bytes, int at) {
        return at + HEADER + Wire.uint8(bytes, at + 1);
    }

    /** The message between two positions. */
    public static Message get(byte[] bytes, int at, int behind) {
        Objects.requireNonNull(bytes, "bytes");
        return Message.wrap(Arrays.copyOfRange(bytes, at + HEADER, behind));
    }

    /** Writes the message of this body, which is not longer than {@link #LONGEST_BODY}; returns the position behind it. */
    public static int put(byte[] bytes, int at, byte[] body) {
        bytes[at] = 0;
        bytes[at + 1] = (byte) body.length;
        System.arraycopy(body, 0, bytes, at + HEADER, body.length);
        return at + HEADER + body.length;
    }
}
