package io.zmq4j.pattern;

/** A pattern that subscribes by call. The topics are its own from then on. */
public interface Subscribing {
    void subscribe(byte[] topic);

    /** Takes back one {@link #subscribe} of the same bytes. */
    void unsubscribe(byte[] topic);
}
