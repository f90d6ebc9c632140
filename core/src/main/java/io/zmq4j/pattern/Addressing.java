package io.zmq4j.pattern;

import io.zmq4j.event.Peer;
import org.jspecify.annotations.Nullable;

/** A pattern whose peers have routing ids. */
public interface Addressing {
    /** Whether a message to this routing id has somewhere to go. */
    boolean hasPeer(byte[] routingId);

    /** Whether a message to this routing id would be queued now: neither refused, nor dropped, nor waited with. */
    boolean canSend(byte[] routingId);

    /** Who is there now under this routing id; null if nobody is. */
    @Nullable
    Peer peer(byte[] routingId);
}
