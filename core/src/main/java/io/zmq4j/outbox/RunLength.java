package io.zmq4j.outbox;

/**
 * How many messages the next run should have room for: many while a flood fills run after run, few when they end early,
 * because what was reserved and not used was in vain. Guarded by the socket's lock.
 */
public final class RunLength {
    /** Fewer messages cost less one by one. */
    public static final int LEAST = 16;

    private static final int MOST = 512;

    private int next = LEAST;

    /** At least {@link #LEAST}. */
    public int next() {
        return next;
    }

    /** A run has ended. */
    public void ended(Run run) {
        next = run.isFull() ? Math.min(MOST, 4 * next) : Math.min(next, Math.max(LEAST, 2 * run.count()));
    }
}
