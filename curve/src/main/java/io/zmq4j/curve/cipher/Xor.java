package io.zmq4j.curve.cipher;

/**
 * Puts key stream onto bytes. Key stream comes as words, of which a block's lie {@code stride} apart from {@code lane} on; octets
 * of a block are counted from 0 to 63.
 */
final class Xor {
    private static final long LOW = 0xFFFF_FFFFL;

    /** So many blocks at a time stay in the nearest cache while all their words are gone through. */
    private static final int RUN = 64;

    private static final int FEWEST_IN_RUN = 8;

    private Xor() {}

    /** Two words of key stream. */
    static long pair(int[] words, int stride, int lane, int word) {
        int at = word * stride + lane;
        return (words[at] & LOW) | ((long) words[at + stride] << 32);
    }

    static byte octet(int[] words, int stride, int lane, int octet) {
        return (byte) (words[(octet >> 2) * stride + lane] >>> ((octet & 3) << 3));
    }

    /** Whole blocks, with the key stream of as many lanes. */
    static void blocks(int[] words, int stride, int lane, int blocks, byte[] from, int at, byte[] into, int intoAt) {
        int done = 0;
        while (blocks - done >= FEWEST_IN_RUN) {
            int count = Math.min(RUN, blocks - done);
            int octets = done * Salsa20.BLOCK_SIZE;
            run(words, stride, lane + done, count, from, at + octets, into, intoAt + octets);
            done += count;
        }
        for (; done < blocks; done++) {
            int octets = done * Salsa20.BLOCK_SIZE;
            block(words, stride, lane + done, from, at + octets, into, intoAt + octets);
        }
    }

    private static void block(int[] words, int stride, int lane, byte[] from, int at, byte[] into, int intoAt) {
        for (int word = 0; word < Salsa20.WORDS; word += 2) {
            int octet = word << 2;
            Words.putLong(into, intoAt + octet, Words.getLong(from, at + octet) ^ pair(words, stride, lane, word));
        }
    }

    /** Two words of all blocks after the other: a loop that reads the lanes in order takes half as long. */
    private static void run(
            int[] words, int stride, int lane, int blocks, byte[] from, int at, byte[] into, int intoAt) {
        for (int word = 0; word < Salsa20.WORDS; word += 2) {
            int low = word * stride + lane;
            int high = low + stride;
            int octet = word << 2;
            for (int i = 0; i < blocks; i++) {
                int block = octet + i * Salsa20.BLOCK_SIZE;
                long pair = (words[low + i] & LOW) | ((long) words[high + i] << 32);
                Words.putLong(into, intoAt + block, Words.getLong(from, at + block) ^ pair);
            }
        }
    }

    /** So many octets with the key stream from {@code octet} on, which is a multiple of eight. */
    static void part(
            int[] words, int stride, int lane, int octet, byte[] from, int at, byte[] into, int intoAt, int count) {
        int done = 0;
        for (; done + Long.BYTES <= count; done += Long.BYTES) {
            Words.putLong(
                    into,
                    intoAt + done,
                    Words.getLong(from, at + done) ^ pair(words, stride, lane, (octet + done) >> 2));
        }
        octets(words, stride, lane, octet + done, from, at + done, into, intoAt + done, count - done);
    }

    /** So many octets one by one, with the key stream from {@code octet} on. */
    static void octets(
            int[] words, int stride, int lane, int octet, byte[] from, int at, byte[] into, int intoAt, int count) {
        for (int i = 0; i < count; i++) {
            into[intoAt + i] = (byte) (from[at + i] ^ octet(words, stride, lane, octet + i));
        }
    }
}
