package io.zmq4j.session;

import io.zmq4j.message.Message;
import io.zmq4j.message.Subscription;
import io.zmq4j.pipe.Far;
import io.zmq4j.pipe.Pipe;
import io.zmq4j.pipe.PipeEnd;
import io.zmq4j.pipe.Signal;
import io.zmq4j.zmtp.engine.MessageSource;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * What a session has for its connection: first what had not left on the one before, then what the pipe has queued. Taken from
 * inside a connection's gate for writing; while there is no connection, owned by the loop's token.
 */
final class Outflow implements MessageSource {
    /** Counting smaller ones would cost each of them more than a thousand of them weigh. */
    private static final int LARGE = 8 * 1024;

    private final boolean subscribes;

    /** Set before anything is queued, and never changed. */
    private volatile @Nullable PipeEnd pipe;

    /** Subscriptions that were queued before the mark will come again after it. */
    private boolean awaitsRestart;

    /**
     * Messages that were taken for a connection that broke before they had left whole: they go first on the next one. Null if
     * there are none, which is looked at by any thread.
     */
    private volatile @Nullable Queue<Message> unsent;

    /** Whether a message was taken for any connection: then somebody may still wait for its last bytes. */
    private volatile boolean hasSent;

    /** Bytes queued in messages that are large enough to count. */
    private final AtomicLong largeQueued = new AtomicLong();

    /** {@code subscribes}: what is sent are subscriptions, which a pattern repeats on each connection. */
    Outflow(boolean subscribes) {
        this.subscribes = subscribes;
    }

    void pipe(PipeEnd made) {
        pipe = made;
    }

    /** A message was queued; with the socket's lock held. */
    void onWritten(long size) {
        if (size >= LARGE) {
            largeQueued.addAndGet(size);
        }
    }

    // ---- inside the gate for writing

    @Override
    public @Nullable Message poll() {
        PipeEnd mine = pipe;
        if (mine == null) {
            return null;
        }
        while (true) {
            Message message = unsent == null ? poll(mine) : pollUnsent();
            if (message == Pipe.RESTART) {
                awaitsRestart = false;
            } else if (message == null) {
                return null;
            } else if (!awaitsRestart || !Subscription.is(message)) {
                if (!hasSent) {
                    hasSent = true;
                }
                return message;
            }
        }
    }

    @Override
    public int copy(byte[] into, int at) {
        PipeEnd mine = pipe;
        // What a run has behind a message that was polled: nothing that comes before it is left.
        return mine == null || unsent != null ? at : mine.outbound().copy(into, at);
    }

    private @Nullable Message pollUnsent() {
        Queue<Message> rest = unsent;
        Message next = rest == null ? null : rest.poll();
        if (rest != null && rest.isEmpty()) {
            unsent = null;
        }
        return next;
    }

    private @Nullable Message poll(PipeEnd mine) {
        Message message = mine.outbound().poll();
        long size = message == null ? 0 : message.size();
        if (size >= LARGE) {
            long left = largeQueued.addAndGet(-size);
            if (left < Far.LOW_BACKLOG && left + size >= Far.LOW_BACKLOG) {
                mine.signal(Signal.WRITABLE);
            }
        }
        return message;
    }

    // ---- no thread is in a connection

    /** Another connection begins; {@code isRenewed} if there was one before. */
    void begin(boolean isRenewed) {
        PipeEnd mine = pipe;
        if (subscribes && mine != null && isRenewed) {
            // All of it was for the connection before. What counts will come again.
            mine.outbound().discard();
        }
        awaitsRestart = subscribes;
    }

    /** What was not sent goes before what is queued; nothing is left in the list. */
    void keep(List<Message> untouched) {
        Queue<Message> before = unsent;
        if (!untouched.isEmpty()) {
            Queue<Message> all = new ArrayDeque<>(untouched);
            if (before != null) {
                all.addAll(before);
            }
            unsent = all;
            // This step may be taken again.
            untouched.clear();
        }
    }

    /** See {@link Far#takeLost}. */
    long takeLost() {
        Queue<Message> rest = unsent;
        unsent = null;
        PipeEnd mine = pipe;
        if (subscribes) {
            return 0;
        }
        long count = rest == null ? 0 : rest.size();
        return mine == null ? count : count + mine.outbound().discard();
    }

    // ---- any thread

    /** Whether anything waits for a connection. */
    boolean isEmpty() {
        PipeEnd mine = pipe;
        return unsent == null && (mine == null || mine.outbound().isEmpty());
    }

    boolean hasSent() {
        return hasSent;
    }

    /** How many bytes of large messages are queued; what is one message is no backlog, and a queue that conflates has not more. */
    long backlog() {
        PipeEnd mine = pipe;
        return mine != null && mine.outbound().size() > 1 ? largeQueued.get() : 0;
    }
}
