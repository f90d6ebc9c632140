package io.zmq4j.transport;

/** A socket's bound or connected endpoint, of whatever transport. Any thread. */
public interface OpenEndpoint {
    /** Its text, with the real port or path. */
    String text();

    /** Begins; called once. */
    void start();

    /**
     * Ends it, and its connections when what is queued to them is handed over. Called again, it ends what is left.
     *
     * @param lingerNanos how long that may take; negative for as long as it takes
     */
    void close(long lingerNanos);
}
