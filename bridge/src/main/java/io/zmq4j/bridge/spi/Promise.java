package io.zmq4j.bridge.spi;

/** What a source or a sink promises about each record; a bridge promises the weaker of its two. */
public enum Promise {
    /** What is under way when a process is killed, or a connection breaks, may be lost; nothing comes twice. */
    AT_MOST_ONCE,

    /** Nothing that was acknowledged is lost; what was under way may come twice. */
    AT_LEAST_ONCE;

    /** The weaker of both. */
    public Promise and(Promise other) {
        return compareTo(other) < 0 ? this : other;
    }

    @Override
    public String toString() {
        return this == AT_MOST_ONCE ? "at most once" : "at least once";
    }
}
