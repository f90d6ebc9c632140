package io.zmq4j.multicast.pgm.packet;

/**
 * Sequence numbers: 32 bits that wrap. One is before another if the way forward is the shorter one (RFC 3208, section
 * 4.1; RFC 1982).
 */
public final class Sequence {
    private Sequence() {}

    public static boolean isBefore(int one, int other) {
        return one - other < 0;
    }

    public static int later(int one, int other) {
        return isBefore(one, other) ? other : one;
    }
}
