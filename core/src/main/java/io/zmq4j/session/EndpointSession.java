package io.zmq4j.session;

/** A socket's bound or connected endpoint over a wire. Any thread. */
public interface EndpointSession {
    /** Begins; called once. */
    void start();

    /**
     * Ends it, and its connections when what is queued to them is handed over.
     *
     * @param lingerNanos how long that may take; negative for as long as it takes
     */
    void close(long lingerNanos);
}
