package io.zmq4j.multicast.pgm.receiver;

/** How many bytes all sources together may make a receiver keep. */
final class Memory {
    private final long half;
    private long left;

    Memory(long bytes) {
        half = bytes / 2;
        left = bytes;
    }

    boolean isHalfFree() {
        return left >= half;
    }

    /** Whether there was enough. */
    boolean take(long bytes) {
        if (bytes > left) {
            return false;
        }
        left -= bytes;
        return true;
    }

    void give(long bytes) {
        left += bytes;
    }
}
