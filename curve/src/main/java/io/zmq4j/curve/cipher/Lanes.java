package io.zmq4j.curve.cipher;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Many blocks of Salsa20 at a time, each in a lane of its own: word w of the block in lane l is at {@code w * STRIDE + l}.
 *
 * <p>One quarter round of all lanes is a loop of its own over one array, with distances that the compiler knows: this is what a
 * just-in-time compiler turns into vector instructions. The stride is no power of two, as else all words of a block would meet in the
 * same few lines of a processor's cache.
 *
 * <p>What is in here is as secret as the key. Owned by the thread that it is lent to.
 */
final class Lanes {
    static final int MOST = 256;
    static final int STRIDE = 272;

    final int[] words = new int[Salsa20.WORDS * STRIDE];

    /** For the tags of long messages; made when there is the first. */
    private @Nullable TagLanes tagLanes;

    /**
     * Makes the blocks from {@code first} on of one nonce after the other, as many of each; {@code nonce} and those that follow
     * have the same upper half. All lanes are computed, whether they are for something or not: a loop that is sometimes shorter is
     * compiled for shorter ones, and takes twice as long.
     */
    void fill(int[] key, long nonce, int nonces, int first, int blocks) {
        int lanes = MOST;
        int nonce6 = Integer.reverseBytes((int) (nonce >>> 32));
        set(0, Salsa20.SIGMA_0);
        set(1, key[0]);
        set(2, key[1]);
        set(3, key[2]);
        set(4, key[3]);
        set(5, Salsa20.SIGMA_5);
        set(6, nonce6);
        int lane = 0;
        for (int i = 0; i < nonces; i++) {
            int nonce7 = Integer.reverseBytes((int) nonce + i);
            for (int block = 0; block < blocks; block++) {
                words[7 * STRIDE + lane] = nonce7;
                words[8 * STRIDE + lane] = first + block;
                lane++;
            }
        }
        set(9, 0);
        set(10, Salsa20.SIGMA_10);
        set(11, key[4]);
        set(12, key[5]);
        set(13, key[6]);
        set(14, key[7]);
        set(15, Salsa20.SIGMA_15);

        rounds(words, lanes);

        add(words, 0, Salsa20.SIGMA_0, key[0], key[1], key[2]);
        add(words, 4, key[3], Salsa20.SIGMA_5, nonce6, 0);
        add(words, 8, 0, 0, Salsa20.SIGMA_10, key[4]);
        add(words, 12, key[5], key[6], key[7], Salsa20.SIGMA_15);
        lane = 0;
        for (int i = 0; i < nonces; i++) {
            int nonce7 = Integer.reverseBytes((int) nonce + i);
            for (int block = 0; block < blocks; block++) {
                words[7 * STRIDE + lane] += nonce7;
                words[8 * STRIDE + lane] += first + block;
                lane++;
            }
        }
    }

    private void set(int word, int value) {
        Arrays.fill(words, word * STRIDE, word * STRIDE + MOST, value);
    }

    private static void add(int[] x, int word, int value0, int value1, int value2, int value3) {
        int at = word * STRIDE;
        for (int l = 0; l < MOST; l++) {
            x[at + l] += value0;
            x[at + STRIDE + l] += value1;
            x[at + 2 * STRIDE + l] += value2;
            x[at + 3 * STRIDE + l] += value3;
        }
    }

    private static void rounds(int[] x, int lanes) {
        for (int i = 0; i < Salsa20.DOUBLE_ROUNDS; i++) {
            columns(x, lanes);
            rows(x, lanes);
        }
    }

