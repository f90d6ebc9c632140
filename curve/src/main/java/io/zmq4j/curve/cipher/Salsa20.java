package io.zmq4j.curve.cipher;

import java.util.Arrays;

/**
 * One block of Salsa20, and HSalsa20, which makes a key of another key and the first 16 octets of a nonce: together XSalsa20.
 *
 * <pre>
 *    0 sigma    1 key 0    2 key 1    3 key 2
 *    4 key 3    5 sigma    6 nonce    7 nonce
 *    8 counter  9 counter 10 sigma   11 key 4
 *   12 key 5   13 key 6   14 key 7   15 sigma
 * </pre>
 *
 * HSalsa20 has the 16 octets where a block has nonce and counter.
 */
final class Salsa20 {
    static final int KEY_SIZE = 32;
    static final int PREFIX_SIZE = 16;
    static final int BLOCK_SIZE = 64;
    static final int WORDS = 16;
    static final int DOUBLE_ROUNDS = 10;

    /** "expand 32-byte k". */
    static final int SIGMA_0 = 0x61707865;

    static final int SIGMA_5 = 0x3320646e;
    static final int SIGMA_10 = 0x79622d32;
    static final int SIGMA_15 = 0x6b206574;

    private Salsa20() {}

    /** The key that takes the place of {@code key} for all nonces that begin with these 16 octets. */
    static int[] subkey(int[] key, byte[] prefix) {
        var x = new int[WORDS];
        fill(
                x,
                key,
                Words.getInt(prefix, 0),
                Words.getInt(prefix, 4),
                Words.getInt(prefix, 8),
                Words.getInt(prefix, 12));
        rounds(x);
        int[] subkey = {x[0], x[5], x[10], x[15], x[6], x[7], x[8], x[9]};
        Arrays.fill(x, 0);
        return subkey;
    }

    /** The same of a key's 32 octets. */
    static int[] subkey(byte[] key, byte[] prefix) {
        int[] words = Words.ofKey(key);
        int[] subkey = subkey(words, prefix);
        Arrays.fill(words, 0);
        return subkey;
    }

    /** Puts a block of key stream; the nonce is eight octets of which {@code nonce} is the value in network byte order. */
    static void block(int[] key, long nonce, int counter, int[] into) {
        int nonce6 = Integer.reverseBytes((int) (nonce >>> 32));
        int nonce7 = Integer.reverseBytes((int) nonce);
        fill(into, key, nonce6, nonce7, counter, 0);
        rounds(into);
        into[0] += SIGMA_0;
        into[1] += key[0];
        into[2] += key[1];
        into[3] += key[2];
        into[4] += key[3];
        into[5] += SIGMA_5;
        into[6] += nonce6;
        into[7] += nonce7;
        into[8] += counter;
        into[10] += SIGMA_10;
        into[11] += key[4];
        into[12] += key[5];
        into[13] += key[6];
        into[14] += key[7];
        into[15] += SIGMA_15;
    }

    private static void fill(int[] x, int[] key, int word6, int word7, int word8, int word9) {
        x[0] = SIGMA_0;
        x[1] = key[0];
        x[2] = key[1];
        x[3] = key[2];
        x[4] = key[3];
        x[5] = SIGMA_5;
        x[6] = word6;
        x[7] = word7;
        x[8] = word8;
        x[9] = word9;
        x[10] = SIGMA_10;
        x[11] = key[4];
        x[12] = key[5];
        x[13] = key[6];
        x[14] = key[7];
        x[15] = SIGMA_15;
    }

    private static void rounds(int[] x) {
        int x0 = x[0];
        int x1 = x[1];
        int x2 = x[2];
        int x3 = x[3];
        int x4 = x[4];
        int x5 = x[5];
        int x6 = x[6];
        int x7 = x[7];
        int x8 = x[8];
        int x9 = x[9];
        int x10 = x[10];
        int x11 = x[11];
        int x12 = x[12];
        int x13 = x[13];
        int x14 = x[14];
        int x15 = x[15];
        for (int i = 0; i < DOUBLE_ROUNDS; i++) {
            x4 ^= Integer.rotateLeft(x0 + x12, 7);
            x8 ^= Integer.rotateLeft(x4 + x0, 9);
            x12 ^= Integer.rotateLeft(x8 + x4, 13);
            x0 ^= Integer.rotateLeft(x12 + x8, 18);
            x9 ^= Integer.rotateLeft(x5 + x1, 7);
            x13 ^= Integer.rotateLeft(x9 + x5, 9);
            x1 ^= Integer.rotateLeft(x13 + x9, 13);
            x5 ^= Integer.rotateLeft(x1 + x13, 18);
            x14 ^= Integer.rotateLeft(x10 + x6, 7);
            x2 ^= Integer.rotateLeft(x14 + x10, 9);
            x6 ^= Integer.rotateLeft(x2 + x14, 13);
            x10 ^= Integer.rotateLeft(x6 + x2, 18);
            x3 ^= Integer.rotateLeft(x15 + x11, 7);
            x7 ^= Integer.rotateLeft(x3 + x15, 9);
            x11 ^= Integer.rotateLeft(x7 + x3, 13);
            x15 ^= Integer.rotateLeft(x11 + x7, 18);
            x1 ^= Integer.rotateLeft(x0 + x3, 7);
            x2 ^= Integer.rotateLeft(x1 + x0, 9);
            x3 ^= Integer.rotateLeft(x2 + x1, 13);
            x0 ^= Integer.rotateLeft(x3 + x2, 18);
            x6 ^= Integer.rotateLeft(x5 + x4, 7);
            x7 ^= Integer.rotateLeft(x6 + x5, 9);
            x4 ^= Integer.rotateLeft(x7 + x6, 13);
            x5 ^= Integer.rotateLeft(x4 + x7, 18);
            x11 ^= Integer.rotateLeft(x10 + x9, 7);
            x8 ^= Integer.rotateLeft(x11 + x10, 9);
            x9 ^= Integer.rotateLeft(x8 + x11, 13);
            x10 ^= Integer.rotateLeft(x9 + x8, 18);
            x12 ^= Integer.rotateLeft(x15 + x14, 7);
            x13 ^= Integer.rotateLeft(x12 + x15, 9);
            x14 ^= Integer.rotateLeft(x13 + x12, 13);
            x15 ^= Integer.rotateLeft(x14 + x13, 18);
        }
        x[0] = x0;
        x[1] = x1;
        x[2] = x2;
        x[3] = x3;
        x[4] = x4;
        x[5] = x5;
        x[6] = x6;
        x[7] = x7;
        x[8] = x8;
        x[9] = x9;
        x[10] = x10;
        x[11] = x11;
        x[12] = x12;
        x[13] = x13;
        x[14] = x14;
        x[15] = x15;
    }
}
