package io.zmq4j;

/**
 * What can be named, for those who look at a program: every {@link Socket}.
 *
 * @param <S> the socket's class
 */
public sealed interface NamedSocket<S extends Socket>
        permits PairSocket,
                ReqSocket,
                RepSocket,
                DealerSocket,
                RouterSocket,
                PubSocket,
                SubSocket,
                XPubSocket,
                XSubSocket,
                PushSocket,
                PullSocket,
                StreamSocket,
                ServerSocket,
                ClientSocket,
                RadioSocket,
                DishSocket,
                GatherSocket,
                ScatterSocket,
                DgramSocket,
                PeerSocket,
                ChannelSocket {
    /**
     * Names this socket: see {@link Socket#name}. Peers do not hear of it.
     *
     * @param name 1 to 100 characters, none of them a control character
     * @return this socket
     */
    @SuppressWarnings("unchecked") // S is the class that implements this
    default S named(String name) {
        ((Socket) this).core.name(name);
        return (S) this;
    }
}
