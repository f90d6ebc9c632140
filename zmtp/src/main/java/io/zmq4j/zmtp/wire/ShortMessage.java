package io.zmq4j.zmtp.wire;

import io.zmq4j.message.Message;
import java.util.Arrays;
import java.util.Objects;

/**
 * A message of a few short frames, as nearly every small message is, in the formats whose flags come first:
 *
 * <pre>
 *   +------+------+-----------+------+------+-----------
 *   | 0x01 | size | body ...  | 0x00 | size | body ...        each body 0 to 255 octets
 *   +------+------+-----------+------+------+-----------
 *      0      1     2
 *    more                       last
 * </pre>
 *
 * The way through {@link FrameReader} and {@link FrameFormat} does the same for any frame; this one takes half the time,
 * and a small message's time is mostly that.
 */
public final class ShortMessage {
    /** Of each frame. */
    public static final int HEADER = 2;

    public static final int LONGEST_BODY = 255;

    /** Where a message ends is looked for from its beginning, again each time a part of it has come. */
    public static final int MOST_FRAMES = 8;

    private ShortMessage() {}

    /** Whether the message is one: up to {@link #MOST_FRAMES} frames of up to {@link #LONGEST_BODY} bytes each. */
    public static boolean is(Message message) {
        int count = message.frameCount();
        return count == 1 ? message.size(0) <= LONGEST_BODY : count <= MOST_FRAMES && isShort(message, count);
    }

    private static boolean isShort(Message message, int count) {
        for (int i = 0; i < count; i++) {
            if (message.size(i) > LONGEST_BODY) {
                return false;
            }
        }
        return true;
    }

    /** The bytes that it takes, headers included. */
    public static int encodedSize(Message message) {
        return HEADER * message.frameCount() + (int) message.size();
    }

    /** The position behind the message that starts at {@code from}; -1 if it is another kind, or not all there. */
    public static int end(byte[] bytes, int from, int end) {
        Objects.requireNonNull(bytes, "bytes");
        int at = from;
        for (int frames = 0; frames < MOST_FRAMES && end - at >= HEADER; frames++) {
            int flags = bytes[at];
            if ((flags & ~FrameFlags.MORE) != 0) {
                return -1;
            }
            at += HEADER + Unsigned.uint8(bytes, at + 1);
            if (flags == 0) {
                return at <= end ? at : -1;
            }
        }
        return -1;
    }

    /** The position behind the message that starts here and is all there. */
    public static int behind(byte[] bytes, int at) {
        int behind = at;
        int flags;
        do {
            flags = bytes[behind];
            behind += HEADER + Unsigned.uint8(bytes, behind + 1);
        } while (flags != 0);
        return behind;
    }

    /** The message between two positions. */
    public static Message get(byte[] bytes, int at, int behind) {
        Objects.requireNonNull(bytes, "bytes");
        return bytes[at] == 0
                ? Message.wrap(Arrays.copyOfRange(bytes, at + HEADER, behind))
                : Message.wrap(frames(bytes, at));
    }

    private static byte[][] frames(byte[] bytes, int from) {
        var frames = new byte[count(bytes, from)][];
        int at = from;
        for (int i = 0; i < frames.length; i++) {
            int behind = at + HEADER + Unsigned.uint8(bytes, at + 1);
            frames[i] = Arrays.copyOfRange(bytes, at + HEADER, behind);
            at = behind;
        }
        return frames;
    }

    private static int count(byte[] bytes, int from) {
        int count = 1;
        for (int at = from; bytes[at] != 0; at += HEADER + Unsigned.uint8(bytes, at + 1)) {
            count++;
        }
        return count;
    }

    /** Writes a message that {@linkplain #is is short}; returns the position behind it. */
    public static int put(byte[] bytes, int at, Message message) {
        int last = message.frameCount() - 1;
        int position = at;
        for (int i = 0; i < last; i++) {
            position = put(bytes, position, FrameFlags.MORE, message.array(i));
        }
        return put(bytes, position, 0, message.array(last));
    }

    private static int put(byte[] bytes, int at, int flags, byte[] body) {
        bytes[at] = (byte) flags;
        bytes[at + 1] = (byte) body.length;
        System.arraycopy(body, 0, bytes, at + HEADER, body.length);
        return at + HEADER + body.length;
    }
}
