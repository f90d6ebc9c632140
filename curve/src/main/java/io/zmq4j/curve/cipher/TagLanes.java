package io.zmq4j.curve.cipher;

import java.util.Arrays;

/**
 * The polynomial of {@link Poly1305} for a long message, in 128 sums at a time, each in a lane of its own: the sum in lane i is of
 * the blocks i, i + 128, i + 256 and so on, and goes on by the power of 128.
 *
 * <p>In the end the second half of the lanes is added to the first, which goes on by the power of as many lanes as are left, until
 * there are few. Numbers are five limbs of 26 bits, so that products fit into a lane, and no loop has more than two products: this is
 * what a just-in-time compiler turns into vector instructions (compare {@link Lanes}).
 *
 * <p>Owned by the thread that it is lent to.
 */
final class TagLanes {
    /** From so many octets on it is quicker than one block after the other. */
    static final int FEWEST_OCTETS = 8 * 1024;

    private static final int BLOCK = 16;
    private static final int MOST = 128;

    /** No power of two, as in {@link Lanes}. */
    private static final int STRIDE = 136;

    private static final int FEWEST = 16;
    private static final int LIMB = 26;
    private static final int LIMBS = 5;
    private static final long M26 = (1L << LIMB) - 1;

    /** A whole block's 2^128. */
    private static final long WHOLE = 1L << 24;

    /** Where the sums' limbs are, and the products'. */
    private static final int H0 = 0;

    private static final int H1 = 1 * STRIDE;
    private static final int H2 = 2 * STRIDE;
    private static final int H3 = 3 * STRIDE;
    private static final int H4 = 4 * STRIDE;
    private static final int D0 = 5 * STRIDE;
    private static final int D1 = 6 * STRIDE;
    private static final int D2 = 7 * STRIDE;
    private static final int D3 = 8 * STRIDE;
    private static final int D4 = 9 * STRIDE;

    /** Where the two halves of the blocks are that are added next. */
    private static final int LOW = 10 * STRIDE;

    private static final int HIGH = 11 * STRIDE;

    private final long[] x = new long[12 * STRIDE];

    /** r to the power of 1, 2, 4 and so on to 128. */
    private final long[][] powers = new long[8][LIMBS];

    private final long[] sum = new long[LIMBS];

    /** How much of a message of this size is for here, from its beginning on. */
    static int part(int size) {
        return size < FEWEST_OCTETS ? 0 : size - size % (MOST * BLOCK);
    }

    /** Takes a {@link #part}; {@code low} and {@code high} are r. */
    void take(byte[] bytes, int from, int end, long low, long high) {
        split(powers[0], low, high, 0);
        for (int i = 1; i < powers.length; i++) {
            multiply(powers[i - 1], powers[i - 1], powers[i]);
        }
        Arrays.fill(x, 0, LIMBS * STRIDE, 0);
        add(bytes, from);
        for (int at = from + MOST * BLOCK; at < end; at += MOST * BLOCK) {
            multiply(x, MOST, powers[7]);
            add(bytes, at);
        }
        int power = 6;
        for (int lanes = MOST / 2; lanes >= FEWEST; lanes /= 2) {
            multiply(x, lanes, powers[power]);
            addUpper(x, lanes);
            power--;
        }
        Arrays.fill(sum, 0);
        for (int lane = 0; lane < FEWEST; lane++) {
            for (int limb = 0; limb < LIMBS; limb++) {
                sum[limb] += x[limb * STRIDE + lane];
            }
            multiply(sum, powers[0], sum);
        }
    }

    /** A limb of 26 bits of what was taken; may be a little larger. */
    long limb(int limb) {
        return sum[limb];
    }

    private static void split(long[] limbs, long low, long high, long whole) {
        limbs[0] = low & M26;
        limbs[1] = (low >>> LIMB) & M26;
        limbs[2] = ((low >>> 52) | (high << 12)) & M26;
        limbs[3] = (high >>> 14) & M26;
        limbs[4] = (high >>> 40) | whole;
    }

    private void add(byte[] bytes, int from) {
        int at = from;
        for (int l = 0; l < MOST; l++) {
            x[LOW + l] = Words.getLong(bytes, at);
            x[HIGH + l] = Words.getLong(bytes, at + Long.BYTES);
            at += BLOCK;
        }
        addSplit(x, MOST);
    }

    private static void addSplit(long[] x, int lanes) {
        for (int l = 0; l < lanes; l++) {
            long low = x[LOW + l];
            x[H0 + l] += low & M26;
            x[H1 + l] += (low >>> LIMB) & M26;
        }
        for (int l = 0; l < lanes; l++) {
            x[H2 + l] += ((x[LOW + l] >>> 52) | (x[HIGH + l] << 12)) & M26;
        }
        for (int l = 0; l < lanes; l++) {
            long high = x[HIGH + l];
            x[H3 + l] += (high >>> 14) & M26;
            x[H4 + l] += (high >>> 40) | WHOLE;
        }
    }

    private static void addUpper(long[] x, int lanes) {
        for (int limb = 0; limb < LIMBS; limb++) {
            for (int l = 0; l < lanes; l++) {
                x[limb * STRIDE + l] += x[limb * STRIDE + lanes + l];
            }
        }
    }

