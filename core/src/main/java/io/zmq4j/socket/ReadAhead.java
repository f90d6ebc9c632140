package io.zmq4j.socket;

import io.zmq4j.message.Message;
import io.zmq4j.pattern.Pattern;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Messages of a flood that were taken from the pattern together, with the lock, and are handed out one by one, without it:
 * the way through lock, pattern and pipe is most of what receiving a small message costs.
 *
 * <pre>
 *   batch  | taken | taken | message | message | ...
 *                            next                    whoever adds 1 to next owns the message there
 * </pre>
 *
 * <ul>
 *   <li><i>Invariant:</i> a batch is complete before anybody sees it, and each index is given out once, so that one thread
 *       gets the messages in their order, and two threads get different ones.
 *   <li><i>Memory order:</i> the volatile store of a batch publishes its messages. Adding to {@code next} is atomic and
 *       needs no more order than that.
 *   <li><i>Who waits for a message</i> looks here first, as does who asks whether there is one; so nobody sleeps while there
 *       is something, whoever read it.
 *   <li><i>Refused:</i> a batch that is used again (a store of a reference into an old object costs a fence for each
 *       message); to read ahead always (what is here does not count for the high-water mark, and who receives now and then
 *       gains nothing); to do so over inproc (a fifth slower by hand, JDK 25).
 * </ul>
 */
final class ReadAhead {
    /** So many messages one after the other, and no pause, are a flood. */
    static final int FLOOD = 16;

    /** Messages read ahead at a time. */
    static final int BATCH = 64;

    private static final Batch NONE = new Batch();

    private volatile Batch batch = NONE;

    /** Messages since there last was none; guarded by the socket's lock. */
    private int inARow;

    /** The next message that was read ahead, or null. Any thread. */
    @Nullable
    Message poll() {
        Batch there = batch;
        // Sockets that read nothing ahead ask as well.
        return there == NONE ? null : there.poll();
    }

    /** Whether nothing that was read ahead is left. Any thread. */
    boolean isEmpty() {
        return batch.isEmpty();
    }

    // ---- socket's lock held

    /** The next message, or null; in a flood, reads ahead. */
    @Nullable
    Message receive(Pattern pattern) {
        // Somebody may have read ahead while this thread waited for the lock.
        Message message = poll();
        if (message != null) {
            return message;
        }
        message = pattern.tryReceive();
        inARow = message == null ? 0 : Math.min(inARow, FLOOD) + 1;
        if (inARow > FLOOD) {
            fill(pattern);
        } else if (batch != NONE) {
            batch = NONE;
        }
        return message;
    }

    /** To read ahead is a gain and no duty: where there is no memory for it, the message in hand counts for more. */
    private void fill(Pattern pattern) {
        Batch next;
        try {
            next = new Batch();
        } catch (OutOfMemoryError e) {
            inARow = 0;
            return;
        }
        next.count = pattern.tryReceive(next.messages);
        if (next.count < BATCH) {
            inARow = 0;
        }
        batch = next;
    }

    /** Takes out what is left and adds it to these, in order. */
    void drainTo(Collection<Message> messages) {
        Batch left = batch;
        if (left != NONE) {
            left.drainTo(messages);
            batch = NONE;
        }
        inARow = 0;
    }

    private static final class Batch {
        private static final VarHandle NEXT;

        static {
            try {
                NEXT = MethodHandles.lookup().findVarHandle(Batch.class, "next", int.class);
            } catch (ReflectiveOperationException e) {
                throw new ExceptionInInitializerError(e);
            }
        }

        private final @Nullable Message[] messages = new @Nullable Message[BATCH];

        /** Written before anybody sees the batch. */
        private int count;

        @SuppressWarnings("unused")
        private int next;

        boolean isEmpty() {
            return (int) NEXT.getVolatile(this) >= count;
        }

        @Nullable
        Message poll() {
            // Also where it is used up, so that nobody adds to a word for ever.
            if (isEmpty()) {
                return null;
            }
            int index = (int) NEXT.getAndAdd(this, 1);
            return index < count ? take(index) : null;
        }

        void drainTo(Collection<Message> taken) {
            for (int i = (int) NEXT.getAndSet(this, count); i < count; i++) {
                Message message = take(i);
                if (message != null) {
                    taken.add(message);
                }
            }
        }

        private @Nullable Message take(int index) {
            Message message = messages[index];
            messages[index] = null;
            return message;
        }
    }
}
