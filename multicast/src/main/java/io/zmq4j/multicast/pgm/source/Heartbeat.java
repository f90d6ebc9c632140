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

    /** However many receivers ask, this is the least time between two, ... */
    private static final long SHORTEST_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    /** ... and no more than this part of the rate: they must not keep data from being sent. */
    private static final int RATE_PART = 8;

    /** Of an SPM with headers, about. */
    private static final long SIZE = 100;

    private final long shortestNanos;
    private long dueNanos;
    private long ambientNanos;
    private long lastNanos;
    private int step = AFTER_DATA_MILLIS.length;

    Heartbeat(long nowNanos, long bytesPerSecond) {
        shortestNanos =
                Math.max(SHORTEST_NANOS, RATE_PART * SIZE * TimeUnit.SECONDS.toNanos(1) / Math.max(1, bytesPerSecond));
        lastNanos = nowNanos - shortestNanos;
        dueNanos = nowNanos;
        ambientNanos = nowNanos;
    }

    void onData(long nowNanos) {
        step = 0;
        dueNanos = nowNanos + TimeUnit.MILLISECONDS.toNanos(AFTER_DATA_MILLIS[0]);
    }

    void onRequest(long nowNanos) {
        long soonest = Math.max(0, lastNanos + shortestNanos - nowNanos);
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
