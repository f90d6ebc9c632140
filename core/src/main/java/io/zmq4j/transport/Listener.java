package io.zmq4j.transport;

import io.zmq4j.loop.Loop;
import java.io.IOException;
import java.net.SocketAddress;
import org.jspecify.annotations.Nullable;

/** A bound endpoint. Owned by the loop's token, but for {@link #endpoint}. */
public interface Listener {
    /** A connection that was accepted, and is not used yet. */
    interface Accepted {
        /** Makes it ready for use; gives the peer's address. */
        SocketAddress configure() throws IOException;

        /** What goes over it. */
        Wire wire(Loop loop);

        /** Throws nothing. */
        void close(Loop loop);
    }

    /** The endpoint as it is bound, with the real port or path. */
    String endpoint();

    /** Has it told, again and again, while there may be somebody to accept. Called again if it failed with an Error. */
    void open(Loop loop, Waiting waiting) throws IOException;

    /** Whether to tell; at first it does. */
    void want(boolean wanted);

    /** The next connection; null if there is none. */
    @Nullable
    Accepted accept() throws IOException;

    /** Listens no longer, and removes what binding created. */
    void close() throws IOException;
}
