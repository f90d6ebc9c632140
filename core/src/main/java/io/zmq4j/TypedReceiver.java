package io.zmq4j;

import io.zmq4j.codec.Codec;
import io.zmq4j.message.Message;
import java.time.Duration;
import java.util.Iterator;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Receives values of one type: a view of a receiver, without a state of its own. A message that the codec cannot read is taken
 * all the same, so that the next call has the next one; every method throws a {@link io.zmq4j.error.DecodeException} then,
 * which has the message.
 *
 * <pre>{@code
 * for (Order order : pull.receiving(ORDER)) {
 *     book(order);
 * }
 * }</pre>
 *
 * @param receiver what receives
 * @param codec what makes values of the messages
 */
public record TypedReceiver<T>(Receiver receiver, Codec<T> codec) implements Iterable<T> {
    public TypedReceiver {
        Objects.requireNonNull(receiver, "receiver");
        Objects.requireNonNull(codec, "codec");
    }

    /** Waits for the next value as {@link Receiver#receive()} does for a message. */
    public T receive() {
        return codec.decode(receiver.receive());
    }

    /** The next value if there is a message now, as {@link Receiver#tryReceive}. */
    public Optional<T> tryReceive() {
        return receiver.tryReceive().map(codec::decode);
    }

    /** The next value, waiting as {@link Receiver#receive(Duration)} does for a message; empty if the time passed. */
    public Optional<T> receive(Duration timeout) {
        return receiver.receive(timeout).map(codec::decode);
    }

    /** All values, which end, and throw, as {@link Receiver#messages} do. */
    @Override
    public Iterator<T> iterator() {
        Iterator<Message> messages = receiver.messages().iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return messages.hasNext();
            }

            @Override
            public T next() {
                return codec.decode(messages.next());
            }
        };
    }

    /** All values as a stream, which ends, and throws, as {@link Receiver#stream} does. */
    public Stream<T> stream() {
        return receiver.stream().map(codec::decode);
    }
}
