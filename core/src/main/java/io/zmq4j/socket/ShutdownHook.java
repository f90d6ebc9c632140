package io.zmq4j.socket;

import java.time.Duration;

/** Closes a context when the JVM ends. */
final class ShutdownHook {
    private final Thread closer;

    ShutdownHook(ContextCore context, Duration timeout) {
        closer = new Thread(() -> context.close(timeout), "zmq4j-shutdown");
    }

    void add() {
        Runtime.getRuntime().addShutdownHook(closer);
    }

    void remove() {
        try {
            Runtime.getRuntime().removeShutdownHook(closer);
        } catch (IllegalStateException e) {
            // The JVM is ending: the hook runs, and finds the context closed.
        }
    }
}
