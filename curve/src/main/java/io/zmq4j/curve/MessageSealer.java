package io.zmq4j.curve;

import io.zmq4j.curve.cipher.BoxSealer;
import io.zmq4j.zmtp.mechanism.Sealer;
import io.zmq4j.zmtp.wire.FrameFlags;

/**
 * Makes of each frame a MESSAGE (RFC 26, "The MESSAGE Command").
 *
 * <pre>
 *  +-------------+-------------+-----------------------------+
 *  | 7 "MESSAGE" | short nonce | Box [flags + body]          |
 *  +-------------+-------------+-----------------------------+
 *       0..7          8..15       16..
 *
 *   flags    bit 0 MORE    bit 1 COMMAND    the others are 0
 * </pre>
 *
 * RFC 26 knows no commands in there. All implementations have them where libzmq has, at bit 1, which is another place than in a
 * frame's own flags.
 */
final class MessageSealer implements Sealer {
    static final byte[] PREFIX = {7, 'M', 'E', 'S', 'S', 'A', 'G', 'E'};
    static final int OVERHEAD = PREFIX.length + BoxSealer.OVERHEAD;

    static final int MORE = 1;
    static final int COMMAND = 2;

    private final BoxSealer boxes;

    MessageSealer(BoxSealer boxes) {
        this.boxes = boxes;
    }

    @Override
    public long sealedSize(int flags, byte[] body) {
        return (long) body.length + OVERHEAD;
    }

    @Override
    public void seal(int flags, byte[] body, byte[] into, int at) {
        System.arraycopy(PREFIX, 0, into, at, PREFIX.length);
        int inside = flags == FrameFlags.COMMAND ? COMMAND : flags & MORE;
        boxes.seal(inside, body, into, at + PREFIX.length);
    }

    @Override
    public void rest() {
        boxes.rest();
    }

    @Override
    public void end() {
        boxes.end();
    }
}
