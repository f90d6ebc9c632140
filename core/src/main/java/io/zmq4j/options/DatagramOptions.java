package io.zmq4j.options;

import static io.zmq4j.options.SocketOptions.MULTICAST_HOPS;
import static io.zmq4j.options.SocketOptions.MULTICAST_LOOP;

/**
 * How datagrams go to a multicast group. For later endpoints. DGRAM, RADIO and DISH have it, and with more of it what has {@link
 * MulticastOptions}.
 *
 * @param <S> the type that has them, as for {@link Options}
 */
public interface DatagramOptions<S> extends Options<S> {
    /**
     * How many routers a packet passes, less one; default 1. {@link SocketOptions#MULTICAST_HOPS ZMQ_MULTICAST_HOPS}.
     */
    default S multicastHops(int value) {
        return Chain.set(this, MULTICAST_HOPS, value);
    }

    default int multicastHops() {
        return get(MULTICAST_HOPS);
    }

    /**
     * Whether programs on this machine hear what is sent to a group; default true.
     * {@link SocketOptions#MULTICAST_LOOP ZMQ_MULTICAST_LOOP}.
     */
    default S multicastLoop(boolean value) {
        return Chain.set(this, MULTICAST_LOOP, value);
    }

    default boolean multicastLoop() {
        return get(MULTICAST_LOOP);
    }
}
