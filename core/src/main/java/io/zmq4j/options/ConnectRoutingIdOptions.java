package io.zmq4j.options;

import static io.zmq4j.options.SocketOptions.CONNECT_ROUTING_ID;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * What this side calls a peer that it connects to. ROUTER and STREAM have it.
 *
 * @param <S> the type that has them, as for {@link Options}
 */
public interface ConnectRoutingIdOptions<S> extends Options<S> {
    /**
     * The routing id of the peer that the next connect leads to, at most 255 bytes, the first not zero; default
     * empty: none. That connect takes it. {@link SocketOptions#CONNECT_ROUTING_ID ZMQ_CONNECT_ROUTING_ID}.
     */
    default S connectRoutingId(byte[] value) {
        return Chain.set(this, CONNECT_ROUTING_ID, value);
    }

    /** As {@link #connectRoutingId(byte[])}, with a text as UTF-8. */
    default S connectRoutingId(String value) {
        return connectRoutingId(Objects.requireNonNull(value, "value").getBytes(StandardCharsets.UTF_8));
    }

    default byte[] connectRoutingId() {
        return get(CONNECT_ROUTING_ID);
    }
}
