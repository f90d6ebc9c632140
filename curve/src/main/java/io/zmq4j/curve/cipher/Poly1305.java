package io.zmq4j.curve.cipher;

import org.jspecify.annotations.Nullable;

/**
 * The tag that authenticates a message under a key that is used once: the message's blocks of 16 octets are the coefficients of a
 * polynomial, taken at r modulo 2^130 - 5.
 *
 * <p>A number is two limbs of 64 bits and a small one. r is made so that a quarter of its upper half is a whole number, and what is
 * carried beyond 2^130 comes back five times: so the upper limb's product with the upper half comes back as five quarters of that.
 * A carry is a bit that is computed, as a comparison may become a branch.
 *
 * <p>Reads up to 15 octets before the message in its array, which is where the tag lies. Owned by one thread.
 */
final class Poly1305 {
    static final int TAG_SIZE = 16;
    private static final int BLOCK = 16;
    private static final int TOP_BIT = Long.SIZE - 1;

    private static final long M52 = (1L << 52) - 1;

    /** Clears what r must not have. */
    private static final long CLAMP_LOW = 0x0FFF_FFFC_0FFF_FFFFL;

    private static final long CLAMP_HIGH = 0x0FFF_FFFC_0FFF_FFFCL;

    /** r's halves, of which the upper four bits are 0. */
    private long r0;

    private long r1;

    /** Five quarters of the upper one. */
    private long back;

    private long padLow;
    private long padHigh;

    private long tagLow;
    private long tagHigh;

    /** Takes the key from the first 32 octets of a block of key stream. */
    void key(int[] words, int stride, int lane) {
        r0 = Xor.pair(words, stride, lane, 0) & CLAMP_LOW;
        r1 = Xor.pair(words, stride, lane, 2) & CLAMP_HIGH;
        back = r1 + (r1 >>> 2);
        padLow = Xor.pair(words, stride, lane, 4);
        padHigh = Xor.pair(words, stride, lane, 6);
    }

    /** Takes a whole message, which makes its tag known; {@code lanes} for a long one, or null. */
    void take(byte[] bytes, int from, int end, @Nullable TagLanes lanes) {
        int begun = lanes == null ? 0 : TagLanes.part(end - from);
        // In variables, which stay in registers.
        long h0 = 0;
        long h1 = 0;
        long h2 = 0;
        if (lanes != null && begun > 0) {
            lanes.take(bytes, from, from + begun, r0, r1);
            // From five limbs of 26 bits, at 2^0, 2^26, 2^52, 2^78 and 2^104.
            long low = lanes.limb(0) + (lanes.limb(1) << 26);
            long middle = (low >>> 52) + lanes.limb(2) + (lanes.limb(3) << 26);
            long high = (middle >>> 52) + lanes.limb(4);
            h0 = (low & M52) | (middle << 52);
            h1 = ((middle & M52) >>> 12) | (high << 40);
            h2 = high >>> 24;
        }
        for (int at = from + begun; at < end; at += BLOCK) {
            long low;
            long high;
            if (end - at >= BLOCK) {
                low = Words.getLong(bytes, at);
                high = Words.getLong(bytes, at + Long.BYTES);
                h2++;
            } else {
                int bits = (end - at) * Byte.SIZE;
                low = lastLow(bytes, end, bits);
                high = lastHigh(bytes, end, bits);
            }
            long a0 = h0 + low;
            long a1 = h1 + high + carry(h0, low, a0);
            long a2 = h2 + carry(h1, high, a1);

            long sign0 = a0 >> TOP_BIT;
            long sign1 = a1 >> TOP_BIT;
            long one = a0 * r0;
            long other = a1 * back;
            long d0 = one + other;
            long d1 = Math.multiplyHigh(a0, r0)
                    + Math.multiplyHigh(a1, back)
                    + (sign0 & r0)
                    + (sign1 & back)
                    + carry(one, other, d0);
            one = a0 * r1;
            other = a1 * r0;
            long sum = one + other;
            long d2 = Math.multiplyHigh(a0, r1)
                    + Math.multiplyHigh(a1, r0)
                    + (sign0 & r1)
                    + (sign1 & r0)
                    + carry(one, other, sum);
            d1 += a2 * back;
            long sum1 = d1 + sum;
            d2 += a2 * r0 + carry(d1, sum, sum1);

            long beyond = (d2 & ~3) + (d2 >>> 2);
            h0 = d0 + beyond;
            h1 = sum1 + carry(d0, beyond, h0);
            h2 = (d2 & 3) + ((sum1 & ~h1) >>> TOP_BIT);
        }
        finish(h0, h1, h2);
    }

    /** What is carried out of a sum of two, and of a carry into it. */
    private static long carry(long one, long other, long sum) {
        return ((one & other) | ((one | other) & ~sum)) >>> TOP_BIT;
    }

    /**
     * The last block has fewer than 16 octets and a 1 behind them. It is read together with what is before it, which is then
     * shifted out.
     */
    private static long lastLow(byte[] bytes, int end, int bits) {
        long high = Words.getLong(bytes, end - Long.BYTES);
        if (bits < Long.SIZE) {
            return (high >>> (Long.SIZE - bits)) | (1L << bits);
        }
        if (bits == Long.SIZE) {
            return high;
        }
        int shift = 2 * Long.SIZE - bits;
        return (Words.getLong(bytes, end - BLOCK) >>> shift) | (high << (Long.SIZE - shift));
    }

    private static long lastHigh(byte[] bytes, int end, int bits) {
        if (bits < Long.SIZE) {
            return 0;
        }
        if (bits == Long.SIZE) {
            return 1;
        }
        return (Words.getLong(bytes, end - Long.BYTES) >>> (2 * Long.SIZE - bits)) | (1L << (bits - Long.SIZE));
    }

    private void finish(long h0, long h1, long h2) {
        // Less the modulus, if that is not negative.
        long g0 = h0 + 5;
        long g1 = h1 + ((h0 & ~g0) >>> TOP_BIT);
        long g2 = h2 + ((h1 & ~g1) >>> TOP_BIT);
        long keep = ((g2 >>> 2) - 1) >> TOP_BIT;
        long low = choice(keep, h0, g0);
        long high = choice(keep, h1, g1);
        tagLow = low + padLow;
        tagHigh = high + padHigh + carry(low, padLow, tagLow);
    }

    /** The first where all bits of {@code first} are set, the second where none is. */
    private static long choice(long first, long one, long other) {
        return (one & first) | (other & ~first);
    }

    /** Forgets the key. */
    void clear() {
        r0 = 0;
        r1 = 0;
        back = 0;
        padLow = 0;
        padHigh = 0;
        tagLow = 0;
        tagHigh = 0;
    }

    void putTag(byte[] bytes, int at) {
        Words.putLong(bytes, at, tagLow);
        Words.putLong(bytes, at + Long.BYTES, tagHigh);
    }

    /** Takes as long whatever differs. */
    boolean isTag(byte[] bytes, int at) {
        long low = Words.getLong(bytes, at) ^ tagLow;
        long high = Words.getLong(bytes, at + Long.BYTES) ^ tagHigh;
        return (low | high) == 0;
    }
}
