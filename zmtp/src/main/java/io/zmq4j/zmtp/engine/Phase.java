package io.zmq4j.zmtp.engine;

import io.zmq4j.zmtp.mechanism.Ask;
import io.zmq4j.zmtp.wire.ProtocolException;
import java.nio.ByteBuffer;

/** What the inbound half is at. Owned by the thread that drives it. */
interface Phase {
    /** Takes bytes until they end, the phase is over, or the listener has no room; returns the position behind them. */
    int receive(byte[] bytes, int from, int end, long now) throws ProtocolException;

    /** Whether it has come to its end, and {@link #next} follows. */
    default boolean isOver() {
        return false;
    }

    /** What follows when it is over. Called once. */
    default Phase next(long now) throws ProtocolException {
        throw new IllegalStateException("nothing follows");
    }

    /** See {@link Engine#bodyMissing}. */
    default int bodyMissing() {
        return 0;
    }

    /** See {@link Engine#receiveBody}; with at least one byte. */
    default void receiveBody(ByteBuffer bytes, long now) throws ProtocolException {
        throw new IllegalStateException("no body is being collected: bodyMissing() is 0");
    }

    /** See {@link Engine#restInbound}. */
    default void rest() {}

    /** See {@link Engine#wantsBytes}. */
    default boolean wantsBytes() {
        return true;
    }

    /** See {@link Engine#resume}. */
    default void resume(Ask.Answer answer) throws ProtocolException {
        throw new IllegalStateException("no answer is awaited");
    }

    /** The reason to close if the stream ends here. */
    ProtocolException ended();

    /** What comes of a phase decides what follows. */
    @FunctionalInterface
    interface After<T> {
        Phase phase(T outcome, long now) throws ProtocolException;
    }
}
