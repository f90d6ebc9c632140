package io.zmq4j.multicast.pgm;

import io.zmq4j.zmtp.wire.FrameFormat;

/**
 * What ZeroMQ puts into the data of a PGM packet: a segment of an endless stream of messages in frames of ZMTP 1.0 (RFC
 * 13), and in front of it where the first message of the segment starts. There is no greeting. A receiver begins, and
 * after a loss begins again, at such a start.
 *
 * <pre>
 *  +--------------+------------------+----------------
 *  | first start  | rest of messages | messages ...
 *  +--------------+------------------+----------------
 *        0..1       2..1+first start
 * </pre>
 *
 * A first start at the segment's very end means the beginning of the next packet.
 */
public final class Segment {
    public static final FrameFormat FORMAT = FrameFormat.ZMTP_1;

    /** Octets in front of the stream. */
    public static final int HEADER = 2;

    /** The first start of a segment in which no message starts. */
    public static final int NO_START = 0xFFFF;

    private Segment() {}
}
