package io.zmq4j.bench;

import java.nio.ByteBuffer;

/** Messages that begin with their number, if they have room for it: one that is lost, doubled or late is noticed. */
final class Numbered {
    private Numbered() {}

    static byte[] message(int size, long number) {
        var bytes = new byte[size];
        if (size >= Long.BYTES) {
            ByteBuffer.wrap(bytes).putLong(number);
        }
        return bytes;
    }

    static void check(ByteBuffer message, int size, long number) {
        if (message.remaining() != size) {
            throw new IllegalStateException(
                    "message %d has %d bytes instead of %d".formatted(number, message.remaining(), size));
        }
        if (size >= Long.BYTES && message.getLong(0) != number) {
            throw new IllegalStateException("message %d came instead of %d".formatted(message.getLong(0), number));
        }
    }
}
