package io.zmq4j.patterns.delivery.protocol;

/** The way to one peer: of a side that is bound, a routing id there; of one that has connected, the connection. Equal if the same. */
public interface Route {
    /** Whether it is the other side that has connected, and so begins. */
    boolean isAccepted();
}
