package io.zmq4j.multicast.pgm.source;

import java.util.concurrent.TimeUnit;

/**
 * When the next SPM is due (RFC 3208, sections 5.1.4 to 5.1.6): soon after data, so that receivers notice if they lack
 * the last of it, then less and less often; and every 30 seconds whatever happens. Receivers that ask get one early.
 */
final class Heartbeat {
    /** libzmq's. */
    private static final long[] AFTER_DATA_MILLIS = {100, 100, 100, 100, 1300, 7000, 16_000, 25_000, 30_000};

    private static final long AMBIENT_NANOS = TimeUnit.SECONDS.toNanos(30);

    /** However many receivers ask. */
    private static final long SHORTEST_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private long dueNanos;
    private long ambientNanos;
    private long lastNanos;
    private int step = AFTER_DATA_MILLIS.length;

    Heartbeat(long nowNanos) {
        lastNanos = nowNanos - SHORTEST_NANOS;
        dueNanos = nowNanos;
        ambientNanos = nowNanos;
    }

    void onData(long nowNanos) {
        step = 0;
        dueNanos = nowNanos + TimeUnit.MILLISECONDS.toNanos(AFTER_DATA_MILLIS[0]);
    }

    void onRequest(long nowNanos) {
        long soonest = Math.max(0, lastNanos + SHORTEST_NANOS - nowNanos);
        if (nanosToNext(nowNanos) > soonest) {
            ambientNanos = nowNanos + soonest;
        }
    }

    void onSpm(long nowNanos) {
        lastNanos = nowNanos;
        ambientNanos = nowNanos + AMBIENT_NANOS;
        if (step < AFTER_DATA_MILLIS.length - 1) {
            step++;
        }
        dueNanos = step < AFTER_DATA_MILLIS.length
                ? nowNanos + TimeUnit.MILLISECONDS.toNanos(AFTER_DATA_MILLIS[step])
                : ambientNanos;
    }

    long nanosToNext(long nowNanos) {
        return Math.max(0, Math.min(dueNanos - nowNanos, ambientNanos - nowNanos));
    }
}
