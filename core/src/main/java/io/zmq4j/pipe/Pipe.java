package io.zmq4j.pipe;

import io.zmq4j.event.Peer;
import io.zmq4j.message.Message;
import io.zmq4j.outbox.Run;
import io.zmq4j.zmtp.CloseReason;
import org.jspecify.annotations.Nullable;

/** One end of a peer's double queue, as a pattern sees it. Used with the owning socket's lock held; never blocks. */
public interface Pipe {
    /**
     * A mark between messages, compared by identity. A subscriber writes it before it sends all its subscriptions to a
     * new connection: what was queued before it is forgotten. PUB and XPUB read it where the messages of a connection begin, ROUTER
     * and REP where those of a renewed one do: what the peer before had subscribed to, was called or asked is not the next
     * one's.
     */
    Message RESTART = Message.wrap(new byte[] {});

    /**
     * Every topic there is: what whoever is at the far end is taken to want where nobody can ask for anything. Compared by identity
     * where topics are groups, as to them this is the group of the empty name.
     */
    Message EVERYTHING = Message.wrap(new byte[] {1});

    /**
     * A message of no bytes, with which a session says that a connection has come, or has gone, where what comes is bytes: these
     * are never none.
     */
    Message NOTICE = Message.wrap(new byte[] {});

    /** Queues a message to the peer; false if the queue is full: the pattern hears {@code writable} later. */
    boolean tryWrite(Message message);

    /**
     * How many messages like this one, itself included, the pipe would take and hold back for company: for so many it may
     * {@link #share} a run. None if messages had better be written one by one.
     */
    default int shareable(Message message) {
        return 0;
    }

    /** Queues a run, which has its first message. Whatever else is written to the pipe ends it. */
    default void share(Run run) {
        throw new UnsupportedOperationException("shares nothing: shareable() is 0");
    }

    /** A run has begun, or grown by a message. One of the pipes that share it is told. */
    default void grew(Run run) {
        throw new UnsupportedOperationException("shares nothing: shareable() is 0");
    }

    /** Ends a run that is shared, if that has not happened yet. */
    default void end(Run run) {
        throw new UnsupportedOperationException("shares nothing: shareable() is 0");
    }

    /** Queues what is no message of the application, beyond the high-water mark as well: subscriptions, {@link #RESTART}. */
    void write(Message message);

    /** Whether {@link #tryWrite} would take a message; if not, the pattern hears {@code writable} later. */
    boolean canWrite();

    /** How many messages {@link #tryWrite} would take at least; if none, the pattern hears {@code writable} later. */
    int room();

    /** The next message from the peer; null if there is none: the pattern hears {@code readable} later. */
    @Nullable
    Message tryRead();

    /**
     * As {@link #tryRead()}, several at a time if that is less work: behind {@code from}, where there is room for one.
     *
     * @return the index behind the last one; {@code from} if there is none: the pattern hears {@code readable} later
     */
    default int tryRead(@Nullable Message[] into, int from) {
        Message message = tryRead();
        if (message == null) {
            return from;
        }
        into[from] = message;
        return from + 1;
    }

    /** Whether the far end is gone: nothing comes any more but what it sent before. */
    default boolean isEnded() {
        return false;
    }

    /**
     * Whether the peer is not there any more: it left, or this side gave it up. {@link #tryWrite} takes nothing then; what
     * the peer sent before may still be read. For all that a socket says of its peers, this is what decides.
     */
    default boolean isGone() {
        return isEnded();
    }

    /** Who sent what was read last; null if nothing was. */
    default @Nullable Peer sender() {
        return null;
    }

    /**
     * How many connections under this pipe have ended. Where the pattern answers, as many {@link #RESTART} stand between what they
     * brought and what the one brings that is there now.
     */
    default int breaks() {
        return 0;
    }

    /** Who is there now, its handshake complete; null if nobody is. */
    default @Nullable Peer peer() {
        return null;
    }

    /** The peer's routing id as it announced it, empty if it did not or is not connected yet. */
    byte[] peerRoutingId();

    /**
     * The routing id this side chose for the peer before it connected (CONNECT_ROUTING_ID), or null. It takes
     * precedence over what the peer announces.
     */
    byte @Nullable [] assignedRoutingId();

    /**
     * Ends the connection under the pipe, for this reason; the pattern hears {@code detach} as for any other end. A
     * connecting side begins anew if the reason says so.
     */
    void close(CloseReason reason);

    /**
     * As {@link #close(CloseReason)}, after what is queued has been handed over, at the latest after this time.
     *
     * @param lingerNanos negative for as long as it takes
     */
    default void close(CloseReason reason, long lingerNanos) {
        close(reason);
    }

    /**
     * This socket does not take the peer, of which nothing was read on this connection: ends it as {@link #close} does, but
     * the pattern hears nothing of the pipe any more. What was sent to this socket is kept by a sender who can.
     */
    default void refuse(CloseReason reason) {
        close(reason);
    }
}
