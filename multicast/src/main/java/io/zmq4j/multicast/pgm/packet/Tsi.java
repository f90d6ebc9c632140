package io.zmq4j.multicast.pgm.packet;

import java.util.HexFormat;

/**
 * A transport session identifier (RFC 3208, section 8): a source, and which of its lives. A source that starts again has
 * another one.
 *
 * @param value the global source id in the upper 48 bits, the source port in the lower 16
 */
public record Tsi(long value) {
    private static final int PORT_BITS = 16;
    private static final int PORT_MASK = 0xFFFF;
    private static final long GSI_MASK = 0xFFFF_FFFF_FFFFL;
    private static final int GSI_DIGITS = 12;

    /** {@code globalSourceId} has 48 bits; more are cut off. */
    public static Tsi of(long globalSourceId, int sourcePort) {
        return new Tsi(value(globalSourceId, sourcePort));
    }

    static long value(long globalSourceId, int sourcePort) {
        return (globalSourceId & GSI_MASK) << PORT_BITS | (sourcePort & PORT_MASK);
    }

    public long globalSourceId() {
        return value >>> PORT_BITS;
    }

    public int sourcePort() {
        return (int) value & PORT_MASK;
    }

    @Override
    public String toString() {
        return HexFormat.of().toHexDigits(globalSourceId(), GSI_DIGITS) + ":" + sourcePort();
    }
}
