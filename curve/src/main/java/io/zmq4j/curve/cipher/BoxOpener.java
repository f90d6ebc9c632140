package io.zmq4j.curve.cipher;

import org.jspecify.annotations.Nullable;

/**
 * Opens what the other side's {@link BoxSealer} has sealed. The tag is verified before a byte is decrypted. Owned by the thread that
 * drives the inbound half.
 */
public final class BoxOpener {
    private final KeyStream stream;
    private final Poly1305 tag = new Poly1305();
    private long nonce;
    private int first;

    /**
     * @param key of the two sides' key agreement, 32 octets; not kept
     * @param prefix the first 16 octets of all nonces
     * @param lastNonce what the other side used before
     */
    public BoxOpener(byte[] key, byte[] prefix, long lastNonce) {
        this(new KeyStream(Salsa20.subkey(key, prefix), lastNonce, LanePool.SHARED), lastNonce);
    }

    BoxOpener(KeyStream stream, long lastNonce) {
        this.stream = stream;
        nonce = lastNonce;
    }

    /** Whether a nonce is greater than those before, as it must be; both are without a sign. */
    public boolean isNew(byte[] bytes, int at) {
        return Long.compareUnsigned(Words.getNonce(bytes, at), nonce) > 0;
    }

    /**
     * Opens a sealed message, which lies in an array among other bytes.
     *
     * @param size its whole size in bytes, at least {@link BoxSealer#OVERHEAD}
     * @return the body; null if the nonce is not {@linkplain #isNew new}, or this was not sealed by the other side
     */
    public byte @Nullable [] open(byte[] bytes, int at, int size) {
        if (!isNew(bytes, at)) {
            return null;
        }
        long messageNonce = Words.getNonce(bytes, at);
        int tagAt = at + BoxSealer.NONCE_SIZE;
        int cipherAt = tagAt + Poly1305.TAG_SIZE;
        int end = at + size;
        int cipherSize = end - cipherAt;
        stream.start(messageNonce, BoxSealer.blocks(cipherSize));
        tag.key(stream.words(), stream.stride(), stream.lane());
        tag.take(bytes, cipherAt, end, stream.tagLanes(cipherSize));
        if (!tag.isTag(bytes, tagAt)) {
            return null;
        }
        nonce = messageNonce;
        return decrypt(bytes, cipherAt, cipherSize);
    }

    private byte[] decrypt(byte[] bytes, int at, int size) {
        var body = new byte[size - 1];
        int done = begin(bytes, at, size, body);
        while (done < size) {
            int run = stream.next();
            int[] words = stream.words();
            int stride = stream.stride();
            int lane = stream.lane();
            int whole = Math.min(run, (size - done) / Salsa20.BLOCK_SIZE);
            Xor.blocks(words, stride, lane, whole, bytes, at + done, body, done - 1);
            done += whole * Salsa20.BLOCK_SIZE;
            if (whole < run) {
                Xor.part(words, stride, lane + whole, 0, bytes, at + done, body, done - 1, size - done);
                done = size;
            }
        }
        return body;
    }

    private int begin(byte[] bytes, int at, int size, byte[] body) {
        int[] words = stream.words();
        int stride = stream.stride();
        int lane = stream.lane();
        int octet = BoxSealer.TAG_KEY;
        int count = Math.min(Salsa20.BLOCK_SIZE - octet, size);
        first = (bytes[at] ^ Xor.octet(words, stride, lane, octet)) & 0xFF;
        if (body.length < Long.BYTES) {
            Xor.octets(words, stride, lane, octet + 1, bytes, at + 1, body, 0, body.length);
            return count;
        }
        long beginning = Words.getLong(bytes, at) ^ Xor.pair(words, stride, lane, octet >> 2);
        // Seven octets; the eighth is written over.
        Words.putLong(body, 0, beginning >>> Byte.SIZE);
        Xor.part(
                words,
                stride,
                lane,
                octet + Long.BYTES,
                bytes,
                at + Long.BYTES,
                body,
                Long.BYTES - 1,
                count - Long.BYTES);
        return count;
    }

    /** The octet before the body of the message that was opened last. */
    public int first() {
        return first;
    }

    /** Nothing follows at once. */
    public void rest() {
        stream.rest();
    }

    /** Nothing is opened any more, as no nonce is new, and nothing is left of the key. May be called again. */
    public void end() {
        nonce = BoxSealer.LAST;
        first = 0;
        stream.end();
        tag.clear();
    }
}
