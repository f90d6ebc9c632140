package io.zmq4j.zmtp.wire;

/**
 * The bits of a frame's first octet (RFC 37, "Framing").
 *
 * <pre>
 *    7   6   5   4   3     2       1     0
 *  +---+---+---+---+---+---------+------+------+
 *  |  reserved, zero   | COMMAND | LONG | MORE |
 *  +---+---+---+---+---+---------+------+------+
 * </pre>
 */
public final class FrameFlags {
    /** More frames of the same message follow. */
    public static final int MORE = 0b0000_0001;

    /** The size field has eight octets instead of one. */
    public static final int LONG = 0b0000_0010;

    /** The frame carries a command instead of a part of a message. */
    public static final int COMMAND = 0b0000_0100;

    private FrameFlags() {}
}
