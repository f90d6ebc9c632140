package io.zmq4j.interop;

import io.zmq4j.zmtp.SocketType;

/**
 * Two socket types that talk to each other, ours and another party's.
 *
 * @param turn who speaks
 * @param envelope the text frames that the one who asks puts before its payload
 */
record Pairing(SocketType ours, SocketType theirs, Turn turn, String... envelope) {
    /** The routing id of our ROUTER. */
    static final String OUR_ID = "ours";

    /** The routing id of their ROUTER. */
    static final String THEIR_ID = "theirs";

    /** The group of every RADIO and DISH. */
    static final String GROUP = "weather";

    /** Who speaks: one side only, or one asks and the other gives it back. */
    enum Turn {
        WE_SEND,
        THEY_SEND,
        WE_ASK,
        THEY_ASK
    }

    /** Whether either side has to wait for an answer before it may send again. */
    boolean isLockstep() {
        return alternates(ours) || alternates(theirs);
    }

    private static boolean alternates(SocketType type) {
        return type == SocketType.REQ || type == SocketType.REP;
    }

    @Override
    public String toString() {
        return switch (turn) {
            case WE_SEND, WE_ASK -> "our " + ours + " to " + theirs;
            case THEY_SEND, THEY_ASK -> theirs + " to our " + ours;
        };
    }
}
