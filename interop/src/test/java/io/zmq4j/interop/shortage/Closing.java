package io.zmq4j.interop.shortage;

import io.zmq4j.Context;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Closes a context and looks at the clock. Made beforehand: it allocates nothing when it does so. */
final class Closing {
    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final long MOST_MILLIS = 3_000;

    private final Context context;
    private volatile long nanos;
    private volatile @Nullable Throwable failure;

    Closing(Context context) {
        this.context = context;
    }

    void close() {
        long began = System.nanoTime();
        try {
            context.close(TIMEOUT);
        } catch (Throwable e) {
            failure = e;
        }
        nanos = System.nanoTime() - began;
    }

    long millis() {
        return TimeUnit.NANOSECONDS.toMillis(nanos);
    }

    /** What is wrong with it: it throws nothing, and comes to an end. */
    List<String> faults(double slowness) {
        Throwable thrown = failure;
        if (thrown != null) {
            return List.of("Context.close threw " + thrown + " after " + millis() + " ms at "
                    + List.of(thrown.getStackTrace()));
        }
        return millis() <= MOST_MILLIS * slowness
                ? List.of()
                : List.of("Context.close(" + TIMEOUT.toMillis() + " ms) took " + millis() + " ms");
    }
}
