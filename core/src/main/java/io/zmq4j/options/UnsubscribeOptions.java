package io.zmq4j.options;

import static io.zmq4j.options.SocketOptions.XSUB_VERBOSE_UNSUBSCRIBE;

/**
 * How the end of a subscription is told. XSUB alone has it.
 *
 * @param <S> the type that has it, as for {@link Options}
 */
public interface UnsubscribeOptions<S> extends Options<S> {
    /**
     * Whether every cancel goes to the publishers when it comes, not only the last one of a topic; default false. Works at once.
     * {@link SocketOptions#XSUB_VERBOSE_UNSUBSCRIBE ZMQ_XSUB_VERBOSE_UNSUBSCRIBE}.
     */
    default S xsubVerboseUnsubscribe(boolean value) {
        return Chain.set(this, XSUB_VERBOSE_UNSUBSCRIBE, value);
    }

    default boolean xsubVerboseUnsubscribe() {
        return get(XSUB_VERBOSE_UNSUBSCRIBE);
    }
}
