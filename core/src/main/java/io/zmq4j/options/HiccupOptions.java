package io.zmq4j.options;

import static io.zmq4j.options.SocketOptions.HICCUP_MSG;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * What is heard of a connection that breaks. DEALER, CLIENT and PEER have it.
 *
 * @param <S> the type that has them, as for {@link Options}
 */
public interface HiccupOptions<S> extends Options<S> {
    /**
     * What is received when a connection broke that is to be renewed; default empty: nothing. Works at once.
     * {@link SocketOptions#HICCUP_MSG ZMQ_HICCUP_MSG}.
     */
    default S hiccupMessage(byte[] value) {
        return Chain.set(this, HICCUP_MSG, value);
    }

    /** As {@link #hiccupMessage(byte[])}, with a text as UTF-8. */
    default S hiccupMessage(String value) {
        return hiccupMessage(Objects.requireNonNull(value, "value").getBytes(StandardCharsets.UTF_8));
    }

    default byte[] hiccupMessage() {
        return get(HICCUP_MSG);
    }
}
