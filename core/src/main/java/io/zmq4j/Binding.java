package io.zmq4j;

import io.zmq4j.socket.Attached;
import io.zmq4j.socket.SocketCore;
import org.jspecify.annotations.Nullable;

/** An endpoint on which a socket listens: what {@link Socket#bind} and {@link Context#serveStatistics(String)} give. */
public final class Binding extends Attachment {
    /** The socket that the library opened for this alone; else null. */
    private final @Nullable SocketCore own;

    Binding(Attached attached) {
        super(attached);
        own = null;
    }

    /** One whose socket is closed with it. */
    Binding(Attached attached, SocketCore own) {
        super(attached);
        this.own = own;
    }

    /** The port on which the socket listens, the real one where {@code *} was given; -1 over a transport without ports. */
    public int port() {
        return attached.port();
    }

    @Override
    public void close() {
        super.close();
        if (own != null) {
            own.close();
        }
    }
}
