package io.zmq4j.patterns.agent;

/** What an agent does when time has passed. Called in the agent's thread, after each turn. */
@FunctionalInterface
public interface Timer {
    /** An agent without anything to do by the clock. */
    Timer NONE = now -> Long.MAX_VALUE;

    /**
     * Does what is due.
     *
     * @param now in nanoseconds, as {@link System#nanoTime}
     * @return in how many nanoseconds it wants to be called again at the latest; {@link Long#MAX_VALUE} for not at all
     */
    long onTime(long now);
}
