package io.zmq4j.bench.role;

/** Waits for a message on any of several sockets. */
interface Readiness {
    void await();

    /** Whether the socket of this index had a message when {@link #await} returned. */
    boolean isReady(int index);
}
