package io.zmq4j.zmtp;

/**
 * Why a connection ended: exactly one reason each. {@link #retry} says whether a connecting side should soon try again: a
 * network fault passes; a peer that breaks the protocol or refuses us stays the wrong one until somebody repairs it.
 */
public enum CloseReason {
    /** The peer closed the connection between two messages. */
    PEER_CLOSED(true),
    /** The network or the peer broke the connection: reset, half a message, unreachable. */
    CONNECTION_LOST(true),
    /** The handshake was not complete within the handshake interval. */
    HANDSHAKE_TIMEOUT(true),
    /** The handshake was not complete, and gave way to another's: more may not be under way. */
    GAVE_WAY(true),
    /** Nothing came within the heartbeat timeout, or within the time to live the peer announced. */
    HEARTBEAT_TIMEOUT(true),
    /** The bytes are not a ZMTP greeting, or of a version that is not spoken here. */
    NOT_ZMTP(false),
    /** The two sides do not use the same security mechanism, or both are its servers. */
    MECHANISM_MISMATCH(false),
    /** The peer's socket type cannot talk to ours. */
    INCOMPATIBLE_SOCKET_TYPE(false),
    /** The handshake's metadata breaks the rules: name, length, duplicate or limit. */
    INVALID_METADATA(false),
    /** A command came that is malformed. */
    MALFORMED_COMMAND(false),
    /** A command or message came that is not allowed now. */
    UNEXPECTED_COMMAND(false),
    /** A frame breaks the framing rules: reserved bits, impossible size. */
    MALFORMED_FRAME(false),
    /** A message is larger than the maximum message size, or has too many frames. */
    MESSAGE_TOO_LARGE(false),
    /** The peer holds more subscriptions than it may. */
    TOO_MANY_SUBSCRIPTIONS(false),
    /** The peer sent an ERROR command. */
    REFUSED_BY_PEER(false),
    /**
     * Whoever decides about peers (RFC 27) let this one not in; or the peer says so of us. If it was for now alone, status 300, a
     * connecting side tries again soon all the same.
     */
    AUTHENTICATION_FAILED(false),
    /** This side's socket does not take the peer: PAIR has one already, or a ROUTER's peer has the routing id. */
    REFUSED_BY_SOCKET(true),
    /** REQ: a request was given up, and the connection with it, so that no late reply is taken for another request's. */
    NO_REPLY(true),
    /** The connection reached its own socket's address: both ends are the same. */
    SELF_CONNECTION(true),
    /** This side closed, unbound or disconnected. */
    CLOSED_LOCALLY(false),
    /** An error inside the library or the virtual machine; the event carries it. */
    INTERNAL_ERROR(true);

    private final boolean retry;

    CloseReason(boolean retry) {
        this.retry = retry;
    }

    /** Whether a connecting side tries again soon after this. */
    public boolean retry() {
        return retry;
    }
}
