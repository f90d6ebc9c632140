package io.zmq4j.pattern;

import io.zmq4j.event.Peer;
import io.zmq4j.message.Message;
import io.zmq4j.pipe.Pipe;
import org.jspecify.annotations.Nullable;

/**
 * One socket type's way with messages. Every method is called with the socket's lock held and never blocks. A pattern
 * never calls the socket; what it needs of options it reads from the values it was given at construction.
 */
public interface Pattern {
    /**
     * A peer's double queue appeared: at once for a connect, after the handshake for an accepted peer. From now on the
     * pipe belongs to this pattern, until {@link #detach}.
     *
     * @return false if this socket takes no further peer (PAIR): the pipe is then closed and never attached
     */
    boolean attach(Pipe pipe);

    /**
     * The handshake on the pipe's connection is complete, and {@link Pipe#peerRoutingId} known: once after every
     * {@link #attach}, and again whenever a broken connection was renewed under the same pipe.
     */
    default void connected(Pipe pipe) {}

    /** The pipe's connection broke, and will be renewed: {@link #connected} again, or {@link #detach}. */
    default void disconnected(Pipe pipe) {}

    /**
     * The pipe's peer is not there any more ({@link Pipe#isGone}): nothing can be sent to it, and what it held here, such as
     * subscriptions, is free. What it sent before may still be read. Once, before {@link #detach}.
     */
    default void left(Pipe pipe) {}

    /** The pipe's far end is gone and everything it had sent has been read, or this side gave it up. */
    void detach(Pipe pipe);

    /** {@link Pipe#tryRead} gave null, and has something to read again. */
    void readable(Pipe pipe);

    /** {@link Pipe#tryWrite} or {@link Pipe#canWrite} gave false, and there is room again. */
    void writable(Pipe pipe);

    /** Sends, or drops if the pattern says so; false if no peer is available and the caller may wait (RFC 30). */
    boolean trySend(Message message);

    /**
     * The next message, or null if there is none now.
     *
     * @param senders who sent it is put here, at this index; null if nobody wants to know
     */
    @Nullable
    Message tryReceive(@Nullable Peer @Nullable [] senders, int at);

    /** The next message, or null if there is none now. */
    default @Nullable Message tryReceive() {
        return tryReceive(null, 0);
    }

    /**
     * The next messages, as many as there are now and as fit; returns how many.
     *
     * @param senders who sent them, as long as the messages: where there is none, it is the one before
     */
    default int tryReceive(@Nullable Message[] into, @Nullable Peer[] senders) {
        int count = 0;
        for (Message message; count < into.length && (message = tryReceive(senders, count)) != null; count++) {
            into[count] = message;
        }
        return count;
    }

    /**
     * Whether a message that {@link #tryReceive} gave, and that nobody has got yet, is still to be delivered. Counts it as
     * dropped if not.
     */
    default boolean stillTakes(Message message) {
        return true;
    }

    /** Whether what is queued is worth waiting for when the socket is closed. */
    default boolean wantsLinger() {
        return true;
    }

    /** Whether what is sent may reach one of the peers that are there: not while nobody has subscribed to anything. */
    default boolean hasAudience() {
        return true;
    }

    /** How many messages it has read from its pipes and not given to {@link #tryReceive} yet. */
    default int readAhead() {
        return 0;
    }

    /** By what the application knows the peer; empty if by nothing. Not to be changed. */
    default byte[] routingId(Pipe pipe) {
        return pipe.peerRoutingId();
    }

    /** Whether {@link #trySend} would succeed now. */
    boolean canSend();

    /** Whether {@link #tryReceive} would give a message now. */
    boolean canReceive();
}
