package io.zmq4j.options;

import static io.zmq4j.options.SocketOptions.INVERT_MATCHING;

/**
 * Which messages a topic stands for. PUB, XPUB and SUB have it.
 *
 * @param <S> the type that has them, as for {@link Options}
 */
public interface MatchingOptions<S> extends Options<S> {
    /**
     * Whether a message goes to the subscribers whose topics do <em>not</em> match, to be set alike on both sides;
     * default false. Works at once. {@link SocketOptions#INVERT_MATCHING ZMQ_INVERT_MATCHING}.
     */
    default S invertMatching(boolean value) {
        return Chain.set(this, INVERT_MATCHING, value);
    }

    default boolean invertMatching() {
        return get(INVERT_MATCHING);
    }
}
