package io.zmq4j.management;

/** An endpoint of a socket. */
public interface EndpointRow {
    /** With the real port or path. */
    String getUri();

    /** Whether it is bound; else it is connected. */
    boolean isBound();

    /** The name of an {@link io.zmq4j.event.EndpointState}. */
    String getState();

    /** How many peers are there through it. */
    int getPeers();

    /** Why the last try failed; empty if none has since the connection was there. */
    String getLastError();

    /** How long until the next try; -1 if none is planned. */
    long getNextTryMillis();
}
