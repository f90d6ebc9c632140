package io.zmq4j.zmtp.engine;

import io.zmq4j.zmtp.wire.ProtocolException;
import java.nio.ByteBuffer;

/** One connection's protocol engine. */
public final class ZmtpEngine {
    /** {@code now} in nanoseconds of any monotonic clock, here and in every method. */
    public ZmtpEngine(EngineOptions options, EngineListener listener, long now) {}

    /**
     * Takes bytes from the peer.
     *
     * @return how many were taken: all of them, or fewer because the listener has no room; the rest must be given
     *     again when it has
     */
    public int receive(byte[] bytes, int offset, int length, long now) throws ProtocolException {
        throw new UnsupportedOperationException();
    }

    /** Bytes missing of a large body that is being collected, which may be given to {@link #receiveBody}; else 0. */
    public int bodyMissing() {
        throw new UnsupportedOperationException();
    }

    /** Takes bytes of the body that is being collected, at most {@link #bodyMissing} of them, without a detour. */
    public void receiveBody(ByteBuffer bytes, long now) throws ProtocolException {
        throw new UnsupportedOperationException();
    }

    /** The stream ended: throws the reason, which depends on where in the protocol it ended. */
    public ProtocolException endOfStream() {
        throw new UnsupportedOperationException();
    }

    /**
     * Fills {@code out}, which is empty, with control bytes and, once the handshake is complete, messages.
     *
     * @return whether anything was put there
     */
    public boolean transmit(Outgoing out, MessageSource source) {
        throw new UnsupportedOperationException();
    }

    /** Whether a message of several frames is partly handed out by {@link #transmit}. */
    public boolean isTransmitting() {
        throw new UnsupportedOperationException();
    }

    /** Runs the timers. Called from the inbound half's thread or with that half at rest. */
    public void tick(long now) throws ProtocolException {
        throw new UnsupportedOperationException();
    }

    /** When {@link #tick} wants to be called next, or {@link Long#MAX_VALUE}. */
    public long nextTick() {
        throw new UnsupportedOperationException();
    }

    /** Whether the handshake is complete. Any thread. */
    public boolean isReady() {
        throw new UnsupportedOperationException();
    }
}
