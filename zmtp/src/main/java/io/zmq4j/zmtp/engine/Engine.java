package io.zmq4j.zmtp.engine;

import io.zmq4j.message.Message;
import io.zmq4j.zmtp.mechanism.Ask;
import io.zmq4j.zmtp.wire.ProtocolException;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One connection's protocol, whatever it is: bytes and time in; bytes, messages and events out.
 *
 * <p>Two halves that may run at the same time on two threads: {@link #transmit}, {@link #begun}, {@link #left}, {@link #recover} and
 * {@link #restOutbound} are the outbound half, the rest is the inbound half, where no other thread is named. {@code now} is in nanoseconds of any
 * monotonic clock, the same in every method.
 *
 * <p>An engine that has thrown a {@link ProtocolException} is closed and throws the same again if used on; last words for the peer
 * may wait, so {@link #transmit} is worth one more call.
 */
public interface Engine {
    /** Makes the engine of one connection. */
    @FunctionalInterface
    interface Factory {
        Engine create(EngineListener listener, long now);
    }

    /**
     * Takes bytes from the peer.
     *
     * @return how many were taken: all of them, or fewer because the listener has no room, or none are {@link #wantsBytes
     *     wanted}; the rest must be given again when that has changed
     */
    int receive(byte[] bytes, int offset, int length, long now) throws ProtocolException;

    /** Bytes missing of a large body that is being collected, which may be given to {@link #receiveBody}; else 0. */
    int bodyMissing();

    /** Takes bytes of the body that is being collected, at most {@link #bodyMissing} of them, without a detour. */
    void receiveBody(ByteBuffer bytes, long now) throws ProtocolException;

    /** Whether it can go on with the peer's bytes; not while it {@linkplain EngineListener#onAsk awaits an answer}. */
    boolean wantsBytes();

    /**
     * Goes on with the answer to what was {@linkplain EngineListener#onAsk asked}.
     *
     * @throws IllegalStateException if nothing was asked, or this is not the first answer
     */
    void resume(Ask.Answer answer, long now) throws ProtocolException;

    /** The stream ended: returns the reason, which depends on where in the protocol it ended. */
    ProtocolException endOfStream();

    /** Runs the timers. Called from the inbound half's thread or with that half at rest. */
    void tick(long now) throws ProtocolException;

    /** When {@link #tick} wants to be called next, or {@link Long#MAX_VALUE}. */
    long nextTick();

    /** Whether the peer sends signs of life of its own accord. Any thread. */
    boolean isPinged();

    /**
     * Fills {@code out}, which is empty, with bytes of the protocol's own and, once there is a peer, messages.
     *
     * @return whether anything was put there
     */
    boolean transmit(Outgoing out, MessageSource source);

    /**
     * The message of which {@link #transmit} has handed out a part, or in its last call a body by reference; else null. Its
     * bytes may be on their way for long, and none of it has arrived before they have.
     */
    @Nullable
    Message begun();

    /** Of all bytes that {@link #transmit} ever gave, so many have left. Never fewer than before. */
    void left(long total);

    /**
     * Gives the messages that {@link #transmit} polled and whose last byte has not left, oldest first, for an owner that keeps
     * them for the next connection or counts them, when this one has ended. Called again if it fails in the middle.
     *
     * @param unsent the bytes that have not left, with those that left in the same output; null for none
     */
    void recover(@Nullable Unsent unsent, Consumer<Message> messages);

    /** The thread leaves the inbound half: what was lent for a row of bytes may be given back. */
    default void restInbound() {}

    /** The thread leaves the outbound half: what was lent for a row of batches may be given back. */
    default void restOutbound() {}

    /** The connection has ended, and no thread is inside either half any more: secrets are overwritten. May be called again. */
    default void end() {}
}
