package io.zmq4j.zmtp.wire;

import io.zmq4j.zmtp.CloseReason;

/**
 * Frames of ZMTP 2.0 and later: the flags come first and the size counts the body alone (RFC 37, "Framing").
 *
 * <pre>
 *  short  +-------+------+-----------
 *         | flags | size | body ...        0 to 255 octets
 *         +-------+------+-----------
 *             0       1    2
 *
 *  long   +-------+------+-----------
 *         | flags | size | body ...        0 to 2^63-1 octets
 *         +-------+------+-----------
 *             0     1..8   9
 * </pre>
 */
final class FlagsFirstFormat implements FrameFormat {
    private static final int SHORT_HEADER = 2;
    private static final int LONG_HEADER = 9;
    private static final int LONGEST_SHORT_BODY = 255;

    private final int reserved;

    /** {@code command} is {@link FrameFlags#COMMAND} where that bit has a meaning, else 0. */
    FlagsFirstFormat(int command) {
        reserved = ~(FrameFlags.MORE | FrameFlags.LONG | command);
    }

    @Override
    public int headerSize(byte first) throws ProtocolException {
        if ((first & reserved) != 0) {
            throw new ProtocolException(
                    CloseReason.MALFORMED_FRAME,
                    "a frame starts with flags 0x%02X, of which reserved bits are set".formatted(first));
        }
        // RFC 37, "Framing": MORE SHALL be zero on command frames.
        if ((first & FrameFlags.COMMAND) != 0 && (first & FrameFlags.MORE) != 0) {
            throw new ProtocolException(
                    CloseReason.MALFORMED_FRAME,
                    "a frame starts with flags 0x%02X: a command may not have more frames".formatted(first));
        }
        return (first & FrameFlags.LONG) == 0 ? SHORT_HEADER : LONG_HEADER;
    }

    @Override
    public int flags(byte[] bytes, int at) {
        return bytes[at] & (FrameFlags.MORE | FrameFlags.COMMAND);
    }

    @Override
    public long bodySize(byte[] bytes, int at) throws ProtocolException {
        if ((bytes[at] & FrameFlags.LONG) == 0) {
            return Unsigned.uint8(bytes, at + 1);
        }
        long size = Unsigned.uint64(bytes, at + 1);
        if (size < 0) {
            throw new ProtocolException(
                    CloseReason.MALFORMED_FRAME,
                    "a frame declares %s bytes, more than 2^63-1".formatted(Long.toUnsignedString(size)));
        }
        return size;
    }

    @Override
    public int putHeader(byte[] bytes, int at, int flags, int bodySize) {
        if (bodySize <= LONGEST_SHORT_BODY) {
            bytes[at] = (byte) flags;
            bytes[at + 1] = (byte) bodySize;
            return at + SHORT_HEADER;
        }
        bytes[at] = (byte) (flags | FrameFlags.LONG);
        Unsigned.putUint64(bytes, at + 1, bodySize);
        return at + LONG_HEADER;
    }

    @Override
    public boolean hasShortMessages() {
        return true;
    }
}
