package io.zmq4j.loop;

/** Something that may hold bytes its owner has not flushed yet. */
public interface Flushable {
    /**
     * A tick of the caretaker: flushes what nobody flushed since the last tick.
     *
     * @return whether it wants to be looked at again
     */
    boolean flushTick();
}
