package io.zmq4j.pattern;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * A ROUTER's name for a peer, as a key. Comparable, because then a {@link java.util.HashMap} stays fast even if peers
 * choose ids of the same hash.
 */
final class RoutingId implements Comparable<RoutingId> {
    /** Bytes in an error message. */
    private static final int MOST_SHOWN = 32;

    private final byte[] bytes;

    /** Keeps the array, which must not change any more. */
    RoutingId(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * An id for a peer that has none. No peer can announce it, since the first byte 0 is reserved (RFC 37, "The
     * Identity Property").
     *
     * <pre>
     *   | 0x00 | number, 32 bits, big-endian |
     * </pre>
     */
    static RoutingId numbered(int number) {
        return new RoutingId(
                new byte[] {0, (byte) (number >>> 24), (byte) (number >>> 16), (byte) (number >>> 8), (byte) number});
    }

    byte[] bytes() {
        return bytes;
    }

    /** Whether it was given here for want of another one. */
    boolean isNumber() {
        return bytes[0] == 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RoutingId that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public int compareTo(RoutingId that) {
        return Arrays.compare(bytes, that.bytes);
    }

    /** Hexadecimal: the bytes may be a peer's, and text ends up in logs. */
    @Override
    public String toString() {
        return bytes.length <= MOST_SHOWN
                ? HexFormat.of().formatHex(bytes)
                : HexFormat.of().formatHex(bytes, 0, MOST_SHOWN) + "… of " + bytes.length + " bytes";
    }
}
