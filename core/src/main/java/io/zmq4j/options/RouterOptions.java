package io.zmq4j.options;

import static io.zmq4j.options.SocketOptions.ROUTER_HANDOVER;
import static io.zmq4j.options.SocketOptions.ROUTER_MANDATORY;
import static io.zmq4j.options.SocketOptions.ROUTER_NOTIFY;

/**
 * What ROUTER alone has.
 *
 * @param <S> the type that has them, as for {@link Options}
 */
public interface RouterOptions<S> extends Options<S> {
    /**
     * Whether a send to an unknown peer is an error, not a drop; default false. Works at once.
     * {@link SocketOptions#ROUTER_MANDATORY ZMQ_ROUTER_MANDATORY}.
     */
    default S routerMandatory(boolean value) {
        return Chain.set(this, ROUTER_MANDATORY, value);
    }

    default boolean routerMandatory() {
        return get(ROUTER_MANDATORY);
    }

    /**
     * Whether a new peer with a routing id in use takes it over, else it is refused; default false. Works at once.
     * {@link SocketOptions#ROUTER_HANDOVER ZMQ_ROUTER_HANDOVER}.
     */
    default S routerHandover(boolean value) {
        return Chain.set(this, ROUTER_HANDOVER, value);
    }

    default boolean routerHandover() {
        return get(ROUTER_HANDOVER);
    }

    /**
     * Whether an empty message is received in a peer's name: 1 when it is there, 2 when it is gone, 3 for both; default 0: neither.
     * Works at once, for peers that come later. {@link SocketOptions#ROUTER_NOTIFY ZMQ_ROUTER_NOTIFY}.
     */
    default S routerNotify(int value) {
        return Chain.set(this, ROUTER_NOTIFY, value);
    }

    default int routerNotify() {
        return get(ROUTER_NOTIFY);
    }
}
