package io.zmq4j.curve.cipher;

/**
 * Seals one direction's messages, each with the next nonce, under the key of the connection (RFC 26, "The MESSAGE Command").
 *
 * <pre>
 *  +---------+---------+--------+----------
 *  |  nonce  |   tag   | first  | body ...
 *  +---------+---------+--------+----------
 *     0..7      8..23      24      25..
 *                      |   encrypted
 * </pre>
 *
 * The nonces are counted in here and nowhere else: what is sealed twice with one can be read by anybody. Owned by the thread that
 * drives the outbound half.
 */
public final class BoxSealer {
    public static final int NONCE_SIZE = 8;

    /** By how much what is sealed is larger than the body. */
    public static final int OVERHEAD = NONCE_SIZE + Poly1305.TAG_SIZE + 1;

    /** Octets of the first block's key stream are the tag's key. */
    static final int TAG_KEY = 32;

    /** The last nonce, after which nothing is sealed. */
    static final long LAST = -1;

    private final KeyStream stream;
    private final Poly1305 tag = new Poly1305();
    private long nonce;

    /**
     * @param key of the two sides' key agreement, 32 octets; not kept
     * @param prefix the first 16 octets of all nonces
     * @param lastNonce what was used under this key before
     */
    public BoxSealer(byte[] key, byte[] prefix, long lastNonce) {
        this(new KeyStream(Salsa20.subkey(key, prefix), lastNonce, LanePool.SHARED), lastNonce);
    }

    BoxSealer(KeyStream stream, long lastNonce) {
        this.stream = stream;
        nonce = lastNonce;
    }

    /** How many blocks of key stream a message needs: half of the first is the tag's key. */
    static int blocks(int size) {
        return (int) (((long) TAG_KEY + size + Salsa20.BLOCK_SIZE - 1) / Salsa20.BLOCK_SIZE);
    }

    /**
     * Writes a sealed message, {@link #OVERHEAD} larger than its body, from a position on.
     *
     * @throws IllegalStateException when all nonces are used, or it has ended
     */
    public void seal(int first, byte[] body, byte[] into, int at) {
        if (nonce == LAST) {
            throw new IllegalStateException("all nonces of this connection are used, or it has ended");
        }
        nonce++;
        Words.putNonce(into, at, nonce);
        int cipherAt = at + NONCE_SIZE + Poly1305.TAG_SIZE;
        // The body's octets are encrypted one further on, behind the first.
        int size = 1 + body.length;
        stream.start(nonce, blocks(size));
        tag.key(stream.words(), stream.stride(), stream.lane());
        int done = begin(first, body, into, cipherAt);
        while (done < size) {
            int run = stream.next();
            int[] words = stream.words();
            int stride = stream.stride();
            int lane = stream.lane();
            int whole = Math.min(run, (size - done) / Salsa20.BLOCK_SIZE);
            Xor.blocks(words, stride, lane, whole, body, done - 1, into, cipherAt + done);
            done += whole * Salsa20.BLOCK_SIZE;
            if (whole < run) {
                Xor.part(words, stride, lane + whole, 0, body, done - 1, into, cipherAt + done, size - done);
                done = size;
            }
        }
        tag.take(into, cipherAt, cipherAt + size, stream.tagLanes(size));
        tag.putTag(into, at + NONCE_SIZE);
    }

    /** Encrypts what the first block's second half is for; returns how much of the message that is. */
    private int begin(int first, byte[] body, byte[] into, int at) {
        int[] words = stream.words();
        int stride = stream.stride();
        int lane = stream.lane();
        int count = Math.min(Salsa20.BLOCK_SIZE - TAG_KEY, 1 + body.length);
        if (body.length < Long.BYTES) {
            into[at] = (byte) (first ^ Xor.octet(words, stride, lane, TAG_KEY));
            Xor.octets(words, stride, lane, TAG_KEY + 1, body, 0, into, at + 1, body.length);
            return count;
        }
        long beginning = (Words.getLong(body, 0) << Byte.SIZE) | (first & 0xFF);
        Words.putLong(into, at, beginning ^ Xor.pair(words, stride, lane, TAG_KEY >> 2));
        int rest = count - Long.BYTES;
        Xor.part(words, stride, lane, TAG_KEY + Long.BYTES, body, Long.BYTES - 1, into, at + Long.BYTES, rest);
        return count;
    }

    /** Nothing follows at once. */
    public void rest() {
        stream.rest();
    }

    /** Nothing is sealed any more, and nothing is left of the key. May be called again. */
    public void end() {
        nonce = LAST;
        stream.end();
        tag.clear();
    }
}
