package io.zmq4j.pipe;

import io.zmq4j.jfr.Interval;
import org.jspecify.annotations.Nullable;

/** The socket at a pipe's near end. */
public interface PipeOwner {
    /** This pipe wants {@link Far#flush} when the lock, which is held, is released. */
    void flushLater(PipeEnd pipe);

    /** This pipe has something that may go out with what follows. With the lock held. */
    void holdBack(PipeEnd pipe);

    /** A message was read from this pipe: {@link PipeEnd#afterRead} when the lock, which is held, is released. */
    void wasRead(PipeEnd pipe);

    /** This pipe is read to its end, with the lock held: it is to be detached when the lock is released. */
    void wasExhausted(PipeEnd pipe);

    /**
     * The pattern does not take this pipe, or failed with it, with the lock held: nothing of it is read or written any more.
     */
    void wasRefused(PipeEnd pipe);

    /** Something happened to this pipe: {@link Signal}. Any thread; never blocks, takes the socket's lock only if it is free. */
    void signal(PipeEnd pipe, int signals);

    /** A queue of this pipe has come to its high-water mark. Null if nobody wants to know for how long. Any thread. */
    default @Nullable Interval isFull(PipeEnd pipe, PipeQueue queue) {
        return null;
    }

    /** Bytes of this pipe's connection wait, and none leaves. Null if nobody wants to know for how long. Any thread. */
    default @Nullable Interval isStalled(PipeEnd pipe) {
        return null;
    }
}
