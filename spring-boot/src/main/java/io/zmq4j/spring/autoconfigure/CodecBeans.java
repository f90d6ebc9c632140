package io.zmq4j.spring.autoconfigure;

import io.zmq4j.codec.Codec;
import io.zmq4j.spring.CodecSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.ResolvableType;

/** Beans of type {@code Codec<Order>}, each for its type. */
final class CodecBeans implements CodecSource {
    private final ListableBeanFactory beans;

    CodecBeans(ListableBeanFactory beans) {
        this.beans = beans;
    }

    @Override
    public @Nullable Codec<?> codecFor(ResolvableType type) {
        return beans.<Codec<?>>getBeanProvider(ResolvableType.forClassWithGenerics(Codec.class, type))
                .getIfUnique();
    }
}
