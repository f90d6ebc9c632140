package io.zmq4j.zmtp.wire;

import io.zmq4j.zmtp.CloseReason;

/**
 * Frames of ZMTP 1.0: the length comes first and counts the flags octet too (RFC 13, "The Framing Layer").
 *
 * <pre>
 *  short  +--------+-------+-----------
 *         | length | flags | body ...        0 to 253 octets
 *         +--------+-------+-----------
 *              0       1     2
 *
 *  long   +------+--------+-------+-----------
 *         | 0xFF | length | flags | body ...
 *         +------+--------+-------+-----------
 *             0     1..8      9     10
 * </pre>
 */
final class LengthFirstFormat implements FrameFormat {
    private static final int LONG_MARK = 0xFF;
    private static final int SHORT_HEADER = 2;
    private static final int LONG_HEADER = 10;
    private static final int LONGEST_SHORT_LENGTH = 254;

    @Override
    public int headerSize(byte first) {
        return isLong(first) ? LONG_HEADER : SHORT_HEADER;
    }

    /** Bits other than MORE are not looked at: RFC 13 reserves them without forbidding them. */
    @Override
    public int flags(byte[] bytes, int at) {
        return bytes[at + headerSize(bytes[at]) - 1] & FrameFlags.MORE;
    }

    @Override
    public long bodySize(byte[] bytes, int at) throws ProtocolException {
        long length = isLong(bytes[at]) ? Unsigned.uint64(bytes, at + 1) : Unsigned.uint8(bytes, at);
        if (length <= 0) {
            throw new ProtocolException(
                    CloseReason.MALFORMED_FRAME,
                    "a ZMTP 1.0 frame declares length %s, allowed are 1 to 2^63-1"
                            .formatted(Long.toUnsignedString(length)));
        }
        return length - 1;
    }

    @Override
    public int putHeader(byte[] bytes, int at, int flags, int bodySize) {
        long length = bodySize + 1L;
        int flagsAt;
        if (length <= LONGEST_SHORT_LENGTH) {
            bytes[at] = (byte) length;
            flagsAt = at + SHORT_HEADER - 1;
        } else {
            bytes[at] = (byte) LONG_MARK;
            Unsigned.putUint64(bytes, at + 1, length);
            flagsAt = at + LONG_HEADER - 1;
        }
        bytes[flagsAt] = (byte) flags;
        return flagsAt + 1;
    }

    private static boolean isLong(byte first) {
        return (first & 0xFF) == LONG_MARK;
    }

    @Override
    public boolean hasShortMessages() {
        return false;
    }
}