    private static void columns(int[] x, int lanes) {
        for (int l = 0; l < lanes; l++) {
            int a = x[0 * STRIDE + l];
            int d = x[12 * STRIDE + l];
            int b = x[4 * STRIDE + l] ^ Integer.rotateLeft(a + d, 7);
            int c = x[8 * STRIDE + l] ^ Integer.rotateLeft(b + a, 9);
            d ^= Integer.rotateLeft(c + b, 13);
            x[0 * STRIDE + l] = a ^ Integer.rotateLeft(d + c, 18);
            x[4 * STRIDE + l] = b;
            x[8 * STRIDE + l] = c;
            x[12 * STRIDE + l] = d;
        }
        for (int l = 0; l < lanes; l++) {
            int a = x[5 * STRIDE + l];
            int d = x[1 * STRIDE + l];
            int b = x[9 * STRIDE + l] ^ Integer.rotateLeft(a + d, 7);
            int c = x[13 * STRIDE + l] ^ Integer.rotateLeft(b + a, 9);
            d ^= Integer.rotateLeft(c + b, 13);
            x[5 * STRIDE + l] = a ^ Integer.rotateLeft(d + c, 18);
            x[9 * STRIDE + l] = b;
            x[13 * STRIDE + l] = c;
            x[1 * STRIDE + l] = d;
        }
        for (int l = 0; l < lanes; l++) {
            int a = x[10 * STRIDE + l];
            int d = x[6 * STRIDE + l];
            int b = x[14 * STRIDE + l] ^ Integer.rotateLeft(a + d, 7);
            int c = x[2 * STRIDE + l] ^ Integer.rotateLeft(b + a, 9);
            d ^= Integer.rotateLeft(c + b, 13);
            x[10 * STRIDE + l] = a ^ Integer.rotateLeft(d + c, 18);
            x[14 * STRIDE + l] = b;
            x[2 * STRIDE + l] = c;
            x[6 * STRIDE + l] = d;
        }
        for (int l = 0; l < lanes; l++) {
            int a = x[15 * STRIDE + l];
            int d = x[11 * STRIDE + l];
            int b = x[3 * STRIDE + l] ^ Integer.rotateLeft(a + d, 7);
            int c = x[7 * STRIDE + l] ^ Integer.rotateLeft(b + a, 9);
            d ^= Integer.rotateLeft(c + b, 13);
            x[15 * STRIDE + l] = a ^ Integer.rotateLeft(d + c, 18);
            x[3 * STRIDE + l] = b;
            x[7 * STRIDE + l] = c;
            x[11 * STRIDE + l] = d;
        }
    }

    private static void rows(int[] x, int lanes) {
        for (int l = 0; l < lanes; l++) {
            int a = x[0 * STRIDE + l];
            int d = x[3 * STRIDE + l];
            int b = x[1 * STRIDE + l] ^ Integer.rotateLeft(a + d, 7);
            int c = x[2 * STRIDE + l] ^ Integer.rotateLeft(b + a, 9);
            d ^= Integer.rotateLeft(c + b, 13);
            x[0 * STRIDE + l] = a ^ Integer.rotateLeft(d + c, 18);
            x[1 * STRIDE + l] = b;
            x[2 * STRIDE + l] = c;
            x[3 * STRIDE + l] = d;
        }
        for (int l = 0; l < lanes; l++) {
            int a = x[5 * STRIDE + l];
            int d = x[4 * STRIDE + l];
            int b = x[6 * STRIDE + l] ^ Integer.rotateLeft(a + d, 7);
            int c = x[7 * STRIDE + l] ^ Integer.rotateLeft(b + a, 9);
            d ^= Integer.rotateLeft(c + b, 13);
            x[5 * STRIDE + l] = a ^ Integer.rotateLeft(d + c, 18);
            x[6 * STRIDE + l] = b;
            x[7 * STRIDE + l] = c;
            x[4 * STRIDE + l] = d;
        }
        for (int l = 0; l < lanes; l++) {
            int a = x[10 * STRIDE + l];
            int d = x[9 * STRIDE + l];
            int b = x[11 * STRIDE + l] ^ Integer.rotateLeft(a + d, 7);
            int c = x[8 * STRIDE + l] ^ Integer.rotateLeft(b + a, 9);
            d ^= Integer.rotateLeft(c + b, 13);
            x[10 * STRIDE + l] = a ^ Integer.rotateLeft(d + c, 18);
            x[11 * STRIDE + l] = b;
            x[8 * STRIDE + l] = c;
            x[9 * STRIDE + l] = d;
        }
        for (int l = 0; l < lanes; l++) {
            int a = x[15 * STRIDE + l];
            int d = x[14 * STRIDE + l];
            int b = x[12 * STRIDE + l] ^ Integer.rotateLeft(a + d, 7);
            int c = x[13 * STRIDE + l] ^ Integer.rotateLeft(b + a, 9);
            d ^= Integer.rotateLeft(c + b, 13);
            x[15 * STRIDE + l] = a ^ Integer.rotateLeft(d + c, 18);
            x[12 * STRIDE + l] = b;
            x[13 * STRIDE + l] = c;
            x[14 * STRIDE + l] = d;
        }
    }

    TagLanes tagLanes() {
        TagLanes made = tagLanes;
        if (made == null) {
            made = new TagLanes();
            tagLanes = made;
        }
        return made;
    }

    void clear() {
        if (tagLanes != null) {
            tagLanes.clear();
        }
        Arrays.fill(words, 0);
    }
}
