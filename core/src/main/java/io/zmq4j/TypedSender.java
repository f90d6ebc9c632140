package io.zmq4j;

import io.zmq4j.codec.Codec;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/**
 * Sends values of one type: a view of a sender, without a state of its own.
 *
 * <pre>{@code
 * TypedSender<Order> orders = push.sending(ORDER);
 * orders.send(order);
 * }</pre>
 *
 * @param sender what sends
 * @param codec what makes messages of the values
 */
public record TypedSender<T>(Sender sender, Codec<T> codec) {
    public TypedSender {
        Objects.requireNonNull(sender, "sender");
        Objects.requireNonNull(codec, "codec");
    }

    /** Sends a value as {@link Sender#send(io.zmq4j.message.Message)} does a message. */
    public void send(T value) {
        sender.send(codec.encode(value));
    }

    /** Sends a value as {@link Sender#trySend} does a message. */
    public boolean trySend(T value) {
        return sender.trySend(codec.encode(value));
    }

    /** Sends a value as {@link Sender#send(io.zmq4j.message.Message, Duration)} does a message. */
    public boolean send(T value, Duration timeout) {
        return sender.send(codec.encode(value), timeout);
    }

    /** Sends a value as {@link Sender#sendAsync} does a message; it is encoded at once, in the caller's thread. */
    public CompletableFuture<Void> sendAsync(T value) {
        return sender.sendAsync(codec.encode(value));
    }
}
