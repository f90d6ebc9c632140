package io.zmq4j.demo;

/** What is shown of scenarios that are played one after the other. Owned by the directing thread. */
interface Programme {
    /** A scenario begins; gives the console for what its actors say. */
    Console begins(Scenario scenario);

    /** The scenario that has begun has ended, and no actor of it is left. */
    void ends(Outcome outcome);
}
