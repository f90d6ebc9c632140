package io.zmq4j.socket;

import io.zmq4j.event.PeerStatistics;
import io.zmq4j.event.SocketEvent;
import io.zmq4j.message.Message;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/**
 * How libzmq writes an event; numbers in native byte order.
 *
 * <pre>
 *        0        2                 6
 *   V1   | number | value           |   endpoint
 *
 *        0                  8
 *   V2   | number           |
 *        | how many values  |
 *        | value            |  ...
 *        local endpoint
 *        remote endpoint
 * </pre>
 */
enum MonitorFormat {
    V1,
    V2;

    private static final long LARGEST_OF_V1 = 0xFFFF;

    /** The one that libzmq gives this number. */
    static MonitorFormat of(int version) {
        return switch (version) {
            case 1 -> V1;
            case 2 -> V2;
            default -> throw new IllegalArgumentException("version is " + version + ": 1 and 2 are allowed");
        };
    }

    /** Fails if it cannot tell of all these events. */
    void check(long events) {
        if (this == V1 && (events < 0 || events > LARGEST_OF_V1)) {
            throw new IllegalArgumentException(
                    "events is 0x" + Long.toHexString(events) + ": version 1 has 16 bits for them, version 2 has 64");
        }
    }

    /** @param isLocal whether the event's endpoint was bound */
    Message message(SocketEvent event, boolean isLocal) {
        int number = MonitorNumbers.event(event);
        long value = MonitorNumbers.value(event);
        if (this == V2) {
            return v2(number, event.endpoint(), event.peer(), isLocal, value);
        }
        byte[] first = ByteBuffer.allocate(Short.BYTES + Integer.BYTES)
                .order(ByteOrder.nativeOrder())
                .putShort((short) number)
                .putInt((int) value)
                .array();
        return Message.wrap(new byte[][] {first, bytes(event.endpoint())});
    }

    /** What is queued: for V2 alone. */
    Message message(PeerStatistics peer, boolean isLocal) {
        return v2(
                MonitorNumbers.PIPES_STATS,
                peer.endpoint(),
                peer.address(),
                isLocal,
                peer.traffic().queuedOut(),
                peer.traffic().queuedIn());
    }

    private static Message v2(long number, String endpoint, @Nullable String peer, boolean isLocal, long... values) {
        var frames = new ArrayList<byte[]>();
        frames.add(bytes(number));
        frames.add(bytes(values.length));
        for (long value : values) {
            frames.add(bytes(value));
        }
        frames.add(bytes(isLocal ? endpoint : ""));
        frames.add(bytes(remote(endpoint, peer, isLocal)));
        return Message.wrap(frames.toArray(byte[][]::new));
    }

    private static String remote(String endpoint, @Nullable String peer, boolean isLocal) {
        if (peer != null) {
            return endpoint.substring(0, endpoint.indexOf("://") + "://".length()) + peer;
        }
        return isLocal ? "" : endpoint;
    }

    private static byte[] bytes(long number) {
        return ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.nativeOrder())
                .putLong(number)
                .array();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
