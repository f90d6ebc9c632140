package io.zmq4j.gssapi;

import io.zmq4j.zmtp.CloseReason;
import io.zmq4j.zmtp.wire.ProtocolException;
import io.zmq4j.zmtp.wire.Unsigned;
import java.util.Arrays;

/**
 * What travels in place of a frame, and of READY (RFC 2743, 2.3.3: a token that {@code GSS_Wrap} has made).
 *
 * <pre>
 *  +-------------+--------------+------------------------------+
 *  | 7 "MESSAGE" | token's size | GSS_Wrap(flags octet + body) |
 *  +-------------+--------------+------------------------------+
 *       0..7          8..11         12..
 *
 *   flags    bit 0 MORE    bit 1 COMMAND    bit 2 a topic to subscribe to    bit 3 a topic to cancel    the others are 0
 * </pre>
 *
 * RFC 38 leaves this open, so it is as libzmq has it.
 */
final class MessageToken {
    static final String NAME = "MESSAGE";

    static final int MORE = 1;
    static final int COMMAND = 2;
    static final int SUBSCRIBE = 4;
    static final int CANCEL = 8;

    /** What is around a token. */
    static final int FRAMING = 12;

    private static final byte[] PREFIX = {7, 'M', 'E', 'S', 'S', 'A', 'G', 'E'};
    private static final int SIZE_AT = PREFIX.length;

    private MessageToken() {}

    /** The token of a frame that is to be sent next. */
    static byte[] wrapped(SecurityContext context, int flags, byte[] body) throws ProtocolException {
        var clear = new byte[1 + body.length];
        clear[0] = (byte) flags;
        System.arraycopy(body, 0, clear, 1, body.length);
        return context.wrap(clear);
    }

    static void put(byte[] token, byte[] into, int at) {
        System.arraycopy(PREFIX, 0, into, at, PREFIX.length);
        Unsigned.putUint32(into, at + SIZE_AT, token.length);
        System.arraycopy(token, 0, into, at + FRAMING, token.length);
    }

    /** The flags octet and the body, which the peer has sent next. */
    static byte[] unwrapped(SecurityContext context, byte[] bytes, int at, int size) throws ProtocolException {
        if (size <= FRAMING || !Arrays.equals(bytes, at, at + PREFIX.length, PREFIX, 0, PREFIX.length)) {
            throw refused("something else than a MESSAGE came, or one without a token");
        }
        long declared = Unsigned.uint32(bytes, at + SIZE_AT);
        int there = size - FRAMING;
        if (declared != there) {
            throw refused("a MESSAGE declares a token of %d bytes and has %d".formatted(declared, there));
        }
        byte[] clear = context.unwrap(bytes, at + FRAMING, there);
        if (clear.length == 0) {
            throw refused("a MESSAGE without flags");
        }
        return clear;
    }

    static ProtocolException refused(String detail) {
        return new ProtocolException(CloseReason.MALFORMED_FRAME, detail);
    }
}
