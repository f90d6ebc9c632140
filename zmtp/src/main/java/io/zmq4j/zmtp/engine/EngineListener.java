package io.zmq4j.zmtp.engine;

import io.zmq4j.message.Message;
import io.zmq4j.zmtp.mechanism.Ask;
import io.zmq4j.zmtp.wire.ProtocolException;

/** What an engine tells its owner. Called on the thread that drives the inbound half, never blocks. */
public interface EngineListener {
    /** The handshake is complete. Messages follow; the outbound half sends messages from now on. */
    void onHandshake(PeerInfo peer) throws ProtocolException;

    /**
     * The handshake needs this before it can go on: to be called where it may take long, off this thread, and its answer to be
     * given to {@link Engine#resume}. If the call fails, so has the connection.
     */
    void onAsk(Ask ask);

    /**
     * A whole message, of any number of frames; a subscription is the message {@code 0x01 topic} or {@code 0x00 topic},
     * in whichever encoding it came.
     *
     * @return whether there is room for one more; if not, {@link Engine#receive} stops here
     */
    boolean onMessage(Message message);

    /** Control bytes wait (greeting, handshake, PONG): {@link Engine#transmit} wants to be called soon. */
    void onOutput();

    /**
     * Whether what the peer sends is being read. While the owner holds back because its listener has no room, the
     * peer's silence proves nothing, and no heartbeat runs out. Asked by {@link Engine#tick}.
     */
    default boolean isReading() {
        return true;
    }

    /**
     * Something worth telling a person who watches, one escaped line; only called while {@link #traces} says so. Also
     * called on the thread that drives the outbound half.
     */
    default void onTrace(String line) {}

    /** Whether {@link #onTrace} is wanted. */
    default boolean traces() {
        return false;
    }
}
