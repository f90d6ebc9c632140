package io.zmq4j.zmtp.engine;

import io.zmq4j.zmtp.mechanism.Ask;
import io.zmq4j.zmtp.wire.ProtocolException;
import org.jspecify.annotations.Nullable;

/** What happens between the greeting and the first message. Owned by the thread that drives the inbound half. */
interface Handshake {
    /** Sends what is to be sent before the peer says anything. */
    void start() throws ProtocolException;

    /** Refuses a frame by its header. */
    void check(int flags, long bodySize) throws ProtocolException;

    /** Takes a frame that passed {@link #check}; returns the peer, with which the handshake is complete, or null. */
    @Nullable
    PeerInfo receive(byte[] body) throws ProtocolException;

    /** What the step before asks; null for nothing. */
    default @Nullable Ask asks() {
        return null;
    }

    /** Goes on with the answer, as {@link #receive} does with a frame. */
    default @Nullable PeerInfo resume(Ask.Answer answer) throws ProtocolException {
        throw new IllegalStateException("nothing was asked");
    }

    /** It is over, complete or not: secrets that it has kept are overwritten. May be called again. */
    default void end() {}
}
