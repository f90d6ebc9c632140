package io.zmq4j.options;

import static io.zmq4j.options.SocketOptions.ROUTING_ID;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * Who a socket is for its peers. REQ, REP, DEALER and ROUTER have it.
 *
 * @param <S> the type that has them, as for {@link Options}
 */
public interface RoutingIdOptions<S> extends Options<S> {
    /**
     * The routing id that peers know this socket by, at most 255 bytes, the first not zero; default empty: they make
     * one up. For later endpoints. {@link SocketOptions#ROUTING_ID ZMQ_ROUTING_ID}.
     */
    default S routingId(byte[] value) {
        return Chain.set(this, ROUTING_ID, value);
    }

    /** As {@link #routingId(byte[])}, with a text as UTF-8. */
    default S routingId(String value) {
        return routingId(Objects.requireNonNull(value, "value").getBytes(StandardCharsets.UTF_8));
    }

    default byte[] routingId() {
        return get(ROUTING_ID);
    }
}