    /** All lanes by one number. */
    private static void multiply(long[] x, int lanes, long[] by) {
        long r0 = by[0];
        long r1 = by[1];
        long r2 = by[2];
        long r3 = by[3];
        long r4 = by[4];
        // What is carried beyond 2^130 comes back five times.
        long back1 = 5 * r1;
        long back2 = 5 * r2;
        long back3 = 5 * r3;
        long back4 = 5 * r4;
        product0(x, lanes, r0, back4, back3, back2, back1);
        product1(x, lanes, r1, r0, back4, back3, back2);
        product2(x, lanes, r2, r1, r0, back4, back3);
        product3(x, lanes, r3, r2, r1, r0, back4);
        product4(x, lanes, r4, r3, r2, r1, r0);
        carry(x, lanes);
    }

    private static void product0(long[] x, int lanes, long r0, long back4, long back3, long back2, long back1) {
        for (int l = 0; l < lanes; l++) {
            x[D0 + l] = x[H0 + l] * r0 + x[H1 + l] * back4;
        }
        for (int l = 0; l < lanes; l++) {
            x[D0 + l] += x[H2 + l] * back3 + x[H3 + l] * back2;
        }
        for (int l = 0; l < lanes; l++) {
            x[D0 + l] += x[H4 + l] * back1;
        }
    }

    private static void product1(long[] x, int lanes, long r1, long r0, long back4, long back3, long back2) {
        for (int l = 0; l < lanes; l++) {
            x[D1 + l] = x[H0 + l] * r1 + x[H1 + l] * r0;
        }
        for (int l = 0; l < lanes; l++) {
            x[D1 + l] += x[H2 + l] * back4 + x[H3 + l] * back3;
        }
        for (int l = 0; l < lanes; l++) {
            x[D1 + l] += x[H4 + l] * back2 + (x[D0 + l] >>> LIMB);
        }
    }

    private static void product2(long[] x, int lanes, long r2, long r1, long r0, long back4, long back3) {
        for (int l = 0; l < lanes; l++) {
            x[D2 + l] = x[H0 + l] * r2 + x[H1 + l] * r1;
        }
        for (int l = 0; l < lanes; l++) {
            x[D2 + l] += x[H2 + l] * r0 + x[H3 + l] * back4;
        }
        for (int l = 0; l < lanes; l++) {
            x[D2 + l] += x[H4 + l] * back3 + (x[D1 + l] >>> LIMB);
        }
    }

    private static void product3(long[] x, int lanes, long r3, long r2, long r1, long r0, long back4) {
        for (int l = 0; l < lanes; l++) {
            x[D3 + l] = x[H0 + l] * r3 + x[H1 + l] * r2;
        }
        for (int l = 0; l < lanes; l++) {
            x[D3 + l] += x[H2 + l] * r1 + x[H3 + l] * r0;
        }
        for (int l = 0; l < lanes; l++) {
            x[D3 + l] += x[H4 + l] * back4 + (x[D2 + l] >>> LIMB);
        }
    }

    private static void product4(long[] x, int lanes, long r4, long r3, long r2, long r1, long r0) {
        for (int l = 0; l < lanes; l++) {
            x[D4 + l] = x[H0 + l] * r4 + x[H1 + l] * r3;
        }
        for (int l = 0; l < lanes; l++) {
            x[D4 + l] += x[H2 + l] * r2 + x[H3 + l] * r1;
        }
        for (int l = 0; l < lanes; l++) {
            x[D4 + l] += x[H4 + l] * r0 + (x[D3 + l] >>> LIMB);
        }
    }

    private static void carry(long[] x, int lanes) {
        for (int l = 0; l < lanes; l++) {
            long beyond = x[D4 + l] >>> LIMB;
            x[D0 + l] = (x[D0 + l] & M26) + beyond + (beyond << 2);
        }
        for (int l = 0; l < lanes; l++) {
            long d = x[D0 + l];
            x[H0 + l] = d & M26;
            x[H1 + l] = (x[D1 + l] & M26) + (d >>> LIMB);
        }
        for (int l = 0; l < lanes; l++) {
            x[H2 + l] = x[D2 + l] & M26;
            x[H3 + l] = x[D3 + l] & M26;
            x[H4 + l] = x[D4 + l] & M26;
        }
    }

    /** Two numbers; the product may take the place of one. */
    private static void multiply(long[] one, long[] other, long[] product) {
        long d0 = 0;
        long d1 = 0;
        long d2 = 0;
        long d3 = 0;
        long d4 = 0;
        long o0 = other[0];
        long o1 = other[1];
        long o2 = other[2];
        long o3 = other[3];
        long o4 = other[4];
        for (int limb = 0; limb < LIMBS; limb++) {
            long h = one[limb];
            d0 += h * o0;
            d1 += h * o1;
            d2 += h * o2;
            d3 += h * o3;
            d4 += h * o4;
            // For the next limb, which weighs 2^26 more.
            long top = o4;
            o4 = o3;
            o3 = o2;
            o2 = o1;
            o1 = o0;
            o0 = 5 * top;
        }
        d1 += d0 >>> LIMB;
        d2 += d1 >>> LIMB;
        d3 += d2 >>> LIMB;
        d4 += d3 >>> LIMB;
        long h0 = (d0 & M26) + 5 * (d4 >>> LIMB);
        product[0] = h0 & M26;
        product[1] = (d1 & M26) + (h0 >>> LIMB);
        product[2] = d2 & M26;
        product[3] = d3 & M26;
        product[4] = d4 & M26;
    }

    void clear() {
        Arrays.fill(x, 0);
        Arrays.fill(sum, 0);
        for (long[] power : powers) {
            Arrays.fill(power, 0);
        }
    }
}
