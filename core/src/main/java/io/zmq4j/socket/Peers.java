package io.zmq4j.socket;

import io.zmq4j.event.DropCounters;
import io.zmq4j.event.DropReason;
import io.zmq4j.loop.Failure;
import io.zmq4j.options.OptionValues;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.pattern.Pattern;
import io.zmq4j.pipe.PipeEnd;
import io.zmq4j.pipe.Signal;
import io.zmq4j.zmtp.CloseReason;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The peers of a socket: its pipes, from the signal that brings one until nothing of it is left, and what of them the pattern
 * is told in between. Guarded by the socket's lock, but for what is volatile, which any thread may look at.
 *
 * <pre>
 *   ATTACH ──► attached ──CONNECTED──► accepted ──► left ──ENDED, and read to its end──► detached
 *     │            │                      │
 *     └────────────┴──────────────────────┴── refused: the pattern does not take it, or failed with it
 * </pre>
 *
 * <p>What one peer's signal breaks in the pattern ends that peer, and no other.
 */
final class Peers {
    /** The notes of a pipe whose peer the pattern knows to have left, and of one that it did not take; see {@link Aftermath}. */
    private static final int LEFT = 16;

    private static final int REFUSED = 32;

    /** The notes of a pipe whose peer the pattern knows to be connected, and of a refused one of which all is counted. */
    private static final int ACCEPTED = 64;

    private static final int COUNTED = 128;

    /** The note of a pipe that is let go of, until what has passed through it is added to the totals. */
    private static final int TO_ADD = 256;

    private final SocketLock lock;
    private final Pattern pattern;
    private final Inbox inbox;
    private final OptionValues options;
    private final DropCounters drops;

    private final Set<PipeEnd> pipes = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<PipeEnd> connected = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Totals departed = new Totals();

    /** No peer is taken any more, and what is unread is not read. */
    private boolean closed;

    /** Pipes whose handshake is complete and whose peer is there, as far as the pattern knows. */
    private volatile int connectedCount;
    /** Pipes that are attached and whose peer has not left, connected already or not. */
    private volatile int present;
    /** The pipe if there is exactly one, which can be read without asking the selector. */
    private volatile @Nullable PipeEnd only;

    Peers(SocketLock lock, Pattern pattern, Inbox inbox, OptionValues options, DropCounters drops) {
        this.lock = lock;
        this.pattern = pattern;
        this.inbox = inbox;
        this.options = options;
        this.drops = drops;
    }

    // ---- any thread

    int connectedCount() {
        return connectedCount;
    }

    /** Whether any peer is there, or is expected on a connected endpoint; the pattern may be told of others soon. */
    boolean anyPresent() {
        return present > 0;
    }

    @Nullable
    PipeEnd only() {
        return only;
    }

    // ---- the socket's lock held

    List<PipeEnd> pipes() {
        return List.copyOf(pipes);
    }

    /** What has passed and what waits; {@code readAhead} messages are in nobody's pipe any more. */
    Survey survey(long readAhead) {
        var survey = new Survey(departed, readAhead);
        for (PipeEnd pipe : pipes) {
            survey.see(pipe, pattern.routingId(pipe));
        }
        return survey;
    }

    /** The high-water marks changed: they hold for live pipes at once. */
    void onHighWaterMarks(int inbound, int outbound) {
        for (PipeEnd pipe : pipes) {
            pipe.onHighWaterMarks(inbound, outbound);
            // There may be room where there was none, and nobody would come to tell.
            pattern.writable(pipe);
        }
    }

    /** Gives those that are to be closed. */
    List<PipeEnd> close() {
        closed = true;
        return pipes();
    }

    /** The boundary for errors in a pattern: they end with the pipe that caused them. Throws nothing: others are to follow. */
    void onSignals(PipeEnd pipe, int signals) {
        try {
            dispatch(pipe, signals);
        } catch (Throwable e) {
            closeAfter(e, pipe);
        }
    }

    private static void closeAfter(Throwable failure, PipeEnd pipe) {
        try {
            pipe.refuse(CloseReason.INTERNAL_ERROR);
        } catch (Throwable e) {
            Failure.PEER.log(e);
        }
        Failure.PEER.log(failure);
    }

