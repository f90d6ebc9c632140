package io.zmq4j.multicast.pgm.packet;

import io.zmq4j.zmtp.wire.Wire;

/**
 * The one's complement checksum of a whole packet (RFC 3208, section 8), within UDP as well. 0 says that there is none.
 */
final class Checksum {
    private static final int NONE = 0;
    private static final int ALL_ONES = 0xFFFF;

    private Checksum() {}

    static boolean isPresent(byte[] packet) {
        return Wire.uint16(packet, Header.CHECKSUM) != NONE;
    }

    /** A sum that was put is part of what is summed: together they give all ones. */
    static boolean isRight(byte[] packet, int length) {
        return sum(packet, length) == ALL_ONES;
    }

    static void put(byte[] packet, int length) {
        Wire.putUint16(packet, Header.CHECKSUM, 0);
        int sum = sum(packet, length);
        // All ones instead of 0: the two are equal in one's complement, and 0 has a meaning.
        Wire.putUint16(packet, Header.CHECKSUM, sum == ALL_ONES ? ALL_ONES : ~sum);
    }

    /** Adds 32 bits at a time: carries collect in the upper half and are folded in at the end. */
    private static int sum(byte[] packet, int length) {
        long sum = 0;
        int at = 0;
        for (; at <= length - Long.BYTES; at += Long.BYTES) {
            long eight = Wire.uint64(packet, at);
            sum += (eight >>> 32) + (eight & 0xFFFF_FFFFL);
        }
        for (; at <= length - Short.BYTES; at += Short.BYTES) {
            sum += Wire.uint16(packet, at);
        }
        if (at < length) {
            sum += Wire.uint8(packet, at) << 8;
        }
        while (sum >>> 16 != 0) {
            sum = (sum >>> 16) + (sum & 0xFFFF);
        }
        return (int) sum;
    }
}
