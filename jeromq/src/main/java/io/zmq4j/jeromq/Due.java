package io.zmq4j.jeromq;

import java.util.concurrent.TimeUnit;

/** Points in time on a clock of milliseconds, for timers. What would be later than a {@code long} can say is never. */
public final class Due {
    private static final long START = System.nanoTime();

    private Due() {}

    /** Milliseconds since some moment in this process; they go on whatever the wall clock does. */
    public static long now() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - START);
    }

    /** The moment {@code delay} after {@code now}. */
    public static long after(long now, long delay) {
        long due = now + delay;
        return delay > 0 && due < now ? Long.MAX_VALUE : due;
    }

    /** How long it is until then; 0 if it is past. */
    public static long left(long due, long now) {
        if (due <= now) {
            return 0;
        }
        long left = due - now;
        return left < 0 ? Long.MAX_VALUE : left;
    }
}
