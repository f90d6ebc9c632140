package io.zmq4j;

import io.zmq4j.socket.Attached;

/** An endpoint on which a socket listens: what {@link Socket#bind} gives. */
public final class Binding extends Attachment {
    Binding(Attached attached) {
        super(attached);
    }

    /** The port on which the socket listens, the real one where {@code *} was given; -1 over a transport without ports. */
    public int port() {
        return attached.port();
    }
}
