package io.zmq4j.options;

import static io.zmq4j.options.SocketOptions.REQ_CORRELATE;
import static io.zmq4j.options.SocketOptions.REQ_RELAXED;

/**
 * What REQ alone has.
 *
 * @param <S> the type that has them, as for {@link Options}
 */
public interface RequestOptions<S> extends Options<S> {
    /**
     * Whether a request may follow one that got no reply, which is then given up; default false. Works at once.
     * {@link SocketOptions#REQ_RELAXED ZMQ_REQ_RELAXED}.
     */
    default S reqRelaxed(boolean value) {
        return Chain.set(this, REQ_RELAXED, value);
    }

    default boolean reqRelaxed() {
        return get(REQ_RELAXED);
    }

    /**
     * Whether requests carry an id, and replies with another one are discarded; default false. Works at once.
     * {@link SocketOptions#REQ_CORRELATE ZMQ_REQ_CORRELATE}.
     */
    default S reqCorrelate(boolean value) {
        return Chain.set(this, REQ_CORRELATE, value);
    }

    default boolean reqCorrelate() {
        return get(REQ_CORRELATE);
    }
}
