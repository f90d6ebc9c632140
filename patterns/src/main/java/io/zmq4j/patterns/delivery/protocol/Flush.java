package io.zmq4j.patterns.delivery.protocol;

/** What was outstanding at a moment, and how much of it still is. */
public final class Flush {
    private final long last;
    private int left;

    Flush(long last, int left) {
        this.last = last;
        this.left = left;
    }

    void acknowledged(long number) {
        if (number <= last) {
            left--;
        }
    }

    public boolean isDone() {
        return left == 0;
    }
}
