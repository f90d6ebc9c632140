package io.zmq4j.socket;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that is made anew when it is older than a moment: who reads twenty attributes, or asks often, takes one
 * snapshot. Safe for any thread. */
public final class Fresh<T> {
    private static final long MOST_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final Supplier<T> source;
    private final LongSupplier clock;
    private @Nullable T value;
    private long madeAt;

    /** {@code clock} is in nanoseconds. */
    public Fresh(Supplier<T> source, LongSupplier clock) {
        this.source = source;
        this.clock = clock;
    }

    public synchronized T get() {
        long now = clock.getAsLong();
        T known = value;
        if (known == null || now - madeAt >= MOST_NANOS) {
            known = source.get();
            value = known;
            madeAt = now;
        }
        return known;
    }
}
