package io.zmq4j.zmtp;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;

/** The socket types of RFC 28 to 31, and which of them may talk to each other (RFC 37, "The Socket-Type Property"). */
public enum SocketType {
    // The order is libzmq's numbering: PAIR is 0.
    PAIR,
    PUB,
    SUB,
    REQ,
    REP,
    DEALER,
    ROUTER,
    PULL,
    PUSH,
    XPUB,
    XSUB;

    private static final int LONGEST_SHOWN = 100;

    /** Whether a socket of this type may talk to one of {@code peer}'s type. Symmetric. */
    public boolean accepts(SocketType peer) {
        Objects.requireNonNull(peer, "peer");
        return switch (this) {
            case PAIR -> peer == PAIR;
            case PUB, XPUB -> peer == SUB || peer == XSUB;
            case SUB, XSUB -> peer == PUB || peer == XPUB;
            case REQ -> peer == REP || peer == ROUTER;
            case REP -> peer == REQ || peer == DEALER;
            case DEALER -> peer == REP || peer == DEALER || peer == ROUTER;
            case ROUTER -> peer == REQ || peer == DEALER || peer == ROUTER;
            case PULL -> peer == PUSH;
            case PUSH -> peer == PULL;
        };
    }

    /** Whether this type announces its routing id in the handshake (RFC 37, "The Identity Property"). */
    public boolean announcesIdentity() {
        return this == REQ || this == DEALER || this == ROUTER;
    }

    /**
     * The type of this name in any case, as a peer's Socket-Type property gives it.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static SocketType named(String name) {
        String upper = Objects.requireNonNull(name, "name").toUpperCase(Locale.ROOT);
        for (SocketType type : values()) {
            if (type.name().equals(upper)) {
                return type;
            }
        }
        String shown = name.length() <= LONGEST_SHOWN ? name : name.substring(0, LONGEST_SHOWN) + "…";
        throw new IllegalArgumentException(
                "There is no socket type " + shown + "; there are " + Arrays.toString(values()));
    }
}
