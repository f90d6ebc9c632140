package io.zmq4j.spring;

import io.zmq4j.codec.Codec;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;

/**
 * Knows codecs for types of values: a bean for a family of types. For a single type a bean of type {@code Codec<Order>} is enough.
 * Several are asked in the order of their {@code @Order}.
 */
@FunctionalInterface
public interface CodecSource {
    /** The codec for values of this type; null if this source has none. */
    @Nullable
    Codec<?> codecFor(ResolvableType type);
}
