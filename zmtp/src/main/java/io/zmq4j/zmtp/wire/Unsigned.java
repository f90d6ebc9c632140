package io.zmq4j.zmtp.wire;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Objects;

/**
 * The only place where integers are read from and written to the wire. All are unsigned and in network byte order.
 */
public final class Unsigned {
    private static final VarHandle UINT16 = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle UINT32 = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle UINT64 = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private Unsigned() {}

    public static int uint8(byte[] bytes, int at) {
        return bytes[at] & 0xFF;
    }

    public static int uint16(byte[] bytes, int at) {
        return (short) UINT16.get(Objects.requireNonNull(bytes, "bytes"), at) & 0xFFFF;
    }

    public static long uint32(byte[] bytes, int at) {
        return (int) UINT32.get(Objects.requireNonNull(bytes, "bytes"), at) & 0xFFFF_FFFFL;
    }

    /** Eight octets; a value of 2^63 and more, which no size may have, comes out negative. */
    public static long uint64(byte[] bytes, int at) {
        return (long) UINT64.get(Objects.requireNonNull(bytes, "bytes"), at);
    }

    public static void putUint16(byte[] bytes, int at, int value) {
        UINT16.set(Objects.requireNonNull(bytes, "bytes"), at, (short) value);
    }

    public static void putUint32(byte[] bytes, int at, int value) {
        UINT32.set(Objects.requireNonNull(bytes, "bytes"), at, value);
    }

    public static void putUint64(byte[] bytes, int at, long value) {
        UINT64.set(Objects.requireNonNull(bytes, "bytes"), at, value);
    }
}
