package io.zmq4j.transport;

import io.zmq4j.event.EndpointState;
import org.jspecify.annotations.Nullable;

/** How an endpoint stands, as long as it is there and after its end. Read by any thread. */
public interface Standing {
    EndpointState state();

    /** The number of peers that are there through it, their handshake complete. */
    int peerCount();

    /** Whether nothing follows. */
    boolean isOver();

    /** Why the last try failed; null if none has since the connection was there. */
    @Nullable
    String lastError();

    /** How long until the next try, in nanoseconds; negative if none is planned. */
    long untilNextTry();
}
