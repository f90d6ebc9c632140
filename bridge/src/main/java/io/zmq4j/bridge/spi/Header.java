package io.zmq4j.bridge.spi;

import java.util.Objects;

/**
 * Something said about a record beside its message.
 *
 * @param name such as {@code traceparent}
 * @param value its bytes, which nobody changes
 */
public record Header(String name, byte[] value) {
    public Header {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(value, "value");
    }
}
