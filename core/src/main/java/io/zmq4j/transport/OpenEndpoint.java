package io.zmq4j.transport;

/** A socket's bound or connected endpoint, of whatever transport. Any thread. */
public interface OpenEndpoint {
    /** Its text, with the real port or path. */
    String text();

    /** How it stands, as long as it is there and after its end. */
    Standing standing();

    /** Begins; called once. */
    void start();

    /** Tries at once if it waits long because the peer was the wrong one; else without effect. */
    default void hurry() {}

    /**
     * Takes a step again that failed for want of memory where no loop could take it, if there is one. False if it failed again;
     * throws nothing.
     */
    default boolean catchUp() {
        return true;
    }

    /**
     * Ends it, and its connections when what is queued to them is handed over. Called again, it ends what is left.
     *
     * @param lingerNanos how long that may take; negative for as long as it takes
     */
    void close(long lingerNanos);
}
