package io.zmq4j.zmtp.mechanism;

import io.zmq4j.zmtp.wire.ProtocolException;

/** Opens what the peer's {@link Sealer} has sealed. Owned by the thread that drives a connection's inbound half. */
public interface Opener {
    /** By how many bytes a sealed body is larger than its own, at least. */
    int overhead();

    /**
     * By how many bytes it is larger at most: a frame that is longer than that and what may be received is refused before it is
     * collected.
     */
    default int largestOverhead() {
        return overhead();
    }

    /**
     * Opens a frame's sealed body, the next in the order of the calls, which lies in an array among other bytes.
     *
     * @param at where the sealed body begins
     * @param size its size, in bytes, at least {@link #overhead}
     * @return its own body, in an array that belongs to the caller; {@link #flags} are known then
     * @throws ProtocolException if it was not sealed by the peer, or not next
     */
    byte[] open(byte[] bytes, int at, int size) throws ProtocolException;

    /** The flags that were sealed in with the body that was opened last, of {@link io.zmq4j.zmtp.wire.FrameFlags}. */
    int flags();

    /** Nothing follows at once: what was lent for a row of frames may be given back. */
    default void rest() {}

    /** The opener's part of {@link Sealer#end}: nothing is opened from then on. May be called again. */
    default void end() {}
}
