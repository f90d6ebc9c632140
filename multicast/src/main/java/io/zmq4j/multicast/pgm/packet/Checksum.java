package io.zmq4j.multicast.pgm.packet;

import io.zmq4j.zmtp.wire.Unsigned;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.LongBuffer;

/**
 * The one's complement checksum of a whole packet (RFC 3208, section 8), within UDP as well. 0 says that there is none.
 */
final class Checksum {
    private static final int NONE = 0;
    private static final int ALL_ONES = 0xFFFF;
    private static final int AT_A_TIME = 32;

    private Checksum() {}

    static boolean isPresent(byte[] packet) {
        return Unsigned.uint16(packet, Header.CHECKSUM) != NONE;
    }

    /** A sum that was put is part of what is summed: together they give all ones. */
    static boolean isRight(byte[] packet, int length) {
        return sum(packet, length) == ALL_ONES;
    }

    static void put(byte[] packet, int length) {
        Unsigned.putUint16(packet, Header.CHECKSUM, 0);
        int sum = sum(packet, length);
        // All ones instead of 0: the two are equal in one's complement, and 0 has a meaning.
        Unsigned.putUint16(packet, Header.CHECKSUM, sum == ALL_ONES ? ALL_ONES : ~sum);
    }

    /**
     * Adds 32 bits at a time: carries collect in the upper half and are folded in at the end. Words are taken as this
     * machine has them, which the sum has too, and turned with it (RFC 1071, section 2, "Byte Order Independence").
     *
     * <p>They are taken many at a time. Compiled, that makes no difference; in a virtual machine that has just begun, and
     * gets its first packets at full speed, it is ten times as fast as to ask the packet for each.
     */
    private static int sum(byte[] packet, int length) {
        LongBuffer eights = ByteBuffer.wrap(packet, 0, length)
                .order(ByteOrder.nativeOrder())
                .asLongBuffer();
        int at = eights.remaining() * Long.BYTES;
        long[] words = new long[AT_A_TIME];
        long sum = 0;
        while (eights.hasRemaining()) {
            int count = Math.min(eights.remaining(), words.length);
            eights.get(words, 0, count);
            for (int i = 0; i < count; i++) {
                sum += (words[i] >>> 32) + (words[i] & 0xFFFF_FFFFL);
            }
        }
        sum = fold(sum);
        if (ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN) {
            sum = Short.toUnsignedLong(Short.reverseBytes((short) sum));
        }
        for (; at <= length - Short.BYTES; at += Short.BYTES) {
            sum += Unsigned.uint16(packet, at);
        }
        if (at < length) {
            sum += Unsigned.uint8(packet, at) << 8;
        }
        return fold(sum);
    }

    private static int fold(long sum) {
        long folded = sum;
        while (folded >>> 16 != 0) {
            folded = (folded >>> 16) + (folded & 0xFFFF);
        }
        return (int) folded;
    }
}
