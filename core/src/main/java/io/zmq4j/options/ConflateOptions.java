package io.zmq4j.options;

import static io.zmq4j.options.SocketOptions.CONFLATE;

/**
 * Whether the newest message alone counts. PUSH, PULL, PUB, SUB and DEALER have it.
 *
 * @param <S> the type that has them, as for {@link Options}
 */
public interface ConflateOptions<S> extends Options<S> {
    /**
     * Whether a queue keeps the newest message alone; default false. For later endpoints.
     * {@link SocketOptions#CONFLATE ZMQ_CONFLATE}.
     */
    default S conflate(boolean value) {
        return Chain.set(this, CONFLATE, value);
    }

    default boolean conflate() {
        return get(CONFLATE);
    }
}
