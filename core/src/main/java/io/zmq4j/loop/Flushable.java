package io.zmq4j.loop;

/** Something that may hold bytes its owner has not flushed yet. */
public interface Flushable {
    /** What the caretaker is to do next. */
    enum Tick {
        /** Look again at the next tick. */
        SOON,
        /** Its owner flushes often by itself: look again, but leave the core to him for longer. */
        LATER,
        /** Forget it. */
        DONE
    }

    /** A tick of the caretaker: flushes what nobody flushed since the last tick. */
    Tick flushTick();
}
