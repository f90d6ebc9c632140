package io.zmq4j.test;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** How bytes are forwarded at the moment, by all connections of a proxy. Safe for any thread. */
final class Conditions {
    /** The most that is forwarded at once. */
    static final int CHUNK = 64 * 1024;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    // Guarded by the lock, all of it.
    private boolean isStalled;
    private int piece = CHUNK;
    private long bytesPerSecond = Long.MAX_VALUE;
    private long delayNanos;

    void stall(boolean stalled) {
        change(() -> isStalled = stalled);
    }

    void split() {
        change(() -> piece = 1);
    }

    void delay(Duration delay) {
        long nanos = delay.toNanos();
        change(() -> delayNanos = nanos);
    }

    void throttle(long rate) {
        change(() -> {
            bytesPerSecond = rate;
            piece = (int) Math.max(1, Math.min(CHUNK, rate / 100));
        });
    }

    /** Waits while stalled; then gives the size of the next piece. */
    int awaitTurn() {
        lock.lock();
        try {
            while (isStalled) {
                changed.awaitUninterruptibly();
            }
            return piece;
        } finally {
            lock.unlock();
        }
    }

    /** Waits as long as bytes are on their way. A change of the delay holds from the next time on. */
    void travel() throws InterruptedException {
        lock.lock();
        try {
            await(delayNanos);
        } finally {
            lock.unlock();
        }
    }

    /** Waits as long as it takes to send so many bytes. */
    void transmit(int bytes) throws InterruptedException {
        lock.lock();
        try {
            await((long) (bytes * (1e9 / bytesPerSecond)));
        } finally {
            lock.unlock();
        }
    }

    private void await(long nanos) throws InterruptedException {
        long left = nanos;
        while (left > 1000) {
            left = changed.awaitNanos(left);
        }
    }

    private void change(Runnable action) {
        lock.lock();
        try {
            action.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
