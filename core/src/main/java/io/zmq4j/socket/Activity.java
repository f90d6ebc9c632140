package io.zmq4j.socket;

/**
 * Handles a context's messages by itself, and calls code of the application for it. A context that is closed stops it first: a
 * call that is under way finds its sockets open.
 */
public interface Activity {
    /** Begins nothing further. Does not wait. */
    void beginStop();

    /**
     * Waits until what is under way has ended; what has not after this time, {@link Long#MAX_VALUE} for ever, is interrupted. Does
     * not wait for the caller itself.
     *
     * @return whether it ended within the time
     */
    boolean endStop(long nanos);
}
