package io.zmq4j.loop;

import java.lang.System.Logger.Level;

/**
 * Tells of a failure that ends here. Never throws: what is short when something fails, such as memory, is mostly short
 * for the log as well, and then the state that the caller restores counts for more than the line.
 */
public final class FailureLog {
    private static final System.Logger LOG = System.getLogger("io.zmq4j");

    private FailureLog() {}

    /** {@code what} failed, in words that need not be put together first. Any thread. */
    public static void report(Level level, String what, Throwable failure) {
        try {
            LOG.log(level, what, failure);
        } catch (Throwable e) {
            // A log that fails has nobody else to be told to.
        }
    }
}
