package io.zmq4j.multicast;

import java.net.InetAddress;
import java.nio.ByteBuffer;

/** A datagram that was received. One object, and mostly one array, for many of them in turn. */
final class Datagram {
    private static final byte[] NONE = {};

    private final int usualLength;
    private byte[] bytes = NONE;
    private int length;
    private InetAddress sender = InetAddress.getLoopbackAddress();
    private InetAddress group = sender;

    /** An array of {@code usualLength} is kept; for a longer datagram there is one of its own. */
    Datagram(int usualLength) {
        this.usualLength = usualLength;
    }

    /** Becomes the datagram that is {@code data}; {@code through} is the group, if it was sent to one. */
    void set(ByteBuffer data, InetAddress from, InetAddress through) {
        length = data.remaining();
        if (bytes.length < length || bytes.length > usualLength) {
            bytes = new byte[Math.max(length, usualLength)];
        }
        data.get(bytes, 0, length);
        sender = from;
        group = through;
    }

    /** Nobody needs what it is any more. */
    void clear() {
        if (bytes.length > usualLength) {
            bytes = NONE;
        }
    }

    /** The datagram is at the beginning. */
    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    InetAddress sender() {
        return sender;
    }

    InetAddress group() {
        return group;
    }
}
