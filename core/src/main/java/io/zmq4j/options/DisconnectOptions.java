package io.zmq4j.options;

import static io.zmq4j.options.SocketOptions.DISCONNECT_MSG;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * What is heard of a peer that is gone. ROUTER, SERVER and PEER have it.
 *
 * @param <S> the type that has them, as for {@link Options}
 */
public interface DisconnectOptions<S> extends Options<S> {
    /**
     * What is received in the name of a peer that is gone; default empty: nothing. Works at once.
     * {@link SocketOptions#DISCONNECT_MSG ZMQ_DISCONNECT_MSG}.
     */
    default S disconnectMessage(byte[] value) {
        return Chain.set(this, DISCONNECT_MSG, value);
    }

    /** As {@link #disconnectMessage(byte[])}, with a text as UTF-8. */
    default S disconnectMessage(String value) {
        return disconnectMessage(Objects.requireNonNull(value, "value").getBytes(StandardCharsets.UTF_8));
    }

    default byte[] disconnectMessage() {
        return get(DISCONNECT_MSG);
    }
}
