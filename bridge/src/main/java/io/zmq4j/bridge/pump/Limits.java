package io.zmq4j.bridge.pump;

/**
 * How much may be read and not acknowledged yet: then nothing more is read.
 *
 * @param records 1 or more
 * @param bytes 1 or more; a record that is larger goes alone
 */
public record Limits(int records, long bytes) {
    /** 10,000 records, 32 MiB. */
    public static final Limits USUAL = new Limits(10_000, 32L << 20);

    public Limits {
        if (records < 1) {
            throw new IllegalArgumentException("records is " + records + ": 1 or more is allowed");
        }
        if (bytes < 1) {
            throw new IllegalArgumentException("bytes is " + bytes + ": 1 or more is allowed");
        }
    }
}
