package io.zmq4j.loop;

import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A loop's timers. Owned by its token; the time is a parameter. */
final class Timers {
    private final Loop loop;
    private final TreeSet<Timer> waiting = new TreeSet<>();
    private long added;

    Timers(Loop loop) {
        this.loop = loop;
    }

    Timer add(long dueNanos, Runnable task) {
        var timer = new Timer(dueNanos, added++, new Chore(loop, task));
        waiting.add(timer);
        return timer;
    }

    /** Without effect if it has run; one that failed does not run again. */
    void cancel(Timer timer) {
        timer.chore.cancel();
        waiting.remove(timer);
    }

    /** Takes the next timer that is due, or null. */
    @Nullable
    Timer pollDue(long nowNanos) {
        if (waiting.isEmpty() || waiting.first().dueNanos - nowNanos > 0) {
            return null;
        }
        return waiting.pollFirst();
    }

    /** Nanoseconds until the next one is due; at least 0, {@link Long#MAX_VALUE} without any. */
    long nanosToNext(long nowNanos) {
        return waiting.isEmpty() ? Long.MAX_VALUE : Math.max(0, waiting.first().dueNanos - nowNanos);
    }
}
