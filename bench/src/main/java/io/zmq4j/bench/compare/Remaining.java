package io.zmq4j.bench.compare;

/** How long it will still take: what was expected, corrected by how far off it was so far. */
final class Remaining {
    /** The first few runs say little of the rest: the expectation counts as if this much had gone as expected. */
    private static final double TRUST_SECONDS = 20;

    private final long startNanos;
    private final double expectedSeconds;
    private double doneSeconds;

    Remaining(double expectedSeconds, long nowNanos) {
        this.expectedSeconds = expectedSeconds;
        this.startNanos = nowNanos;
    }

    /** Something is done that was expected to take so long. */
    void done(double seconds) {
        doneSeconds += seconds;
    }

    /** From 0 to 1. */
    double fractionDone() {
        return expectedSeconds == 0 ? 1 : Math.min(1, doneSeconds / expectedSeconds);
    }

    double seconds(long nowNanos) {
        double elapsed = (nowNanos - startNanos) / 1e9;
        return Math.max(0, expectedSeconds - doneSeconds) * (elapsed + TRUST_SECONDS) / (doneSeconds + TRUST_SECONDS);
    }
}
