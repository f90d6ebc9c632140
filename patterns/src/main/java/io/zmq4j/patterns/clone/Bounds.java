package io.zmq4j.patterns.clone;

/**
 * How much is kept at most.
 *
 * @param entries a number of them
 * @param bytes theirs, with about 300 for each entry beside its own
 */
record Bounds(int entries, long bytes) {
    static final Bounds DEFAULT = new Bounds(1_000_000, 512L << 20);

    Bounds {
        if (entries < 1) {
            throw new IllegalArgumentException("entries is " + entries + ": at least 1 is allowed");
        }
        if (bytes < 1) {
            throw new IllegalArgumentException("bytes is " + bytes + ": at least 1 is allowed");
        }
    }
}
