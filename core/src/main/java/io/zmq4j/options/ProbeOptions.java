package io.zmq4j.options;

import static io.zmq4j.options.SocketOptions.PROBE_ROUTER;

/**
 * Whether peers hear of a new connection. REQ, DEALER and ROUTER have it.
 *
 * @param <S> the type that has them, as for {@link Options}
 */
public interface ProbeOptions<S> extends Options<S> {
    /**
     * Whether every new connection starts with an empty message; default false. For new connections.
     * {@link SocketOptions#PROBE_ROUTER ZMQ_PROBE_ROUTER}.
     */
    default S probeRouter(boolean value) {
        return Chain.set(this, PROBE_ROUTER, value);
    }

    default boolean probeRouter() {
        return get(PROBE_ROUTER);
    }
}
