package io.zmq4j.codec;

import io.zmq4j.error.DecodeException;
import io.zmq4j.message.Message;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How values of a type become messages, and messages values. Immutable, and safe for any thread if its two functions are.
 *
 * <pre>{@code
 * static final Codec<Price> PRICE = Codec.of(
 *         price -> Message.builder().text(price.symbol()).int64(price.cents()).build(),
 *         message -> new Price(message.text(), message.frame(1).int64()));
 *
 * pub.send(price, PRICE);
 * Price next = sub.receive(PRICE);
 * }</pre>
 *
 * @param <T> the values
 */
public final class Codec<T> {
    private static final Codec<String> TEXT = new Codec<>("text", Message::of, SingleFrame::text);
    private static final Codec<byte[]> BYTES = new Codec<>("bytes", Message::of, SingleFrame::bytes);

    private final String name;
    private final Function<? super T, ? extends @Nullable Message> encoder;
    private final Decoder<? extends T> decoder;

    /**
     * How a message becomes a value. Whatever it throws says that it cannot read the message.
     *
     * @param <T> the values
     */
    @FunctionalInterface
    public interface Decoder<T> {
        @Nullable
        T decode(Message message) throws Exception;
    }

    private Codec(String name, Function<? super T, ? extends @Nullable Message> encoder, Decoder<? extends T> decoder) {
        this.name = name;
        this.encoder = encoder;
        this.decoder = decoder;
    }

    /** A codec of these two functions, neither of which gives null. */
    public static <T> Codec<T> of(Function<? super T, Message> encode, Decoder<? extends T> decode) {
        Objects.requireNonNull(encode, "encode");
        return new Codec<>(placeOf(encode), encode, Objects.requireNonNull(decode, "decode"));
    }

    /** Text as one frame of UTF-8. A message of several frames, or of other bytes than UTF-8, is unreadable. */
    public static Codec<String> text() {
        return TEXT;
    }

    /** Bytes as one frame, copied. A message of several frames is unreadable. */
    public static Codec<byte[]> bytes() {
        return BYTES;
    }

    /** The class that a lambda stands in: what can be said of a codec that has no name. */
    private static String placeOf(Object function) {
        String name = function.getClass().getName();
        int lambda = name.indexOf("$$Lambda");
        return lambda < 0 ? name : "of " + name.substring(0, lambda);
    }

    /** This codec with a name, by which errors speak of it. */
    public Codec<T> named(String name) {
        return new Codec<>(Objects.requireNonNull(name, "name"), encoder, decoder);
    }

    /**
     * A codec of other values, over this one: {@code Codec.text().map(Integer::valueOf, String::valueOf)}.
     *
     * @param to makes the other value; what it throws makes the message unreadable
     * @param from makes the value that this codec encodes
     */
    public <U> Codec<U> map(Function<? super T, ? extends U> to, Function<? super U, ? extends T> from) {
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(from, "from");
        return new Codec<>(
                name + ", mapped " + placeOf(to),
                value -> encodeUnlessNull(from.apply(value)),
                message -> to.apply(decode(message)));
    }

    private @Nullable Message encodeUnlessNull(@Nullable T value) {
        return value == null ? null : encode(value);
    }

    /**
     * This codec with a topic in front, for PUB and SUB: one more frame, UTF-8. When a message is read, its first frame must start
     * with the topic, as for a subscription, and is taken off.
     */
    public Codec<T> underTopic(String topic) {
        Message head = Message.of(Objects.requireNonNull(topic, "topic"));
        String codec = name + " under topic " + head.first();
        return new Codec<>(codec, value -> encode(value).prepend(head), message -> {
            if (message.frameCount() == 1 || !message.startsWith(0, head.array(0))) {
                throw new DecodeException("codec " + codec + ": no such topic in " + message.summary(), message);
            }
            return decode(message.from(1));
        });
    }

    /**
     * The message that a value becomes.
     *
     * @throws NullPointerException if the codec's function gives null; whatever else that throws comes out as it is
     */
    public Message encode(T value) {
        Message message = encoder.apply(Objects.requireNonNull(value, "value"));
        if (message == null) {
            throw new NullPointerException("codec " + name + ": encode gave null, where it must give a message");
        }
        return message;
    }

    /**
     * The value that a message becomes.
     *
     * @throws DecodeException if the codec's function throws anything, or gives null: the message cannot be read
     */
    public T decode(Message message) {
        Objects.requireNonNull(message, "message");
        T value;
        try {
            value = decoder.decode(message);
        } catch (Exception e) {
            throw e instanceof DecodeException known && known.received() == message
                    ? known
                    : new DecodeException("codec " + name + " cannot read " + message.summary(), message, e);
        }
        if (value == null) {
            throw new DecodeException(
                    "codec " + name + ": decode gave null for " + message.summary() + ", where it must give a value",
                    message);
        }
        return value;
    }

    /** The name. */
    @Override
    public String toString() {
        return name;
    }
}
