package io.zmq4j.socket;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** Tells the log of handlers that fail: with the stack, and at most once a second, as a broken one fails for each message. */
final class HandlerLog {
    private static final System.Logger LOG = System.getLogger("io.zmq4j.handler");
    private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final SocketCore socket;
    private final ReentrantLock lock = new ReentrantLock();
    private boolean hasTold;
    private long toldAt;
    private long untold;

    HandlerLog(SocketCore socket) {
        this.socket = socket;
    }

    void failed(Throwable failure) {
        long others;
        lock.lock();
        try {
            long now = System.nanoTime();
            if (hasTold && now - toldAt < PAUSE_NANOS) {
                untold++;
                return;
            }
            hasTold = true;
            toldAt = now;
            others = untold;
            untold = 0;
        } finally {
            lock.unlock();
        }
        try {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "a handler of the " + socket.type() + " at " + socket.lastEndpoint() + " failed"
                            + (others == 0 ? "" : ", and " + others + " before it"),
                    failure);
        } catch (RuntimeException | Error e) {
            // A log that fails has nobody else to be told to.
        }
    }
}
