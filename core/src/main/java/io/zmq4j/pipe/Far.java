package io.zmq4j.pipe;

import io.zmq4j.loop.Waiter;
import io.zmq4j.message.Message;
import io.zmq4j.outbox.Flush;
import io.zmq4j.outbox.Run;
import io.zmq4j.zmtp.CloseReason;

/** What is at the other end of a pipe: a connection's session, or another socket. Never blocks. */
public interface Far {
    /** Bytes. When the {@link #backlog} falls below this, the far end signals {@link Signal#WRITABLE}. */
    long LOW_BACKLOG = 6 << 20;

    /**
     * A message was queued outbound. Called with the near socket's lock held, for every message, so it must be quick.
     *
     * @return when {@link #flush} should be called
     */
    Flush onWritten(Message message);

    /**
     * How many messages of this size would be held back beside what is held back already; none if nothing is, because then
     * nobody would come for them. Called with the near socket's lock held, as are the next two.
     */
    default int holdable(long size) {
        return 0;
    }

    /** A run that so many pipes share has begun, or grown by a message; the far end of one of them is told. */
    default void onGrown(int pipes) {}

    /**
     * A run that was queued has ended.
     *
     * @return when {@link #flush} should be called
     */
    default Flush onEnded(Run run) {
        return Flush.LATER;
    }

    /** What was held back is left to the far end until the near socket has more. Called with the near socket's lock held. */
    default void onHeldBack() {}

    /** What was held back goes out: {@link #flush} follows. Called with the near socket's lock held. */
    default void onFlush() {}

    /** The near socket's high-water marks changed. Called with its lock held. */
    void onHighWaterMarks(int inbound, int outbound);

    /** Takes out what is queued outbound and will never be handed over, and counts it. After the far end is gone. */
    long takeLost();

    /** Whether what was left in the outbound queue by {@link #takeLost} is the other side's to read. */
    default boolean isReadOn() {
        return false;
    }

    /** Who it is. Any thread. */
    FarName name();

    /** Moves what is queued outbound, now. Called without the lock. */
    void flush();

    /**
     * How many bytes of large messages are queued outbound on their way to somebody who is there; about. Any thread.
     */
    default long backlog() {
        return 0;
    }

    /** Whether messages come over a connection, which reads many at a time, and not from another socket of the context. */
    default boolean hasWire() {
        return true;
    }

    /** The inbound queue, which was full, has room. Called without the lock. */
    void onRoom();

    /** Somebody waits for a message: tries to get one now. Called without the lock. */
    void pull();

    /**
     * Whether the rest of a large message is coming so fast that it is better to look for it again than to wait to be
     * called. A hint. Any thread.
     */
    default boolean isStreaming() {
        return false;
    }

    /**
     * Waits for a message from here only, for this long, unless the waiter is signalled before; may return early. False,
     * at once, if the thread should better wait where everybody does. Called without the lock.
     */
    default boolean await(Waiter waiter, long nanos) {
        return false;
    }

    /** Others than the one who may {@link #await} depend on what comes from here. Called without the lock. */
    default void share() {}

    /** The near socket's pattern has taken the pipe and knows that it is connected. Called with the near socket's lock held. */
    default void onAccepted() {}

    /**
     * The near socket does not take the pipe, and has read nothing from it; or it failed with one that it had taken, and has
     * given it up. Called with the near socket's lock held.
     */
    default void refuse(CloseReason reason) {
        close(reason, 0);
    }

    /**
     * The near socket gives the pipe up. If it was its pattern that did, and the reason says so, a connecting side begins
     * anew.
     *
     * @param lingerNanos how long what is queued outbound may still be handed over; 0 for not at all, negative for ever
     */
    void close(CloseReason reason, long lingerNanos);
}