    private void dispatch(PipeEnd pipe, int signals) {
        if ((signals & Signal.ATTACH) != 0 && !attach(pipe)) {
            return;
        }
        if (!pipes.contains(pipe)) {
            if ((signals & Signal.ENDED) != 0 && pipe.isNoted(REFUSED)) {
                countRefused(pipe);
            }
            return;
        }
        if ((signals & Signal.DISCONNECTED) != 0) {
            pattern.disconnected(pipe);
        }
        if ((signals & Signal.CONNECTED) != 0) {
            pattern.connected(pipe);
            if (pipe.isNoted(REFUSED)) {
                return;
            }
            pipe.note(ACCEPTED);
            pipe.accepted();
        }
        if (pipe.isConnected() ? connected.add(pipe) : connected.remove(pipe)) {
            connectedCount = connected.size();
        }
        if ((signals & Signal.WRITABLE) != 0) {
            pattern.writable(pipe);
        }
        if ((signals & (Signal.READABLE | Signal.ENDED)) != 0) {
            pattern.readable(pipe);
        }
        if (pipe.isGone()) {
            leave(pipe);
        }
        if ((signals & Signal.ENDED) != 0 && (closed || pipe.isDrained())) {
            detach(pipe);
        }
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // guarded by the lock
    private boolean attach(PipeEnd pipe) {
        if (closed) {
            pipe.refuse(CloseReason.CLOSED_LOCALLY);
            return false;
        }
        // Those of its endpoint are older.
        pipe.onHighWaterMarks(options.get(SocketOptions.RCVHWM), options.get(SocketOptions.SNDHWM));
        if (!pattern.attach(pipe)) {
            pipe.refuse(CloseReason.REFUSED_BY_SOCKET);
            return false;
        }
        if (pipe.isNoted(REFUSED)) {
            return false;
        }
        pipes.add(pipe);
        present++;
        inbox.onPeer(pipe);
        only = pipes.size() == 1 ? pipe : null;
        return true;
    }

    /** The pattern does not take this pipe, or failed with it. */
    void refused(PipeEnd pipe) {
        pipe.note(REFUSED);
        try {
            if (pipes.contains(pipe)) {
                leave(pipe);
            }
        } finally {
            detachRefused(pipe);
        }
    }

    /** Also one that was never attached: the pattern may have failed half-way. */
    private void detachRefused(PipeEnd pipe) {
        try {
            pattern.detach(pipe);
        } finally {
            if (pipe.isNoted(ACCEPTED) && pipe.isEnded()) {
                // Nobody reads it to its end any more, and word of that may have come.
                lock.post(pipe, Signal.ENDED);
            }
            try {
                forget(pipe);
            } finally {
                addUp(pipe);
            }
        }
    }

    /** The peer is not there any more. */
    @SuppressWarnings("NonAtomicVolatileUpdate") // guarded by the lock
    private void leave(PipeEnd pipe) {
        if (pipe.note(LEFT)) {
            present--;
            pattern.left(pipe);
        }
    }

    private void detach(PipeEnd pipe) {
        leave(pipe);
        pattern.detach(pipe);
        try {
            forget(pipe);
            count(DropReason.UNREAD_AT_CLOSE, pipe.takeUnread());
            count(closed ? DropReason.LINGER_EXPIRED : DropReason.PEER_GONE, pipe.takeLost());
        } finally {
            addUp(pipe);
        }
    }

    /**
     * Adds what has passed through a pipe that was let go of to that of all before, once, whatever failed on the way here and
     * however often it is tried again. Nothing has passed through one that was refused from the beginning.
     */
    private void addUp(PipeEnd pipe) {
        if (pipe.isNoted(TO_ADD)) {
            pipe.strike(TO_ADD);
            if (pipe.isNoted(ACCEPTED)) {
                departed.add(pipe);
            }
        }
    }

    private void countRefused(PipeEnd pipe) {
        if (!pipe.isNoted(ACCEPTED)) {
            count(DropReason.NOT_RECEIVING, pipe.takeUnread());
        } else if (pipe.note(COUNTED)) {
            count(DropReason.NOT_RECEIVING, pipe.takeUnread());
            count(closed ? DropReason.LINGER_EXPIRED : DropReason.PEER_GONE, pipe.takeLost());
        }
    }

    private void forget(PipeEnd pipe) {
        if (pipes.remove(pipe)) {
            pipe.note(TO_ADD);
        }
        if (connected.remove(pipe)) {
            connectedCount = connected.size();
        }
        lock.forget(pipe);
        // Last, as it takes memory.
        only = null;
        if (pipes.size() == 1) {
            only = pipes.iterator().next();
        }
    }

    private void count(DropReason reason, long messages) {
        if (messages > 0) {
            drops.add(reason, messages);
        }
    }
}
