package io.zmq4j;

import java.time.Duration;

/**
 * The handling of a receiver's messages in the background, as {@link Receiver#onMessage(MessageHandler)} begins it. It ends when it
 * is stopped, when the socket or its context is closed, or when the socket cannot receive.
 *
 * <pre>
 *   RUNNING ── stop, close ──▶ STOPPING ── the call under way returns ──▶ ENDED
 *      └────────── the socket or context is closed, receiving fails ───────▲
 * </pre>
 *
 * Every method is safe for any thread.
 */
public interface Consumption extends AutoCloseable {
    /** How long {@link #close} waits at most for the call under way: 10 seconds. */
    Duration CLOSE_TIMEOUT = Duration.ofSeconds(10);

    /**
     * Takes no further message, waits until the call of the handler that is under way has returned, and interrupts it if it has
     * not within {@code grace} (negative: no limit). What was not taken stays in the socket. An interrupt of the caller ends the
     * wait as if the time had passed, and leaves its flag set. Called by the handler itself, it does not wait, and interrupts
     * nothing.
     *
     * @return whether the handling ended within that time
     */
    boolean stop(Duration grace);

    /** {@link #stop} with {@link #CLOSE_TIMEOUT}. */
    @Override
    void close();

    /**
     * Waits until the handling has ended, and the last call of the handler has returned.
     *
     * @throws io.zmq4j.error.WaitInterruptedException if the thread was interrupted; its flag stays set
     * @throws io.zmq4j.error.ZmqException what receiving failed with, if that ended it: not if it was stopped or the socket closed
     * @throws IllegalStateException if the handler calls it, which would wait for itself
     */
    default void await() {
        await(Duration.ofSeconds(-1));
    }

    /** As {@link #await()}, at most {@code timeout}, negative for ever; false if it passed. */
    boolean await(Duration timeout);

    /** Whether the handling has ended, and the last call of the handler has returned. */
    boolean isEnded();

    /** How many messages the handler has dealt with so far, those with which it failed included. */
    long handled();

    /** With how many of them it failed: it threw something. */
    long failed();
}
