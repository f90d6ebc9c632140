package io.zmq4j.interop.differential;

import java.util.Locale;

/** What a step does with its socket. */
enum Verb {
    /** Type, then options as {@code NAME=VALUE}. */
    OPEN,
    /** An option as {@code NAME=VALUE}. */
    SET,
    BIND,
    CONNECT,
    UNBIND,
    DISCONNECT,
    /** Waits until this many handshakes of the socket have succeeded since it was opened. */
    MEET,
    SUBSCRIBE,
    UNSUBSCRIBE,
    /** Frames; without waiting. */
    SEND,
    /** Frames, sent behind the envelope of what the socket received last; without waiting. */
    REPLY,
    /** Without waiting. */
    RECEIVE,
    /** Receives, without waiting, until there is nothing more. */
    DRAIN,
    /** What the socket could do without waiting. */
    POLL,
    CLOSE;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
