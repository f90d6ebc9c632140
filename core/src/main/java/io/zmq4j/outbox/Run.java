package io.zmq4j.outbox;

import io.zmq4j.message.Message;
import io.zmq4j.zmtp.wire.ShortMessage;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Short messages as they are on the wire, one behind the other, which stand in a queue as one element and grow there.
 *
 * <pre>
 *   | flags | size | body | flags | size | body | ...             room to grow
 *   0                     a consumer's position       end
 * </pre>
 *
 * A message of a flood is encoded while it is at hand, once for all pipes that share the run, and is copied from here with
 * its neighbours: in a queue of its own it would be put, taken, looked at and copied once for each pipe.
 *
 * <p>One producer at a time, ordered by the socket's lock; any number of consumers, each with a {@link RunReader}.
 * <ul>
 *   <li><i>Invariant:</i> behind a run nothing is put into the queue until the run has ended. So a consumer that has taken
 *       all there is, of a run that has not ended, has an empty queue, and must not look behind it.
 *   <li><i>Memory order:</i> a message's bytes are written before the word that includes them is stored with release; a
 *       consumer loads the word with acquire before it reads. Length, count and end are one word, so that nobody sees the
 *       end together with an older count.
 *   <li><i>Refused:</i> keeping the messages themselves beside their bytes (a reference stored for each, and whoever must
 *       have a message can decode it); to fill a run first and then queue it (what is held back must be found by the
 *       caretaker, which has no lock); the same for what is received (decoding in {@code receive} was no faster).
 * </ul>
 */
public final class Run {
    private static final long ENDED = 1;
    private static final int ONE_MESSAGE = 2;

    private static final VarHandle STATE;

    static {
        try {
            STATE = MethodHandles.lookup().findVarHandle(Run.class, "state", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final byte[] bytes;
    private final int most;
    /** Of each message: of all the same, so that what is in them can be told from their number. */
    private final int frames;

    private final int pipes;

    /**
     * <pre>
     *   63       32 31       1     0
     *   +----------+----------+-------+
     *   |  length  |  count   | ended |
     *   +----------+----------+-------+
     * </pre>
     */
    private long state;

    /**
     * A run with its first message, which is {@link ShortMessage#is short}.
     *
     * @param most messages, if they are of that size; fewer larger ones
     * @param pipes among which it is shared
     */
    public Run(Message first, int most, int pipes) {
        frames = first.frameCount();
        bytes = new byte[most * ShortMessage.encodedSize(first)];
        this.most = most;
        this.pipes = pipes;
        add(first);
    }

    // ---- producer

    /** Adds a message; false if there is no room for it, if it is not short or not like the first, or if the run has ended. */
    public boolean add(Message message) {
        long before = state;
        int length = length(before);
        if (hasEnded(before) || count(before) == most || message.frameCount() != frames || !ShortMessage.is(message)) {
            return false;
        }
        if (bytes.length - length < ShortMessage.encodedSize(message)) {
            return false;
        }
        long behind = ShortMessage.put(bytes, length, message);
        STATE.setRelease(this, behind << 32 | (int) before + ONE_MESSAGE);
        return true;
    }

    /** Nothing is added any more. */
    public void end() {
        STATE.setRelease(this, state | ENDED);
    }

    /** Whether there is no room even for an empty message. */
    public boolean isFull() {
        return count(state) == most || bytes.length - length(state) < headers(1);
    }

    /** How many messages there are. */
    public int count() {
        return count(state);
    }

    /** Bytes in all messages together, headers included. */
    public int length() {
        return length(state);
    }

    /** Bytes in all messages together, without headers. */
    public long size() {
        return (long) length() - headers(count());
    }

    /** The bytes of so many messages that are no part of any frame's body. */
    int headers(int messages) {
        return messages * frames * ShortMessage.HEADER;
    }

    /** Among how many pipes it is shared. */
    public int pipes() {
        return pipes;
    }

    // ---- consumers

    /** What there is; for {@link #length(long)}, {@link #count(long)} and {@link #hasEnded}. */
    long state() {
        return (long) STATE.getAcquire(this);
    }

    /** How many messages there are beside the first, by which the queue counts a run that has not ended. Any thread. */
    public int othersThanFirst() {
        return Math.max(0, count(state()) - 1);
    }

    static int length(long state) {
        return (int) (state >>> 32);
    }

    static int count(long state) {
        return (int) state >>> 1;
    }

    static boolean hasEnded(long state) {
        return (state & ENDED) != 0;
    }

    /** Not to be changed; what is there is said by a {@link #state()} that was read before. */
    byte[] bytes() {
        return bytes;
    }
}
