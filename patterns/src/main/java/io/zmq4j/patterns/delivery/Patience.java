package io.zmq4j.patterns.delivery;

import io.zmq4j.error.WaitInterruptedException;
import java.time.Duration;
import java.util.concurrent.locks.Condition;

/** How long a call still waits; negative for ever. */
final class Patience {
    private long leftNanos;
    private final boolean isEndless;

    Patience(Duration timeout) {
        isEndless = timeout.isNegative();
        leftNanos = nanos(timeout);
    }

    private static long nanos(Duration timeout) {
        try {
            return timeout.toNanos();
        } catch (ArithmeticException e) {
            return timeout.isNegative() ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
    }

    boolean isOver() {
        return !isEndless && leftNanos <= 0;
    }

    /** Waits for the condition to be signalled, or until it is over; with the condition's lock held. */
    @SuppressWarnings("WaitNotInLoop") // the caller has the loop, and what it waits for
    void await(Condition condition, String what) {
        try {
            if (isEndless) {
                condition.await();
            } else {
                leftNanos = condition.awaitNanos(leftNanos);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WaitInterruptedException("interrupted while waiting for " + what);
        }
    }
}
