package io.zmq4j.curve.cipher;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Integers in byte arrays. The ciphers write them least significant octet first, CURVE its nonces in network byte order. */
final class Words {
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle NONCE = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private Words() {}

    static int getInt(byte[] bytes, int at) {
        return (int) INT.get(bytes, at);
    }

    static void putInt(byte[] bytes, int at, int value) {
        INT.set(bytes, at, value);
    }

    static long getLong(byte[] bytes, int at) {
        return (long) LONG.get(bytes, at);
    }

    static void putLong(byte[] bytes, int at, long value) {
        LONG.set(bytes, at, value);
    }

    static long getNonce(byte[] bytes, int at) {
        return (long) NONCE.get(bytes, at);
    }

    static void putNonce(byte[] bytes, int at, long nonce) {
        NONCE.set(bytes, at, nonce);
    }

    /** A key of 32 octets as eight words. */
    static int[] ofKey(byte[] key) {
        if (key.length != Salsa20.KEY_SIZE) {
            throw new IllegalArgumentException(
                    "a key of %d bytes, allowed are %d".formatted(key.length, Salsa20.KEY_SIZE));
        }
        // Written out, as the compiler of JDK 17 has left out half of such a loop where it was inlined.
        return new int[] {
            getInt(key, 0),
            getInt(key, 4),
            getInt(key, 8),
            getInt(key, 12),
            getInt(key, 16),
            getInt(key, 20),
            getInt(key, 24),
            getInt(key, 28)
        };
    }
}
