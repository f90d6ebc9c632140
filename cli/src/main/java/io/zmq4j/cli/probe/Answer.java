package io.zmq4j.cli.probe;

import io.zmq4j.zmtp.SocketType;

/**
 * What a peer answers to a handshake as one type.
 *
 * @param as the type that this side went by
 * @param kind what came of it
 * @param detail in words; what the peer said in it is escaped
 */
public record Answer(SocketType as, Kind kind, String detail) {
    /** What came of a handshake. The names are part of the JSON. */
    public enum Kind {
        /** The peer is ready for it. */
        READY,
        /** The peer says no with an ERROR. */
        REFUSED,
        /** The peer ends the connection without a word. */
        CLOSES,
        /** The peer says nothing before the time is over. */
        SILENT,
        /** The peer breaks the protocol. */
        BROKEN,
        /** Not asked, as a message or a place that was for somebody else would be lost. */
        NOT_TRIED
    }
}
