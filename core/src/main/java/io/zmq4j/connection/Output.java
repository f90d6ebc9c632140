package io.zmq4j.connection;

import io.zmq4j.message.Message;
import io.zmq4j.zmtp.engine.Engine;
import io.zmq4j.zmtp.engine.MessageSource;
import io.zmq4j.zmtp.engine.Outgoing;
import io.zmq4j.zmtp.engine.Unsent;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * What is written with one call: frames are encoded into a batch on the heap, and batches and large bodies are gathered in a
 * direct buffer. Lent to one thread for one flush; what the channel did not take then is kept as {@link Unsent}.
 */
final class Output {
    /** Handshakes are short, and leave room for the first batch. */
    private static final int SMALL = BufferPool.BATCH + 4096;

    private static final int MOST_BODIES = BufferPool.CHUNK / Outgoing.LARGE_BODY + 1;

    private final ByteBuffer small = ByteBuffer.allocateDirect(SMALL);
    private final Outgoing outgoing = new Outgoing(BufferPool.BATCH);
    private ByteBuffer direct = small;
    private @Nullable ByteBuffer large;

    /** How much of the outgoing body has been gathered. */
    private int bodySent;

    // What was gathered: see Unsent.

    private boolean isFilled;
    private @Nullable Message begun;
    private int messagesAt;

    /** The parts of large bodies: which, from where in it, and where in the buffer from where to where. */
    private final byte[][] bodies = new byte[MOST_BODIES][];

    private final int[] bodyFrom = new int[MOST_BODIES];
    private final int[] bodyAt = new int[MOST_BODIES];
    private final int[] bodyEnd = new int[MOST_BODIES];
    private int bodyCount;

    /** What is to be written; empty before {@link #fill} and when all of it was written. */
    ByteBuffer direct() {
        return direct;
    }

    /** Gathers what the engine gives, after all was written that was there; false if it gives nothing. */
    boolean fill(Engine engine, MessageSource source, BufferPool pool) {
        direct.clear();
        forgetBodies();
        messagesAt = Outgoing.NO_MESSAGE;
        boolean isFirst = outgoing.isEmpty();
        begun = isFirst ? null : engine.begun();
        isFilled = true;
        try {
            while (!outgoing.isEmpty() || direct.remaining() >= BufferPool.BATCH) {
                if (outgoing.isEmpty() && !engine.transmit(outgoing, source)) {
                    break;
                }
                if (isFirst) {
                    begun = outgoing.begun;
                    isFirst = false;
                }
                if (outgoing.body != null && direct == small) {
                    enlarge(pool);
                }
                gatherBatch();
                if (outgoing.body != null && !gatherBody(outgoing.body)) {
                    break;
                }
            }
        } finally {
            // If the engine failed in the middle of a batch, for want of memory, what it had put there is not lost.
            gatherBatch();
            direct.flip();
        }
        return direct.hasRemaining();
    }

    private void enlarge(BufferPool pool) {
        ByteBuffer borrowed = large != null ? large : pool.takeLarge();
        if (borrowed != null) {
            large = borrowed;
            direct = borrowed.clear().put(small.flip());
        }
    }

    private void gatherBatch() {
        if (messagesAt < 0 && outgoing.messagesAt >= 0) {
            messagesAt = direct.position() + outgoing.messagesAt;
        }
        direct.put(outgoing.batch, 0, outgoing.batchLength);
        outgoing.batchLength = 0;
        outgoing.messagesAt = Outgoing.NO_MESSAGE;
    }

    /** Whether all of the body was gathered. */
    private boolean gatherBody(byte[] body) {
        int length = Math.min(body.length - bodySent, direct.remaining());
        if (length >= Outgoing.LARGE_BODY) {
            bodies[bodyCount] = body;
            bodyFrom[bodyCount] = bodySent;
            bodyAt[bodyCount] = direct.position();
            bodyEnd[bodyCount++] = direct.position() + length;
        }
        direct.put(body, bodySent, length);
        bodySent += length;
        if (bodySent < body.length) {
            return false;
        }
        outgoing.clear();
        bodySent = 0;
        return true;
    }

    /** Takes what is left of an earlier output, to be written again. */
    void fill(Unsent unsent, BufferPool pool) {
        isFilled = false;
        direct.clear();
        unsent.copyTo(direct);
        if (!direct.hasRemaining() && direct == small) {
            enlarge(pool);
            if (direct != small) {
                unsent.copyTo(direct.clear());
            }
        }
        direct.flip();
    }

    /** Whether all that was taken from the engine has left. {@code held} is what the wire accepted and still holds. */
    boolean hasLeft(int held) {
        return !isFilled || (!direct.hasRemaining() && held == 0 && outgoing.isEmpty());
    }

    /** What was taken from the engine and has not left, with what is needed to read it back. {@code held} as above. */
    Unsent unsent(Engine engine, int held) {
        boolean isWhole = direct.hasRemaining() || held > 0;
        var unsent = isWhole ? new Unsent(begun, messagesAt) : new Unsent(engine.begun(), Outgoing.NO_MESSAGE);
        if (isWhole) {
            addGathered(unsent);
            unsent.taken(direct.position(), held);
        }
        if (outgoing.body != null) {
            unsent.add(ByteBuffer.wrap(outgoing.body, bodySent, outgoing.body.length - bodySent));
        }
        return unsent;
    }

    private void addGathered(Unsent unsent) {
        int at = 0;
        for (int i = 0; i < bodyCount; i++) {
            addCopy(unsent, at, bodyAt[i]);
            unsent.add(ByteBuffer.wrap(bodies[i], bodyFrom[i], bodyEnd[i] - bodyAt[i]));
            at = bodyEnd[i];
        }
        addCopy(unsent, at, direct.limit());
    }

    private void addCopy(Unsent unsent, int from, int to) {
        if (to > from) {
            var copy = new byte[to - from];
            direct.get(from, copy);
            unsent.add(ByteBuffer.wrap(copy));
        }
    }

    /** Forgets everything, for the next connection; gives what was borrowed back. */
    void clear(BufferPool pool) {
        outgoing.clear();
        bodySent = 0;
        isFilled = false;
        begun = null;
        forgetBodies();
        direct = small;
        ByteBuffer borrowed = large;
        large = null;
        if (borrowed != null) {
            pool.giveLarge(borrowed);
        }
    }

    @SuppressWarnings("NullAway") // a body that is not counted is not looked at
    private void forgetBodies() {
        for (int i = 0; i < bodyCount; i++) {
            bodies[i] = null;
        }
        bodyCount = 0;
    }
}
