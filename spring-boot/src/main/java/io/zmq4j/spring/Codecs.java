package io.zmq4j.spring;

import io.zmq4j.codec.Codec;
import io.zmq4j.message.Message;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.ResolvableType;
import org.springframework.util.ClassUtils;

/**
 * Finds the codec for a type: those of the library for {@link Message}, {@code String} and {@code byte[]}, else what the first
 * {@link CodecSource} says that knows the type. Safe for any thread.
 */
public final class Codecs {
    private static final Codec<Message> MESSAGE =
            Codec.<Message>of(message -> message, message -> message).named("message");

    private static final Map<Type, Codec<?>> BUILT_IN =
            Map.of(Message.class, MESSAGE, String.class, Codec.text(), byte[].class, Codec.bytes());

    private final List<CodecSource> sources;
    private final Map<Type, Codec<?>> known = new ConcurrentHashMap<>(BUILT_IN);

    /** Asks these, in order. */
    public Codecs(List<CodecSource> sources) {
        this.sources = List.copyOf(sources);
    }

    /**
     * The codec for values of this type.
     *
     * @throws IllegalArgumentException if there is none; its message says what brings one
     */
    @SuppressWarnings("unchecked") // Under a type stands a codec for it: both come from the same call.
    public Codec<Object> of(Type type) {
        return (Codec<Object>) known.computeIfAbsent(Objects.requireNonNull(type, "type"), this::find);
    }

    /** As {@link #of(Type)}, for a class. */
    @SuppressWarnings(
            "unchecked") // As above; a primitive type has the codec of its wrapper, which its class literal stands for.
    public <T> Codec<T> of(Class<T> type) {
        return (Codec<T>) (Codec<?>) of((Type) ClassUtils.resolvePrimitiveIfNecessary(type));
    }

    /** As {@link #of(Type)}, for a generic type. */
    @SuppressWarnings("unchecked") // As above.
    public <T> Codec<T> of(ParameterizedTypeReference<T> type) {
        return (Codec<T>) (Codec<?>) of(type.getType());
    }

    private Codec<?> find(Type type) {
        ResolvableType resolvable = ResolvableType.forType(type);
        for (CodecSource source : sources) {
            @Nullable Codec<?> codec = source.codecFor(resolvable);
            if (codec != null) {
                return codec;
            }
        }
        throw new IllegalArgumentException("there is no codec for " + resolvable
                + ": add io.zmq4j:jackson and spring-boot-starter-jackson for JSON, or a bean of type Codec<"
                + resolvable.resolve(Object.class).getSimpleName() + ">");
    }
}
