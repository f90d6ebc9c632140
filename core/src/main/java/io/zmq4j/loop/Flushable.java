package io.zmq4j.loop;

/** Something that may hold bytes its owner has not flushed yet. */
public interface Flushable {
    /** What the caretaker is to do next. */
    enum Tick {
        /** Its owner had left something: look again soon. */
        NEEDED,
        /** Its owner had flushed everything by himself, or sent nothing: look again, but leave him the core for longer. */
        NOT_NEEDED,
        /** Forget it. */
        DONE
    }

    /** A tick of the caretaker: flushes what nobody flushed since the last tick. */
    Tick flushTick();
}
