package io.zmq4j.options;

import static io.zmq4j.options.SocketOptions.HELLO_MSG;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * How a new connection begins. DEALER, ROUTER, SERVER, CLIENT and PEER have it.
 *
 * @param <S> the type that has them, as for {@link Options}
 */
public interface HelloOptions<S> extends Options<S> {
    /**
     * The first message on every new connection; default empty: none. For later connections.
     * {@link SocketOptions#HELLO_MSG ZMQ_HELLO_MSG}.
     */
    default S helloMessage(byte[] value) {
        return Chain.set(this, HELLO_MSG, value);
    }

    /** As {@link #helloMessage(byte[])}, with a text as UTF-8. */
    default S helloMessage(String value) {
        return helloMessage(Objects.requireNonNull(value, "value").getBytes(StandardCharsets.UTF_8));
    }

    default byte[] helloMessage() {
        return get(HELLO_MSG);
    }
}
