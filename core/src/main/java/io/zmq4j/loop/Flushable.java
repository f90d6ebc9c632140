package io.zmq4j.loop;

import org.jspecify.annotations.Nullable;

/**
 * Something that may hold bytes its owner has not flushed yet. The caretaker links those it looks after through themselves:
 * to ask for it must not fail for want of memory, or the bytes would lie for good.
 */
public abstract class Flushable {
    /** What the caretaker is to do next. */
    public enum Tick {
        /** Its owner had left something: look again soon. */
        NEEDED,
        /** Its owner had flushed everything itself, or sent nothing: look again, but leave it the core for longer. */
        NOT_NEEDED,
        /** Forget it. */
        DONE
    }

    /** The one behind this, among those that arrive or those that are armed. */
    @Nullable
    Flushable next;

    /** A tick of the caretaker: flushes what nobody flushed since the last tick. */
    protected abstract Tick flushTick();
}
