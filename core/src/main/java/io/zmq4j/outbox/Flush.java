package io.zmq4j.outbox;

/** When queued messages are to be moved. */
public enum Flush {
    /** As soon as the lock is released. */
    NOW,
    /** When the near socket has company for it or waits for anything; until then the far end takes care. */
    HELD_BACK,
    /** Not on behalf of this message. */
    LATER
}
