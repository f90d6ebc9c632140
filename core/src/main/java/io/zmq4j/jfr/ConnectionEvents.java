package io.zmq4j.jfr;

/** What is told of connections. Any thread; where memory is short, a call may fail, and has told nothing. */
public interface ConnectionEvents {
    /** A connection is being made; {@link #connected}, {@link #waiting} or {@link #closed} follows. */
    void connecting(Site site);

    /** A connection is there; {@link #shookHands} follows. */
    void connected(Site site, boolean accepted);

    /**
     * A handshake is over.
     *
     * @param mechanism empty where there is none
     * @param failure the reason; empty if it succeeded
     */
    void shookHands(Site site, String mechanism, String failure, String detail);

    /** A connection whose handshake had succeeded has ended. */
    void disconnected(Site site, String reason, String detail);

    /**
     * A connected endpoint is tried again after this time.
     *
     * @param reason why its connection ended; empty if there was none
     */
    void waiting(Site site, long millis, String reason, String detail);

    /** An endpoint is closed: a connection that is being made comes to nothing. */
    void closed(Site site);
}
