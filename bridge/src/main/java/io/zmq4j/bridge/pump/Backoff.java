package io.zmq4j.bridge.pump;

/** How long to wait before the next try: a tenth of a second, then twice as long each time, five seconds at most. */
final class Backoff {
    private static final long FIRST_NANOS = 100_000_000L;
    private static final long LAST_NANOS = 5_000_000_000L;

    private long nextNanos = FIRST_NANOS;

    long next() {
        long now = nextNanos;
        nextNanos = Math.min(LAST_NANOS, 2 * now);
        return now;
    }

    void reset() {
        nextNanos = FIRST_NANOS;
    }
}
