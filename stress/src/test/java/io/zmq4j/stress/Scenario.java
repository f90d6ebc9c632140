package io.zmq4j.stress;

/**
 * What a few threads do with the classes under test, and what must be so whichever of them runs when. Played again and
 * again, each time in another order; has a public constructor without parameters, and keeps nothing from one time to the
 * next.
 */
public interface Scenario {
    /** Runs in a controlled thread, which may start others; throws, or lets one of them throw, if something is wrong. */
    void play(Trial trial) throws Exception;
}
