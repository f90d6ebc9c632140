package io.zmq4j.notice;

import java.util.concurrent.TimeUnit;

/** How many lines a context may say: 20 a minute. What is more is left out and counted. Safe for any thread. */
final class Allowance {
    private static final int LINES = 20;
    private static final long MINUTE_NANOS = TimeUnit.MINUTES.toNanos(1);

    private long began;
    private int said;
    private long leftOut;

    Allowance(long now) {
        began = now;
    }

    /** Whether another line may be said. */
    synchronized boolean takes(long now) {
        if (now - began >= MINUTE_NANOS) {
            began = now;
            said = 0;
        }
        if (said == LINES) {
            leftOut++;
            return false;
        }
        said++;
        return true;
    }

    /** How many were left out since this was asked last. */
    synchronized long takeLeftOut() {
        long count = leftOut;
        leftOut = 0;
        return count;
    }
}
