package io.zmq4j.notice;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * A trouble that lasts: said when it begins, for each reason that comes to it, and again after a minute, ten minutes, an hour
 * and each hour from then on. One thread at a time.
 */
final class Episode {
    private static final long[] AGAIN_NANOS = {
        TimeUnit.MINUTES.toNanos(1), TimeUnit.MINUTES.toNanos(10), TimeUnit.HOURS.toNanos(1)
    };

    /** More kinds of reasons are one that changes all the time. */
    private static final int MOST_REASONS = 8;

    private final long began;
    private final Set<String> reasons = new HashSet<>();
    private int step;
    private long due;
    private long times;

    Episode(long now) {
        began = now;
        due = now + AGAIN_NANOS[0];
    }

    /** It happens once more, for this reason: whether that is to be said. */
    boolean happens(String reason, long now) {
        times++;
        boolean isNews = reasons.size() < MOST_REASONS && reasons.add(reason);
        boolean isDue = now - due >= 0;
        if (isDue) {
            step++;
            due = step < AGAIN_NANOS.length ? began + AGAIN_NANOS[step] : now + AGAIN_NANOS[AGAIN_NANOS.length - 1];
        }
        return isNews || isDue;
    }

    /** How often it has happened. */
    long times() {
        return times;
    }

    long nanos(long now) {
        return now - began;
    }
}
