package io.zmq4j.testkit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The 64 bytes every ZMTP 3 connection begins with (RFC 37, "The Greeting").
 *
 * <pre>
 *    0         10      12            32          33       64
 *    +---------+-------+-------------+-----------+--------+
 *    |signature|version| mechanism   | as-server | filler |
 *    |FF..7F   |  3 1  | NULL 0 0 .. |   0 or 1  |  0 0 ..|
 *    +---------+-------+-------------+-----------+--------+
 * </pre>
 */
public record Greeting(int major, int minor, String mechanism, boolean asServer) {
    static final int SIZE = 64;
    private static final int VERSION = 10;
    private static final int MECHANISM = 12;
    private static final int MECHANISM_SIZE = 20;
    private static final int AS_SERVER = 32;

    /** ZMTP 3.1 (RFC 37) without security. */
    public static Greeting v31() {
        return new Greeting(3, 1, "NULL", false);
    }

    /** ZMTP 3.0 (RFC 23) without security. */
    public static Greeting v30() {
        return new Greeting(3, 0, "NULL", false);
    }

    /** Reads one, and insists on the signature's first and last byte only, which is all RFC 37 fixes of it. */
    public static Greeting decode(byte[] bytes) {
        if (bytes.length != SIZE || (bytes[0] & 0xFF) != 0xFF || bytes[9] != 0x7F) {
            throw new AssertionError("not a ZMTP 3 greeting: " + Bytes.hex(bytes));
        }
        byte[] mechanism = Arrays.copyOfRange(bytes, MECHANISM, MECHANISM + MECHANISM_SIZE);
        return new Greeting(
                bytes[VERSION],
                bytes[VERSION + 1],
                new String(mechanism, StandardCharsets.US_ASCII).replace("\0", ""),
                bytes[AS_SERVER] == 1);
    }

    public byte[] encoded() {
        return ByteBuffer.allocate(SIZE)
                .put((byte) 0xFF)
                .put(9, (byte) 0x7F)
                .put(VERSION, (byte) major)
                .put(VERSION + 1, (byte) minor)
                .put(MECHANISM, mechanism.getBytes(StandardCharsets.US_ASCII))
                .put(AS_SERVER, (byte) (asServer ? 1 : 0))
                .array();
    }
}
