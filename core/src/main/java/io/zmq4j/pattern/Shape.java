package io.zmq4j.pattern;

import io.zmq4j.message.Message;
import io.zmq4j.zmtp.SocketType;

/**
 * What frames the messages of a socket type have for its application. On the wire a routing id is none of them.
 *
 * <pre>
 *   ANY       [frame] [frame] ...
 *   BODY      [body]
 *   ROUTED    [routing id, 32 bits, big-endian] [body]
 *   GROUPED   [group] [body]
 *   ADDRESSED [address] [body]
 *   BYTES     [routing id] [bytes]
 * </pre>
 */
public enum Shape {
    /** As many frames as the application likes. */
    ANY(0, "any number of frames"),
    /** RFC 41, 49, 51 and 52: messages of several frames MUST NOT be sent. */
    BODY(1, "one frame"),
    /** The same, behind the routing id of the peer that it is for or of. */
    ROUTED(2, "two frames, the routing id of a peer, which has 4 bytes, and the body"),
    /** RFC 48: behind the group that it is for. */
    GROUPED(2, "two frames, the group and the body"),
    /** A datagram, behind the address of its other end. */
    ADDRESSED(2, "two frames, the address of a machine's port and the bytes of a datagram"),
    /** Bytes of a stream, behind the routing id of the connection that they are for or of. */
    BYTES(2, "two frames, the routing id of a connection and bytes");

    private static final int ID_SIZE = 4;

    private final int frames;
    private final String words;

    Shape(int frames, String words) {
        this.frames = frames;
        this.words = words;
    }

    /** Whether all messages of the other shape are of this one as well. */
    public boolean takes(Shape other) {
        return this == ANY || this == other;
    }

    /**
     * Checks a message that is to be sent.
     *
     * @throws IllegalArgumentException if it has another shape
     */
    public void check(SocketType type, Message message) {
        int count = message.frameCount();
        if (frames != 0 && count != frames) {
            throw new IllegalArgumentException(
                    "a message of " + count + (count == 1 ? " frame" : " frames") + ": " + type + " sends " + words);
        }
        if (this == ROUTED && message.size(0) != ID_SIZE) {
            throw new IllegalArgumentException(
                    "the first of two frames has " + message.size(0) + " bytes: " + type + " sends " + words);
        }
    }
}
