package io.zmq4j.event;

/** Why the library itself threw a message away. A message nobody subscribed to is not counted. */
public enum DropReason {
    /**
     * PUB, XPUB, XSUB, RADIO, ROUTER: the peer's queue was full (RFC 28, 29). A proxy's capture and control socket: nobody took the
     * copy, or the answer, in time.
     */
    QUEUE_FULL,
    /** ROUTER: no peer that is there has this routing id. */
    UNROUTABLE,
    /**
     * REP: the one who asked is gone, if only its connection was renewed, or its queue is full. A server: its reply could not be
     * sent.
     */
    REQUESTER_GONE,
    /** The peer left, or was disconnected, and its queue was destroyed with messages in it. */
    PEER_GONE,
    /** The socket was closed and the linger time ran out before everything was handed over. */
    LINGER_EXPIRED,
    /** The socket was closed with received messages that nobody had asked for. */
    UNREAD_AT_CLOSE,
    /** SUB, DISH: the message matches no subscription (any more). */
    NOT_SUBSCRIBED,
    /**
     * REQ: a reply from somebody who was not asked, to an earlier request, or after the answer. DEALER: a reply to a request that
     * was answered before, was given up, or whose time was over.
     */
    LATE_REPLY,
    /** REQ, REP, ROUTER: the envelope is missing or broken. A server on a ROUTER: the request has no body. */
    MALFORMED_ENVELOPE,
    /**
     * The peer sent a message to a socket that does not receive, PUSH, PUB, SCATTER or RADIO, or that does not take the peer; or a
     * subscription where none belongs.
     */
    NOT_RECEIVING,
    /**
     * A transport that does not ask for everything again, or not for ever, could not recover it: multicast. In packets:
     * how many messages were in them nobody knows. Over {@code udp}: a datagram that was malformed or too large, or that the system did not
     * send.
     */
    LOST_IN_TRANSPORT,
    /** DEALER that has made requests: the message answers none of them, as it does not begin with the id of one and "". */
    UNCORRELATED,
    /** A server: its handler failed, and so the request has no reply but the one for failures, or none. */
    HANDLER_FAILED,
    /** CONFLATE: a newer message took its place. */
    CONFLATED,
    /** CLIENT, SERVER, GATHER, PEER, CHANNEL, DISH: the peer sent a message of another number of frames than theirs have. */
    WRONG_SHAPE
}
