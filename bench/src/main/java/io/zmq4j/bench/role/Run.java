package io.zmq4j.bench.role;

/**
 * What a run is told.
 *
 * @param size of a message, in bytes
 * @param count of messages or round trips that are measured
 * @param warmup of those that go before, uncounted
 */
record Run(int size, long count, long warmup) {
    Run {
        atLeast("SIZE", size, 0);
        atLeast("COUNT", count, 1);
        atLeast("--warmup", warmup, 0);
    }

    static void atLeast(String name, long value, long smallest) {
        if (value < smallest) {
            throw new IllegalArgumentException("%s is %d: from %d on is allowed".formatted(name, value, smallest));
        }
    }

    long total() {
        return warmup + count;
    }

    /** Those that come before the clock starts, which is at a message's arrival: that of the first one at the earliest. */
    long beforeClock() {
        return Math.max(warmup, 1);
    }
}
