package io.zmq4j.options;

import static io.zmq4j.options.SocketOptions.XPUB_NODROP;

/**
 * What a publisher does about slow subscribers. PUB, XPUB and RADIO have it.
 *
 * @param <S> the type that has them, as for {@link Options}
 */
public interface PublisherOptions<S> extends Options<S> {
    /**
     * Whether a send waits for a full subscriber instead of dropping; default false. Works at once.
     * {@link SocketOptions#XPUB_NODROP ZMQ_XPUB_NODROP}.
     */
    default S xpubNoDrop(boolean value) {
        return Chain.set(this, XPUB_NODROP, value);
    }

    default boolean xpubNoDrop() {
        return get(XPUB_NODROP);
    }
}
