package io.zmq4j.pattern;

/** A pattern that gives its peers routing ids of its own: numbers of 32 bits, big-endian, none of them 0. */
public interface Numbering extends Addressing {
    /** One that no peer has, for the next to be connected to. */
    byte[] newRoutingId();

    /**
     * Gives up the peer of this routing id, with all that is queued for it.
     *
     * @throws io.zmq4j.error.UnroutableException if nobody has it
     */
    void dismiss(byte[] routingId);
}
