package io.zmq4j.bench.role;

import java.util.Arrays;

/** Every single time that was measured, in nanoseconds: percentiles of them are exact. */
final class Samples {
    private static final long MOST = 100_000_000;

    private final long[] nanos;
    private int count;

    Samples(long capacity) {
        if (capacity > MOST) {
            throw new IllegalArgumentException(
                    "COUNT is %d: at most %d are allowed where each is kept".formatted(capacity, MOST));
        }
        nanos = new long[(int) capacity];
    }

    void add(long sample) {
        nanos[count++] = sample;
    }

    /** The smallest sample that at least so many percent of all are not above (nearest rank). Sorts. */
    long percentile(double percent) {
        Arrays.sort(nanos, 0, count);
        int rank = (int) Math.ceil(percent / 100 * count);
        return nanos[Math.max(rank, 1) - 1];
    }
}
