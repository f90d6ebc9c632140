package io.zmq4j.jeromq;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What is kept until somebody takes it: the newest, up to a limit; nobody waits to add. Safe for any thread. */
public final class ReplyQueue<T> {
    private final int limit;
    private final Queue<T> kept = new ArrayDeque<>();
    private boolean isClosed;

    public ReplyQueue(int limit) {
        this.limit = limit;
    }

    /** Drops the oldest one if there are too many. */
    public synchronized void add(T added) {
        if (isClosed) {
            return;
        }
        if (kept.size() == limit) {
            kept.remove();
        }
        kept.add(added);
        notifyAll();
    }

    /** The oldest one; null if there is none within {@code millis}, negative for no limit, after the end, and on an interrupt. */
    public synchronized @Nullable T take(int millis) {
        long begin = System.nanoTime();
        long limitNanos = TimeUnit.MILLISECONDS.toNanos(millis);
        try {
            while (kept.isEmpty() && !isClosed) {
                long left = millis < 0 ? Long.MAX_VALUE : limitNanos - (System.nanoTime() - begin);
                if (left <= 0) {
                    return null;
                }
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
        return kept.poll();
    }

    /** Nothing more is kept; who waits gets null. */
    public synchronized void close() {
        isClosed = true;
        notifyAll();
    }
}
