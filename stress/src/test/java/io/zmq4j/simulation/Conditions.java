package io.zmq4j.simulation;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/**
 * What a network is like.
 *
 * @param latencyNanos from one end to the other, at least
 * @param jitterNanos what comes on top, at most
 * @param nanosPerByte the bandwidth, the other way round
 * @param capacity how many bytes are in flight, or arrived and unread, in one direction
 * @param holds how many bytes a wire accepts for which the network has no room yet
 * @param isChoppy whether reads and writes move less than they could
 */
record Conditions(long latencyNanos, long jitterNanos, double nanosPerByte, int capacity, int holds, boolean isChoppy) {
    private static final int[] CAPACITIES = {64, 700, 4_096, 65_536};
    /** With little of it in flight, what takes long would take for ever. */
    private static final int LEAST_OF_SLOW = 2;

    private static final long SLOW_NANOS = TimeUnit.MICROSECONDS.toNanos(100);
    private static final long[] LATENCIES = {
        0, 0, TimeUnit.MICROSECONDS.toNanos(20), TimeUnit.MICROSECONDS.toNanos(300), TimeUnit.MILLISECONDS.toNanos(3)
    };

    static Conditions of(SplittableRandom random) {
        long latency = LATENCIES[random.nextInt(LATENCIES.length)];
        int least = latency > SLOW_NANOS ? LEAST_OF_SLOW : 0;
        return new Conditions(
                latency,
                random.nextBoolean() ? 0 : random.nextLong(latency + 1),
                random.nextInt(3) == 0 ? random.nextInt(20) : 0,
                CAPACITIES[least + random.nextInt(CAPACITIES.length - least)],
                random.nextInt(3) == 0 ? 1 + random.nextInt(5_000) : 0,
                random.nextInt(3) == 0);
    }
}
