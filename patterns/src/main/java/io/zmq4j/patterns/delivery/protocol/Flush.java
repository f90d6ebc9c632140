package io.zmq4j.patterns.delivery.protocol;

/** What was outstanding at a moment, and how much of it still is. */
public final class Flush {
    private final long last;
    private int left;

    Flush(long last, int left) {
        this.last = last;
        this.left = left;
    }

    /** Of messages with numbers in a row. */
    void acknowledged(long first, int count) {
        left -= (int) Math.max(0, Math.min(count, last - first + 1));
    }

    public boolean isDone() {
        return left == 0;
    }
}
