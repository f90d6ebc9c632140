package io.zmq4j.options;

import static io.zmq4j.options.SocketOptions.STREAM_NOTIFY;

/**
 * What STREAM alone has.
 *
 * @param <S> the type that has them, as for {@link Options}
 */
public interface StreamOptions<S> extends Options<S> {
    /**
     * Whether a message of a routing id and nothing comes when a connection has come, and when it has gone; default true. For later
     * endpoints. {@link SocketOptions#STREAM_NOTIFY ZMQ_STREAM_NOTIFY}.
     */
    default S streamNotify(boolean value) {
        return Chain.set(this, STREAM_NOTIFY, value);
    }

    default boolean streamNotify() {
        return get(STREAM_NOTIFY);
    }
}
