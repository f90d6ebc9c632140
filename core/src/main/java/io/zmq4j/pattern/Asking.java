package io.zmq4j.pattern;

import io.zmq4j.event.Peer;
import io.zmq4j.message.Message;
import org.jspecify.annotations.Nullable;

/** A pattern with a request for a caller that has a deadline and tries again. */
public interface Asking {
    /** Sends a request that may be sent again, to a peer that is connected; false if none is that has room. */
    boolean tryRequest(Message request);

    /**
     * Sends the request under way once more, to another connected peer if there is one; its reply alone counts from now on.
     * With REQ_CORRELATE it has the same id; without, the connection that was asked before is given up first, also if this
     * gives false, as no other peer is there.
     */
    boolean trySendAgain();

    /** Who is asked by the request under way; null if that peer is not there any more. */
    @Nullable
    Peer asked();

    /** Whether the asked peer has left or was connected anew since it was asked, so that a reply may never come. */
    boolean isRequestLost();

    /**
     * Gives up this request of {@link #tryRequest}, if it is still under way: the next call may be a send. Its reply is
     * thrown away; without REQ_CORRELATE with the connection by which it would come. Once it is answered, what is under way is
     * another caller's, and goes on.
     */
    void abandon(Message request);
}
