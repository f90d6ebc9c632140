package io.zmq4j.curve.cipher;

/**
 * Puts key stream onto bytes. Key stream comes as words, of which a block's lie {@code stride} apart from {@code lane} on; octets
 * of a block are counted from 0 to 63.
 */
final class Xor {
    private static final long LOW = 0xFFFF_FFFFL;

    private Xor() {}

    /** Two words of key stream. */
    static long pair(int[] words, int stride, int lane, int word) {
        int at = word * stride + lane;
        return (words[at] & LOW) | ((long) words[at + stride] << 32);
    }

    static byte octet(int[] words, int stride, int lane, int octet) {
        return (byte) (words[(octet >> 2) * stride + lane] >>> ((octet & 3) << 3));
    }

    /** A whole block. */
    static void block(int[] words, int stride, int lane, byte[] from, int at, byte[] into, int intoAt) {
        for (int word = 0; word < Salsa20.WORDS; word += 2) {
            int octet = word << 2;
            Words.putLong(into, intoAt + octet, Words.getLong(from, at + octet) ^ pair(words, stride, lane, word));
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
