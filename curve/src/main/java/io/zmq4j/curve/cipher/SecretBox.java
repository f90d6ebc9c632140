package io.zmq4j.curve.cipher;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * NaCl's secretbox: XSalsa20 and Poly1305, the tag in front. For the few boxes of a handshake, which are short and have keys and
 * nonces of their own. Without state.
 */
public final class SecretBox {
    public static final int KEY_SIZE = Salsa20.KEY_SIZE;
    public static final int NONCE_SIZE = Salsa20.PREFIX_SIZE + Long.BYTES;

    /** By how much a box is larger than what is in it. */
    public static final int OVERHEAD = Poly1305.TAG_SIZE;

    private static final int TAG_KEY = BoxSealer.TAG_KEY;

    private SecretBox() {}

    /** Returns the box of a text; {@code nonce} has 24 octets, and was never used with this key. */
    public static byte[] seal(byte[] key, byte[] nonce, byte[] text) {
        var box = new byte[OVERHEAD + text.length];
        int[] block = new int[Salsa20.WORDS];
        crypt(key, nonce, block, text, 0, box, OVERHEAD, text.length);
        Poly1305 tag = tag(block, box, OVERHEAD, box.length);
        tag.putTag(box, 0);
        tag.clear();
        Arrays.fill(block, 0);
        return box;
    }

    /** Opens a box of so many octets in an array; returns null if it was not made with this key and nonce. */
    public static byte @Nullable [] open(byte[] key, byte[] nonce, byte[] bytes, int at, int size) {
        if (size < OVERHEAD) {
            return null;
        }
        int textAt = at + OVERHEAD;
        int[] block = new int[Salsa20.WORDS];
        try {
            crypt(key, nonce, block, bytes, textAt, new byte[0], 0, 0);
            Poly1305 tag = tag(block, bytes, textAt, at + size);
            boolean isGenuine = tag.isTag(bytes, at);
            tag.clear();
            if (!isGenuine) {
                return null;
            }
            var text = new byte[size - OVERHEAD];
            crypt(key, nonce, block, bytes, textAt, text, 0, text.length);
            return text;
        } finally {
            Arrays.fill(block, 0);
        }
    }

    private static Poly1305 tag(int[] firstBlock, byte[] bytes, int from, int end) {
        var tag = new Poly1305();
        tag.key(firstBlock, 1, 0);
        tag.take(bytes, from, end, null);
        return tag;
    }

    /** Encrypts or decrypts; leaves the first block of the key stream, with the tag's key, in {@code first}. */
    private static void crypt(
            byte[] key, byte[] nonce, int[] first, byte[] from, int at, byte[] into, int intoAt, int size) {
        int[] subkey = Salsa20.subkey(key, nonce);
        long shortNonce = Words.getNonce(nonce, Salsa20.PREFIX_SIZE);
        Salsa20.block(subkey, shortNonce, 0, first);
        int done = Math.min(size, Salsa20.BLOCK_SIZE - TAG_KEY);
        Xor.part(first, 1, 0, TAG_KEY, from, at, into, intoAt, done);
        int[] block = new int[Salsa20.WORDS];
        for (int counter = 1; done < size; counter++) {
            Salsa20.block(subkey, shortNonce, counter, block);
            int count = Math.min(size - done, Salsa20.BLOCK_SIZE);
            Xor.part(block, 1, 0, 0, from, at + done, into, intoAt + done, count);
            done += count;
        }
        Arrays.fill(subkey, 0);
        Arrays.fill(block, 0);
    }
}
