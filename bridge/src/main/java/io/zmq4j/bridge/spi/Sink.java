package io.zmq4j.bridge.spi;

/** What a bridge writes to. One thread at a time, mostly the bridge's own; completions come in any thread. */
public interface Sink extends AutoCloseable {
    /**
     * Begins to write a record, and does not wait for the end. Records are stored in the order of the calls, at least those of one
     * key among each other.
     *
     * @param completion called exactly once, in any thread, also before this returns
     */
    void write(BridgeRecord record, Completion completion);

    /** Sends off what waits for company; does not wait. Nothing by default: a write begins at once. */
    default void flush() {}

    /**
     * Begins anew after a write has {@linkplain Completion#failed failed}; all writes are complete. Nothing by default: the next write
     * is a new try.
     *
     * @throws BridgeException if that does not work now: the bridge tries again later
     */
    default void reopen() {}

    /** What a completed write means. */
    Promise promise();

    /** Lets go of everything, within seconds; what is not complete yet fails. */
    @Override
    void close();
}
