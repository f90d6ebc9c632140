package io.zmq4j.jeromq;

import java.util.concurrent.TimeUnit;

/** Somebody waits here until it is rung. It stays rung until somebody has heard it. Safe for any thread. */
public final class Bell {
    private boolean isRung;

    /** Whoever waits, or comes next, waits no longer. */
    public synchronized void ring() {
        isRung = true;
        notifyAll();
    }

    /**
     * Waits until it is rung, and puts it back.
     *
     * @param nanos how long at most; {@link Long#MAX_VALUE} for ever
     * @throws InterruptedException if the thread is interrupted
     */
    public synchronized void await(long nanos) throws InterruptedException {
        long began = System.nanoTime();
        long left = nanos;
        while (!isRung && left > 0) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
            left = nanos == Long.MAX_VALUE ? nanos : nanos - (System.nanoTime() - began);
        }
        isRung = false;
    }
}
