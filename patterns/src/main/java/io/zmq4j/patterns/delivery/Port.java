package io.zmq4j.patterns.delivery;

/** A socket of one side, and the peers there. Used by the pump's thread alone, but for {@link #close}. */
interface Port {
    /** What there is at most before somebody else has a turn. */
    int MOST = 64;

    /**
     * Tells the pump who has come or gone, and what was sent.
     *
     * @return whether there may be more
     */
    boolean poll(Pump pump);

    /** Closes the socket. */
    void close();
}
