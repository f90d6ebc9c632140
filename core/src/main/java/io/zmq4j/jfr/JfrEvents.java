package io.zmq4j.jfr;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A context's only door to Java Flight Recorder. Any thread.
 *
 * <p>Until a recording is begun, and for ever where there is no Flight Recorder, each call is one look at a field. An event class that
 * is loaded before a recording wants it costs hundreds of milliseconds, so none is. Nothing that fails in here, be it for want of
 * memory, leaves it: a recording may miss something, and messages go on.
 */
public final class JfrEvents {
    /** For what belongs to no context. */
    public static final JfrEvents NONE = new JfrEvents();

    private static final boolean IS_THERE =
            ModuleLayer.boot().findModule("jdk.jfr").isPresent();

    private final @Nullable RecorderWatch watch;
    private volatile @Nullable FlightEvents events;

    private JfrEvents() {
        watch = null;
    }

    /**
     * @param workers load the classes that are needed, off the threads of those that record
     * @param statistics of all sockets; asked while a recording runs, by a thread of Flight Recorder
     */
    public JfrEvents(Executor workers, Supplier<List<SocketNumbers>> statistics) {
        RecorderWatch made = null;
        if (IS_THERE) {
            try {
                made = new RecorderWatch(workers, statistics, this::told);
            } catch (LinkageError e) {
                // A framework that hides it, or a native image that has but a part of it.
            }
        }
        watch = made;
    }

    private void told(@Nullable FlightEvents now) {
        events = now;
    }

    /** Events are told as soon as Flight Recorder works: from now on if it does already. Without effect the second time. */
    public void watch() {
        if (watch != null) {
            try {
                watch.watch();
            } catch (Throwable e) {
                // Nothing will be recorded.
            }
        }
    }

    /** Flight Recorder forgets the context. */
    public void close() {
        if (watch != null) {
            try {
                watch.close();
            } catch (Throwable e) {
                // It asks in vain from now on.
            }
        }
    }

    /** Whether there may be somebody to be told: if not, there is no need to gather what is to be said. */
    public boolean isTelling() {
        return events != null;
    }

    /** What is told of connections; null if there is nobody to be told. */
    public @Nullable ConnectionEvents connections() {
        FlightEvents to = events;
        return to == null ? null : to.connections();
    }

    // ---- messages

    /** Messages were dropped, so many for this reason so far. */
    public void dropped(Site site, String reason, long count) {
        FlightEvents to = events;
        if (to != null) {
            try {
                to.dropped(site, reason, count);
            } catch (Throwable e) {
                // Not recorded.
            }
        }
    }

    /** What a socket has come to. */
    public void statistics(SocketNumbers numbers) {
        FlightEvents to = events;
        if (to != null) {
            try {
                to.statistics(numbers);
            } catch (Throwable e) {
                // Not recorded.
            }
        }
    }

    /** A thread is about to block because no peer takes its message; null if nobody records that. Asked for its words by {@code end}. */
    public @Nullable Interval slowSend(Supplier<Site> site, IntSupplier peers) {
        FlightEvents to = events;
        try {
            return to == null ? null : to.slowSend(site, peers);
        } catch (Throwable e) {
            return null;
        }
    }

    /** As {@link #slowSend}, of a thread for which there is no message. */
    public @Nullable Interval slowReceive(Supplier<Site> site, IntSupplier peers) {
        FlightEvents to = events;
        try {
            return to == null ? null : to.slowReceive(site, peers);
        } catch (Throwable e) {
            return null;
        }
    }

    /** A queue has come to its high-water mark; null if nobody records that. */
    public @Nullable Interval queueFull(Supplier<Site> site, String queue, int highWaterMark) {
        FlightEvents to = events;
        try {
            return to == null ? null : to.queueFull(site, queue, highWaterMark);
        } catch (Throwable e) {
            return null;
        }
    }

    /** The kernel takes no more, and bytes wait; null if nobody records that. */
    public @Nullable Interval flushStall(Supplier<Site> site) {
        FlightEvents to = events;
        try {
            return to == null ? null : to.flushStall(site);
        } catch (Throwable e) {
            return null;
        }
    }

    // ---- loops

    /** The calling thread drives a loop from now on that another one drove, or nobody. */
    public void handedOver(String loop, String cause) {
        FlightEvents to = events;
        if (to != null) {
            try {
                to.handedOver(loop, cause);
            } catch (Throwable e) {
                // Not recorded.
            }
        }
    }

    /** Ends what may have begun. */
    public static void end(@Nullable Interval interval) {
        if (interval != null) {
            interval.end();
        }
    }
}
