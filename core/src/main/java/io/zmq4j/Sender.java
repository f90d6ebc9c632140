package io.zmq4j;

import io.zmq4j.codec.Codec;
import io.zmq4j.message.Message;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;

/**
 * What sends messages: a socket, or in tests whatever stands for one. Every method of a socket is safe for any thread. A message
 * goes whole or not at all; after {@code false} or an exception nothing of it was sent.
 *
 * <p>What happens without a peer, or when its queue is full, depends on the pattern: PUSH, DEALER, REQ, PAIR,
 * CLIENT, SCATTER and CHANNEL wait, and SERVER and PEER if the one that is meant has a full queue; PUB, XPUB, XSUB, RADIO and ROUTER
 * drop the message, REP drops the reply if the asker is gone or its queue full. What is
 * dropped is counted ({@link Socket#drops}), except a publication that nobody has subscribed to.
 */
public interface Sender {

    /**
     * Sends, waiting as long as {@code SNDTIMEO} says (for ever by default). When it returns, the message is queued; it is handed
     * over meanwhile, or when the socket's {@link Context#close() context is closed}.
     *
     * @throws io.zmq4j.error.WaitTimeoutException if SNDTIMEO passed
     * @throws io.zmq4j.error.WaitInterruptedException if the thread was interrupted; its flag stays set
     * @throws io.zmq4j.error.SocketClosedException if the socket or context is, or gets, closed
     * @throws io.zmq4j.error.SocketStateException if the pattern does not allow it now (REQ, REP)
     */
    void send(Message message);

    /** Sends if that is possible without waiting; whatever SNDTIMEO says. */
    boolean trySend(Message message);

    /** Sends, waiting at most {@code timeout}, negative for ever; false if it passed. Errors as in {@link #send(Message)}. */
    boolean send(Message message, Duration timeout);

    /**
     * Sends in the order of the calls, as soon as the pattern allows it, whatever SNDTIMEO says. A {@link #send(Message)}
     * may overtake those that wait.
     *
     * <p>Cancelling the future, or a time limit such as {@code orTimeout}, gives up a send that has not been made; if it
     * has, {@code cancel} is false. Callbacks run as in {@link Receiver#receiveAsync}.
     *
     * <p>At most 100,000 sends of a socket wait, and, if it is more than one, at most a quarter of the heap in bytes: whoever
     * sends faster than the peers take waits for some of the futures first.
     *
     * @return a future that fails with {@link io.zmq4j.error.TooManyPendingException} beyond that, with
     *     {@link io.zmq4j.error.SocketClosedException} if the socket or context is, or gets, closed, and as
     *     {@link #send(Message)} does if the pattern does not allow it
     */
    CompletableFuture<Void> sendAsync(Message message);

    /**
     * Sends what a publisher publishes, in order, and as fast as the peers take it: at most {@code window} messages that were asked
     * for are not sent yet. When the publisher is over, the socket stays open.
     *
     * <p>If a message cannot be sent, as the socket is closed or as {@link #send(Message)} throws, the subscription is
     * cancelled; that, each message that is lost by it, and what the publisher fails with are told to the logger
     * {@code io.zmq4j.handler}.
     *
     * @param window from 1 to 100,000; some dozens keep a connection busy
     * @return what subscribes to one publisher
     */
    default Flow.Subscriber<Message> subscriber(int window) {
        if (window < 1 || window > 100_000) {
            throw new IllegalArgumentException("window is " + window + " messages: from 1 to 100000 is allowed");
        }
        return new SendingSubscriber(this, window);
    }

    /** Sends a text as UTF-8 if that is possible without waiting. */
    default boolean trySend(String text) {
        return trySend(Message.of(Objects.requireNonNull(text, "text")));
    }

    /** As {@link #sendAsync(Message)}, for a text as UTF-8. */
    default CompletableFuture<Void> sendAsync(String text) {
        return sendAsync(Message.of(Objects.requireNonNull(text, "text")));
    }

    /** Sends one message of these frames, each as UTF-8. */
    default void send(String... frames) {
        send(Message.of(frames));
    }

    /** Sends one message of these frames. */
    default void send(byte[]... frames) {
        send(Message.of(frames));
    }

    /** Sends one message of these frames: the bytes between each buffer's position and its limit, which stay where they are. */
    default void send(ByteBuffer... frames) {
        send(Message.of(frames));
    }

    /** Sends one message of two frames: a text as UTF-8, such as a topic, and bytes. */
    default void send(String text, byte[] bytes) {
        send(Message.of(text, bytes));
    }

    /** Sends a value, as the message that the codec makes of it. */
    default <T> void send(T value, Codec<T> codec) {
        sending(codec).send(value);
    }

    /** A view of this sender that sends values. */
    default <T> TypedSender<T> sending(Codec<T> codec) {
        return new TypedSender<>(this, codec);
    }
}
