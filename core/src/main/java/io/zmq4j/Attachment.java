package io.zmq4j;

import io.zmq4j.event.EndpointState;
import io.zmq4j.socket.Attached;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An endpoint that a socket was bound or connected to. Every method is safe for any thread. */
public abstract sealed class Attachment implements AutoCloseable permits Binding, Connection {
    final Attached attached;

    /** Held, not used: a socket is not lost as long as somebody has one of its endpoints. */
    @SuppressWarnings("unused")
    private final @Nullable Object lifeline;

    Attachment(Attached attached) {
        this.attached = attached;
        this.lifeline = attached.lifeline();
    }

    /** The endpoint, with the real port or path where {@code *} was given. */
    public String uri() {
        return attached.uri();
    }

    /** How the endpoint stands at the moment. */
    public EndpointState state() {
        return attached.state();
    }

    /**
     * Why the last try to connect, or to accept a peer, failed, as a sentence for people. Empty if none failed, for a connected
     * endpoint since the connection was there last.
     */
    public Optional<String> lastError() {
        return attached.lastError();
    }

    /**
     * The number of peers that are there through this endpoint, their handshake complete: any number for a bound endpoint, 0 or 1
     * for a connected one. A multicast endpoint counts as one peer.
     */
    public int peerCount() {
        return attached.peerCount();
    }

    /**
     * Waits until a peer is there through this endpoint, its handshake complete. Whether a subscriber has subscribed says
     * {@link Socket#awaitPeer} instead.
     *
     * @param timeout negative for ever
     * @return false if {@code timeout} passed before, or as soon as the endpoint is closed or given up
     * @throws io.zmq4j.error.SocketClosedException if the socket is, or gets, closed
     * @throws io.zmq4j.error.WaitInterruptedException if the thread was interrupted; its flag stays set
     */
    public boolean awaitPeer(Duration timeout) {
        return attached.awaitPeer(timeout);
    }

    /**
     * Gives the endpoint up, as {@link Socket#unbind} and {@link Socket#disconnect} do. Without effect if it was given up
     * before, or with its socket.
     */
    @Override
    public void close() {
        attached.close();
    }

    /** The {@link #uri}. */
    @Override
    public String toString() {
        return uri();
    }
}
