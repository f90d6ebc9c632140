package io.zmq4j.socket;

import io.zmq4j.event.Peer;
import io.zmq4j.event.Received;
import io.zmq4j.message.Message;
import io.zmq4j.pattern.Pattern;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Collection;
import java.util.Objects;
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
 *   <li><i>A thread that waits for a message</i> looks here first, as does one that asks whether there is one; so nobody
 *       sleeps while there is something, whichever thread read it.
 *   <li><i>Who sent a message</i> is noted beside it where it begins to be somebody else, as messages come: a flood from one
 *       peer costs one store a batch. So those who ask for the sender and those who do not can take from the same batch.
 *   <li><i>Refused:</i> a batch that is used again (a store of a reference into an old object costs a fence for each
 *       message); to read ahead always (what is here does not count for the high-water mark, and a thread that receives now and then
 *       gains nothing); to do so over inproc (a fifth slower by hand, JDK 25).
 * </ul>
 */
final class ReadAhead {
    /** So many messages one after the other, and no pause, are a flood. */
    static final int FLOOD = 16;

    /** Messages read ahead at a time. */
    static final int BATCH = 64;

    private static final Batch NONE = new Batch(0);

    private volatile Batch batch = NONE;

    /** Messages since there last was none; guarded by the socket's lock. */
    private int inARow;

    /** The next message that was read ahead, or null. Any thread. */
    @Nullable
    Message poll() {
        Batch there = batch;
        // Sockets that read nothing ahead ask as well.
        return there == NONE ? null : there.poll(null);
    }

    /** As {@link #poll}; puts who sent it into the array of one. */
    @Nullable
    Message pollNoting(@Nullable Peer[] sender) {
        return batch.poll(sender);
    }

    /** The next message that was read ahead, and who sent it; or null. Any thread. */
    @Nullable
    Received pollFrom() {
        return batch.pollFrom();
    }

    /** Whether nothing that was read ahead is left. Any thread. */
    boolean isEmpty() {
        return batch.isEmpty();
    }

    /** How many messages are left. Any thread. */
    int size() {
        return batch.size();
    }

    // ---- socket's lock held

    /**
     * The next message, or null; in a flood, reads ahead.
     *
     * @param sender who sent it is put there; null if nobody wants to know
     */
    @Nullable
    Message receive(Pattern pattern, @Nullable Peer @Nullable [] sender) {
        // Somebody may have read ahead while this thread waited for the lock.
        Message message = batch.poll(sender);
        if (message != null) {
            return message;
        }
        message = pattern.tryReceive(sender, 0);
        inARow = message == null ? 0 : Math.min(inARow, FLOOD) + 1;
        if (inARow > FLOOD) {
            fill(pattern);
        } else if (batch != NONE) {
            batch = NONE;
        }
        return message;
    }

    /**
     * The next message and who sent it, or null; in a flood, reads ahead.
     *
     * @param floods whether it may
     */
    @Nullable
    Received receiveFrom(Pattern pattern, boolean floods) {
        Received received = pollFrom();
        if (received != null) {
            return received;
        }
        // Before the message is taken: what is missing then has cost nothing.
        var next = new Batch(floods && inARow >= FLOOD ? BATCH : 1);
        next.count =
                next.messages.length == 1 ? next.takeOne(pattern) : pattern.tryReceive(next.messages, next.senders);
        inARow = next.count < next.messages.length ? 0 : Math.min(inARow, FLOOD) + 1;
        try {
            return next.pollFrom();
        } finally {
            // All but the first; that one too if there was no memory to hand it over.
            Batch left = next.isEmpty() ? NONE : next;
            if (batch != left) {
                batch = left;
            }
        }
    }

    /** To read ahead is a gain and no duty: where there is no memory for it, the message in hand counts for more. */
    private void fill(Pattern pattern) {
        Batch next;
        try {
            next = new Batch(BATCH);
        } catch (OutOfMemoryError e) {
            inARow = 0;
            return;
        }
        next.count = pattern.tryReceive(next.messages, next.senders);
        if (next.count < BATCH) {
            inARow = 0;
        }
        batch = next;
    }

    /** Takes out what is left and adds it to these, in order. */
    void drainTo(Collection<Received> messages) {
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

        private final @Nullable Message[] messages;

        /** Who sent the message of that index and those behind it, up to the next who is noted. */
        private final @Nullable Peer[] senders;

        /** Written before anybody sees the batch. */
        private int count;

        /** The last index of {@link #senders} at which one is noted; -1 before any thread has looked, and all find the same. */
        private int lastNoted = -1;

        @SuppressWarnings("unused")
        private int next;

        Batch(int size) {
            messages = new @Nullable Message[size];
            senders = new @Nullable Peer[size];
        }

        int takeOne(Pattern pattern) {
            messages[0] = pattern.tryReceive(senders, 0);
            return messages[0] == null ? 0 : 1;
        }

        boolean isEmpty() {
            return (int) NEXT.getVolatile(this) >= count;
        }

        int size() {
            return Math.max(0, count - (int) NEXT.getVolatile(this));
        }

        @Nullable
        Message poll(@Nullable Peer @Nullable [] sender) {
            // Also where it is used up, so that nobody adds to a word for ever.
            if (isEmpty()) {
                return null;
            }
            int index = (int) NEXT.getAndAdd(this, 1);
            if (index >= count) {
                return null;
            }
            if (sender != null) {
                sender[0] = sender(index);
            }
            return take(index);
        }

        /** What is handed over is made before it is taken out: if there is no memory for that, the message is still there. */
        @Nullable
        Received pollFrom() {
            int index;
            Received received = null;
            while ((index = (int) NEXT.getVolatile(this)) < count) {
                Message message = messages[index];
                received = message == null ? null : new Received(message, sender(index));
                if (NEXT.compareAndSet(this, index, index + 1)) {
                    messages[index] = null;
                    return received;
                }
            }
            return null;
        }

        /** Mostly the batch is of one peer: then its place is looked for once, and not for each message. */
        private Peer sender(int index) {
            int last = lastNoted;
            if (last < 0) {
                last = notedBefore(count - 1);
                lastNoted = last;
            }
            int from = index >= last ? last : notedBefore(index);
            return Objects.requireNonNull(senders[from], "a sender is named before its messages");
        }

        private int notedBefore(int index) {
            int from = index;
            while (from > 0 && senders[from] == null) {
                from--;
            }
            return from;
        }

        void drainTo(Collection<Received> taken) {
            for (Received received; (received = pollFrom()) != null; ) {
                taken.add(received);
            }
        }

        private @Nullable Message take(int index) {
            Message message = messages[index];
            messages[index] = null;
            return message;
        }
    }
}
