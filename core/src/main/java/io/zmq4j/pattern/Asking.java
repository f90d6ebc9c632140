package io.zmq4j.pattern;

import io.zmq4j.message.Message;

/** A pattern with a request for a caller that has a deadline and tries again. */
public interface Asking {
    /** Sends a request that may be sent again; false if no peer is available. */
    boolean tryRequest(Message request);

    /**
     * Sends the request under way once more, with the same id, to another connected peer if there is one, else to the
     * next available one; its reply alone counts from now on. False if no peer is available; then nothing has changed.
     */
    boolean trySendAgain();

    /** Whether the asked peer has left or was connected anew since it was asked, so that a reply may never come. */
    boolean isRequestLost();

    /**
     * Gives up this request of {@link #tryRequest}, if it is still under way: the next call may be a send. Its reply is
     * thrown away. Once it is answered, what is under way is another caller's, and goes on.
     */
    void abandon(Message request);
}
