package io.zmq4j.multicast.pgm;

import java.util.concurrent.TimeUnit;

/**
 * A token bucket (RFC 3208, section 5.1.2), kept as a time: when all that was taken would have been sent at an even rate.
 * Taking is allowed while that time is no further ahead than the bucket is deep.
 */
public final class RateLimit {
    /** Deep enough that a loop whose timers are a millisecond late keeps the rate. */
    private static final long DEPTH_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

    /**
     * ... up to a gigabit, and from there on no deeper: less would cost a part of the rate, more would fill a receiver's
     * buffer by a burst alone. Linux's default of 90 datagrams is for lower rates.
     */
    private static final long DEEPEST_BYTES = 160 * 1500;

    private final double nanosPerByte;
    private final long depthNanos;

    private double evenNanos;
    private long originNanos;

    /**
     * {@code bytesPerSecond} evenly; at once {@code burstBytes}, or what goes in two milliseconds if that is more, up to the
     * most that is wise.
     */
    public RateLimit(long bytesPerSecond, long burstBytes, long nowNanos) {
        nanosPerByte = (double) TimeUnit.SECONDS.toNanos(1) / Math.max(1, bytesPerSecond);
        double wise = Math.min((double) DEPTH_NANOS, DEEPEST_BYTES * nanosPerByte);
        depthNanos = (long) Math.max(wise, burstBytes * nanosPerByte);
        originNanos = nowNanos;
    }

    /** Whether something may be taken, of whatever size. */
    public boolean allows(long nowNanos) {
        return nanosToNext(nowNanos) == 0;
    }

    public void take(int bytes, long nowNanos) {
        if (evenNanos <= nowNanos - originNanos) {
            // Begins anew, so that a double has digits enough for years to come.
            originNanos = nowNanos;
            evenNanos = 0;
        }
        evenNanos += bytes * nanosPerByte;
    }

    /** Nanoseconds until something may be taken. */
    public long nanosToNext(long nowNanos) {
        return Math.max(0, (long) (evenNanos - (nowNanos - originNanos)) - depthNanos);
    }
}
