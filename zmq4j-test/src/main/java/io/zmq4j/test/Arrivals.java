package io.zmq4j.test;

import io.zmq4j.message.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** All that came, in order, and how much of it the test has expected. Safe for any thread. */
final class Arrivals<T> {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<T> all = new ArrayList<>();
    private int expected;

    void add(T arrival) {
        lock.lock();
        try {
            all.add(arrival);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    List<T> all() {
        lock.lock();
        try {
            return List.copyOf(all);
        } finally {
            lock.unlock();
        }
    }

    /** The first that was not expected yet; null if none comes within so many nanoseconds. */
    @Nullable
    T next(long nanos) {
        lock.lock();
        try {
            return awaitCount(expected + 1, nanos) ? all.get(expected++) : null;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until so many came. */
    boolean awaitCount(int count, long nanos) {
        lock.lock();
        try {
            long left = nanos;
            while (all.size() < count && left > 0) {
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
        return all().size() >= count;
    }

    /** What a message must be that is expected. */
    static Message checked(@Nullable Message came, Message wanted, String place, List<Message> all) {
        if (came == null) {
            throw new AssertionError("expected " + wanted + " at " + place + ", and nothing more came within "
                    + Patience.LIMIT.toSeconds() + " s; " + listed(all));
        }
        if (!came.equals(wanted)) {
            throw new AssertionError("expected " + wanted + " at " + place + ", and " + came + " came; " + listed(all));
        }
        return came;
    }

    static String listed(List<Message> all) {
        return all.isEmpty() ? "nothing came at all" : "all that came: " + all;
    }
}
