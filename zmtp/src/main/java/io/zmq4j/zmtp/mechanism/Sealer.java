package io.zmq4j.zmtp.mechanism;

/**
 * Makes what one side sends unreadable or unforgeable, frame by frame, each with the next nonce. Owned by the thread that drives a
 * connection's outbound half, from the end of the handshake on; it takes its nonces up where the handshake left them.
 */
public interface Sealer {
    /**
     * The size of a frame's sealed body, in bytes. That frame is {@linkplain #seal sealed} next, with the same arguments: who knows
     * the size only when it is sealed, seals it here.
     */
    long sealedSize(int flags, byte[] body);

    /**
     * Seals a frame's body, the next in the order of the calls, into the array from a position on.
     *
     * @param flags of {@link io.zmq4j.zmtp.wire.FrameFlags}, which are sealed in with the body
     */
    void seal(int flags, byte[] body, byte[] into, int at);

    /** Nothing follows at once: what was lent for a row of frames may be given back. */
    default void rest() {}

    /**
     * The connection has ended, and no thread is inside its halves: keys, and what was made with them ahead, are overwritten. To seal
     * is an error from then on. May be called again.
     */
    default void end() {}
}
