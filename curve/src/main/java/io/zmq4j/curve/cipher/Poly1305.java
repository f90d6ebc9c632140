package io.zmq4j.curve.cipher;

import org.jspecify.annotations.Nullable;

/**
 * The tag that authenticates a message under a key that is used once: the message's blocks of 16 octets are the coefficients of a
 * polynomial, taken at r modulo 2^130 - 5.
 *
 * <p>A number is three limbs of 44, 44 and 42 bits. A product of two limbs is used as its lower 44 bits and the rest: with both
 * factors ten bits further up, the rest is the upper half of the product, so nothing is carried within 128 bits.
 *
 * <p>Reads up to 15 octets before the message in its array, which is where the tag lies. Owned by one thread.
 */
final class Poly1305 {
    static final int TAG_SIZE = 16;
    private static final int BLOCK = 16;
    private static final int LIMB = 44;
    private static final int TOP_LIMB = 42;
    private static final int UP = (64 - LIMB) / 2;
    private static final long M44 = (1L << 44) - 1;
    private static final long M42 = (1L << 42) - 1;

    /** Clears what r must not have. */
    private static final long CLAMP_LOW = 0x0FFF_FFFC_0FFF_FFFFL;

    private static final long CLAMP_HIGH = 0x0FFF_FFFC_0FFF_FFFCL;

    /** A whole block's 2^128. */
    private static final long WHOLE = 1L << 40;

    private long r0;
    private long r1;
    private long r2;

    /** r's upper limbs times 20: what is carried beyond 2^132 comes back four times five. */
    private long back1;

    private long back2;

    private long padLow;
    private long padHigh;

    private long tagLow;
    private long tagHigh;

    /** Takes the key from the first 32 octets of a block of key stream. */
    void key(int[] words, int stride, int lane) {
        long low = Xor.pair(words, stride, lane, 0) & CLAMP_LOW;
        long high = Xor.pair(words, stride, lane, 2) & CLAMP_HIGH;
        r0 = low & M44;
        r1 = (low >>> 44 | high << 20) & M44;
        r2 = high >>> 24;
        back1 = 20 * r1;
        back2 = 20 * r2;
        padLow = Xor.pair(words, stride, lane, 4);
        padHigh = Xor.pair(words, stride, lane, 6);
    }

    /** Takes a whole message, which makes its tag known; {@code lanes} for a long one, or null. */
    void take(byte[] bytes, int from, int end, @Nullable TagLanes lanes) {
        int begun = lanes == null ? 0 : TagLanes.part(end - from);
        // In variables, which stay in registers.
        long a0 = 0;
        long a1 = 0;
        long a2 = 0;
        if (lanes != null && begun > 0) {
            lanes.take(bytes, from, from + begun, r0 | (r1 << LIMB), (r1 >>> 20) | (r2 << 24));
            // From five limbs of 26 bits, at 2^0, 2^26, 2^52, 2^78 and 2^104.
            a0 = lanes.limb(0) + (lanes.limb(1) << 26);
            a1 = (a0 >>> LIMB) + (lanes.limb(2) << 8) + (lanes.limb(3) << 34);
            a0 &= M44;
            a2 = (a1 >>> LIMB) + (lanes.limb(4) << 16);
            a1 &= M44;
        }
        for (int at = from + begun; at < end; at += BLOCK) {
            long low;
            long high;
            if (end - at >= BLOCK) {
                low = Words.getLong(bytes, at);
                high = Words.getLong(bytes, at + Long.BYTES);
                a2 += WHOLE;
            } else {
                int bits = (end - at) * Byte.SIZE;
                low = lastLow(bytes, end, bits);
                high = lastHigh(bytes, end, bits);
            }
            a0 += low & M44;
            a1 += (low >>> LIMB | high << 20) & M44;
            a2 += high >>> 24;

            long low0 = low(a0, r0) + low(a1, back2) + low(a2, back1);
            long low1 = low(a0, r1) + low(a1, r0) + low(a2, back2);
            long low2 = low(a0, r2) + low(a1, r1) + low(a2, r0);
            low1 += rest(a0, r0) + rest(a1, back2) + rest(a2, back1) + (low0 >>> LIMB);
            low2 += rest(a0, r1) + rest(a1, r0) + rest(a2, back2) + (low1 >>> LIMB);
            long beyond = 4 * (rest(a0, r2) + rest(a1, r1) + rest(a2, r0)) + (low2 >>> TOP_LIMB);
            a0 = (low0 & M44) + 5 * beyond;
            a1 = (low1 & M44) + (a0 >>> LIMB);
            a0 &= M44;
            a2 = low2 & M42;
        }
        finish(a0, a1, a2);
    }

    private static long low(long x, long y) {
        return x * y & M44;
    }

    private static long rest(long x, long y) {
        return Math.multiplyHigh(x << UP, y << UP);
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

    private void finish(long a0, long a1, long a2) {
        // Twice round: the first carry out of the top may ripple through all limbs.
        long h0 = a0;
        long h1 = a1;
        long h2 = a2;
        for (int i = 0; i < 2; i++) {
            h2 += h1 >>> LIMB;
            h1 &= M44;
            h0 += 5 * (h2 >>> TOP_LIMB);
            h2 &= M42;
            h1 += h0 >>> LIMB;
            h0 &= M44;
        }
        // Less the modulus, if that is not negative.
        long g0 = h0 + 5;
        long g1 = h1 + (g0 >>> LIMB);
        long g2 = h2 + (g1 >>> LIMB) - (M42 + 1);
        long keep = g2 >> (Long.SIZE - 1);
        h0 = choice(keep, h0, g0 & M44);
        h1 = choice(keep, h1, g1 & M44);
        h2 = choice(keep, h2, g2);

        long low = h0 | h1 << LIMB;
        tagLow = low + padLow;
        long carry = ((low & padLow) | ((low | padLow) & ~tagLow)) >>> (Long.SIZE - 1);
        tagHigh = (h1 >>> 20 | h2 << 24) + padHigh + carry;
    }

    /** The first where all bits of {@code first} are set, the second where none is. */
    private static long choice(long first, long one, long other) {
        return (one & first) | (other & ~first);
    }

    /** Forgets the key. */
    void clear() {
        r0 = 0;
        r1 = 0;
        r2 = 0;
        back1 = 0;
        back2 = 0;
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
