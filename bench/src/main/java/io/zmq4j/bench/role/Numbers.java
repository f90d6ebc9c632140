package io.zmq4j.bench.role;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The number a message begins with, and its sender's.
 *
 * <pre>
 *    0       2                 7   8
 *   +---+---+---+---+---+---+---+---+---------
 *   | sender    | number, big-endian| rest ...       a message of 8 bytes and more
 *   +---+---+---+---+---+---+---+---+---------
 * </pre>
 *
 * A shorter message is the low bytes of that. A sender that knows of no others is sender 0.
 */
final class Numbers {
    /** Above the bits of a message's number are those of its sender's. */
    static final int SENDER_SHIFT = 40;

    static final int MAX_SENDERS = 1 << 16;

    /** A buffer's {@code putLong} would do, but costs 56 bytes whenever the compiler does not see that it is let go of. */
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private Numbers() {}

    static long of(int sender, long number) {
        return ((long) sender << SENDER_SHIFT) | number;
    }

    /** A message with this number. */
    static byte[] message(int size, long number) {
        var bytes = new byte[size];
        if (size >= Long.BYTES) {
            LONG.set(bytes, 0, number);
        } else {
            for (int i = 0; i < size; i++) {
                bytes[i] = (byte) (number >>> (Byte.SIZE * (size - 1 - i)));
            }
        }
        return bytes;
    }

    /** The number a message begins with, or as much of it as there is room for. */
    static long read(ByteBuffer message) {
        if (message.remaining() >= Long.BYTES) {
            return message.getLong(0);
        }
        long number = 0;
        for (int i = 0; i < message.remaining(); i++) {
            number = (number << Byte.SIZE) | (message.get(i) & 0xFF);
        }
        return number;
    }

    /** What {@link #read} gives of this number in a message of this size. */
    static long truncated(long number, int size) {
        return size >= Long.BYTES ? number : number & ((1L << (Byte.SIZE * size)) - 1);
    }
}
