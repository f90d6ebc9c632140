package org.zeromq;

/**
 * The socket types and their numbers. Sockets of {@link #RAW} cannot be made here.
 */
public enum SocketType {
    /** One peer, both ways. */
    PAIR(0),
    /** Publishes to every subscriber that has room; never waits. */
    PUB(1),
    /** Receives what it has subscribed to. */
    SUB(2),
    /** Sends a request, receives its reply, in turn. */
    REQ(3),
    /** Receives a request, sends its reply, in turn. */
    REP(4),
    /** Asks many peers in turn, without waiting for replies. */
    DEALER(5),
    /** Names its peers: a message's first frame is the routing id of who sent it, or is to have it. */
    ROUTER(6),
    /** Receives work, in turn from each peer. */
    PULL(7),
    /** Hands out work, in turn to each peer. */
    PUSH(8),
    /** PUB that receives the subscriptions of its peers as messages. */
    XPUB(9),
    /** SUB that sends subscriptions as messages. */
    XSUB(10),
    /** Plain TCP: a first frame that names the connection, and bytes. */
    STREAM(11),
    /** Asks one server at a time, messages of one frame. */
    CLIENT(13),
    /** Answers clients, messages of one frame. */
    SERVER(12),
    /** Publishes to groups. */
    RADIO(14),
    /** Receives from the groups it has joined. */
    DISH(15),
    /** PAIR for messages of one frame. */
    CHANNEL(16),
    /** Sends to and receives from any peer, messages of one frame. */
    PEER(17),
    /** Frames of a peer that does not speak ZMTP. */
    RAW(18),
    /** Hands out work, messages of one frame. */
    SCATTER(19),
    /** Receives work, messages of one frame. */
    GATHER(20);

    /** The type's number, as {@code zmq.ZMQ} has it. */
    public final int type;

    SocketType(int type) {
        this.type = type;
    }

    /**
     * The type with this number.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static SocketType type(int baseType) {
        for (SocketType type : values()) {
            if (type.type == baseType) {
                return type;
            }
        }
        throw new IllegalArgumentException("no socket type has the number " + baseType);
    }

    /** The type's number. */
    public int type() {
        return type;
    }
}
