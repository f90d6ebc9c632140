package io.zmq4j.bench.role;

import java.nio.ByteBuffer;

/**
 * Messages that say when they were sent, in nanoseconds of the machine's monotonic clock, which all processes share.
 *
 * <pre>
 *    0        8           16
 *   +--------+-----------+---------
 *   | number | time sent | rest ...      both big-endian
 *   +--------+-----------+---------
 * </pre>
 */
final class Stamps {
    static final int SMALLEST_SIZE = 2 * Long.BYTES;

    private Stamps() {}

    /** A message that is sent now. */
    static byte[] message(int size, long number) {
        var bytes = new byte[size];
        ByteBuffer.wrap(bytes).putLong(number).putLong(System.nanoTime());
        return bytes;
    }

    /** When a message was sent. */
    static long time(ByteBuffer message) {
        return message.getLong(Long.BYTES);
    }
}
