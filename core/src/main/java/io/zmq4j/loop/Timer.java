package io.zmq4j.loop;

/** A one-shot timer of a {@link Loop}. Owned by the loop's token. */
public final class Timer implements Comparable<Timer> {
    final long dueNanos;
    private final long number;
    final Chore chore;

    Timer(long dueNanos, long number, Chore chore) {
        this.dueNanos = dueNanos;
        this.number = number;
        this.chore = chore;
    }

    /** Earliest first; by difference, because the clock may start anywhere. */
    @Override
    public int compareTo(Timer other) {
        int byTime = Long.signum(dueNanos - other.dueNanos);
        return byTime != 0 ? byTime : Long.compare(number, other.number);
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(number);
    }
}
