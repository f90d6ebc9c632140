package io.zmq4j.multicast.pgm.receiver;

/** How many bytes all sources together may make a receiver keep. */
final class Memory {
    private long left;

    Memory(long bytes) {
        left = bytes;
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
