package io.zmq4j.curve.cipher;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The key stream of one direction's messages, of which each has the nonce after the last one's, mostly.
 *
 * <p>So what the next messages need is known before they are there. One block at a time costs 90 to 150 ns, 256 at a time 10 to 30
 * each: all together as much as 48 one by one. So they are made when as many blocks are expected to be needed:
 *
 * <pre>
 *   in a row of messages         expected
 *   not as long as the last      as many more as the last one had
 *   longer                       as many again
 * </pre>
 *
 * <p>A nonce that does not follow begins a new row, so that a peer that jumps does not have us make what nobody needs. Lanes are lent
 * for a row of calls, until {@link #rest}.
 *
 * <p>Owned by the thread that drives the direction's half.
 */
final class KeyStream {
    private static final int FEWEST = 48;

    private static final long LOW_HALF = 0xFFFF_FFFFL;

    private final int[] key;
    private final LanePool pool;
    private final int[] single = new int[Salsa20.WORDS];
    private @Nullable Lanes lanes;

    /** The lanes hold the first blocks, as many of each, of so many nonces from this one on. */
    private long heldFrom;

    private int heldNonces;
    private int heldBlocks;

    /** The message that it is at: how many blocks it needs, and up to which they are there from {@link #lane} on. */
    private long nonce;

    private int blocks;
    private int madeEnd;

    /** The block that is looked at, and how many from there on. */
    private int block;

    private int count;

    /** Where it is. */
    private int[] words;

    private int stride;
    private int lane;

    /** How many messages have followed each other in this row of calls, and in the one before. */
    private int inARow;

    private int before;

    /** {@code lastNonce} is the one before the first message's, as far as it is known. */
    KeyStream(int[] key, long lastNonce, LanePool pool) {
        this.key = key;
        this.pool = pool;
        nonce = lastNonce;
        words = single;
        stride = 1;
    }

    int[] words() {
        return words;
    }

    int stride() {
        return stride;
    }

    /** Where the block lies that it is at; more may follow in the lanes behind. */
    int lane() {
        return lane;
    }

    /** For the tag of a message of this size that it is at; null if that is too short. */
    @Nullable
    TagLanes tagLanes(int size) {
        Lanes lent = lanes;
        return lent == null || size < TagLanes.FEWEST_OCTETS ? null : lent.tagLanes();
    }

    /** Goes to the first block of a message that needs so many. */
    void start(long messageNonce, int messageBlocks) {
        if (messageNonce == nonce + 1) {
            inARow++;
        } else {
            inARow = 1;
            before = 0;
        }
        nonce = messageNonce;
        blocks = messageBlocks;
        block = 0;
        count = 1;
        long index = messageNonce - heldFrom;
        if (index >= 0 && index < heldNonces && messageBlocks <= heldBlocks) {
            look(Objects.requireNonNull(lanes, "lanes"), (int) index * heldBlocks, messageBlocks);
        } else {
            makeFirst();
        }
    }

    /** Goes to the next blocks; returns how many lie in a row of lanes. There must be more. */
    int next() {
        block += count;
        if (block < madeEnd) {
            lane += count;
            count = madeEnd - block;
        } else {
            makeMore();
        }
        return count;
    }

    private void makeFirst() {
        int each = Math.min(blocks, Lanes.MOST);
        long expected = before >= inARow ? before - inARow + 1 : inARow;
        if (expected * each < FEWEST) {
            makeOne();
            return;
        }
        long nonces = Math.min(Lanes.MOST / each, LOW_HALF + 1 - (nonce & LOW_HALF));
        fill((int) nonces, 0, each);
        heldFrom = nonce;
        heldNonces = (int) nonces;
        heldBlocks = each;
    }

    private void makeMore() {
        int missing = blocks - block;
        if (missing < FEWEST) {
            makeOne();
            return;
        }
        count = Math.min(missing, Lanes.MOST);
        fill(1, block, count);
        heldNonces = 0;
    }

    private void makeOne() {
        Salsa20.block(key, nonce, block, single);
        words = single;
        stride = 1;
        lane = 0;
        count = 1;
        madeEnd = block + 1;
    }

    private void fill(int nonces, int first, int each) {
        Lanes filled = lanes;
        if (filled == null) {
            filled = pool.take();
            lanes = filled;
        }
        filled.fill(key, nonce, nonces, first, each);
        look(filled, 0, first + each);
    }

    private void look(Lanes filled, int at, int end) {
        words = filled.words;
        stride = Lanes.STRIDE;
        lane = at;
        madeEnd = end;
    }

    /** There is no more. */
    void end() {
        rest();
        Arrays.fill(key, 0);
        Arrays.fill(single, 0);
    }

    /** Nothing follows at once. */
    void rest() {
        // A trip that found nothing is no row.
        if (inARow > 0) {
            before = inARow;
            inARow = 0;
        }
        Lanes lent = lanes;
        if (lent != null) {
            lanes = null;
            words = single;
            heldNonces = 0;
            pool.give(lent);
        }
    }
}
