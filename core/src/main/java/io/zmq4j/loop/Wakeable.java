package io.zmq4j.loop;

/** Somebody who waits. */
public interface Wakeable {
    /** What is waited for may have happened. Any thread; never blocks. */
    void signal();
}
