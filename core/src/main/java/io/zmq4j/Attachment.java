package io.zmq4j;

import io.zmq4j.socket.Attached;

/** An endpoint that a socket was bound or connected to. Every method is safe for any thread. */
public abstract sealed class Attachment implements AutoCloseable permits Binding, Connection {
    private final Attached attached;

    Attachment(Attached attached) {
        this.attached = attached;
    }

    /** The endpoint, with the real port or path where {@code *} was given. */
    public String uri() {
        return attached.uri();
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
