package io.zmq4j.jfr;

/** Something that takes time and has begun. Is told when it ends, if it took long enough for whoever records it. */
public interface Interval {
    /** Once; by any thread. Throws nothing. */
    void end();
}
