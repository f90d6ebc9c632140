package io.zmq4j;

import io.zmq4j.options.CommonOptions;
import io.zmq4j.options.DisconnectOptions;
import io.zmq4j.options.HelloOptions;
import io.zmq4j.options.HiccupOptions;
import io.zmq4j.socket.SocketCore;
import java.nio.ByteBuffer;

/**
 * PEER (RFC 51): one among equals, which sends to any of the others and receives from all of them. It gives each connection a
 * number, which {@link #connectPeer} gives, {@link #receiveRouted()} tells and {@link #send(int, String)} takes.
 */
public final class PeerSocket extends Socket
        implements RoutedSocket,
                NamedSocket<PeerSocket>,
                CommonOptions<PeerSocket>,
                HelloOptions<PeerSocket>,
                DisconnectOptions<PeerSocket>,
                HiccupOptions<PeerSocket> {
    PeerSocket(SocketCore core, Lifeline lifeline) {
        super(core, lifeline);
    }

    /**
     * Connects as {@link #connect(String)} does, and gives the routing id of who will be there. It can be sent to at once; what is sent
     * is queued until the connection is there. The id stays whenever the connection breaks and comes back.
     *
     * @throws io.zmq4j.error.EndpointException as {@link #connect(String)} does
     * @throws io.zmq4j.error.SocketStateException with {@code IMMEDIATE}, by which nobody is there before the handshake
     */
    public int connectPeer(String endpoint) {
        return ByteBuffer.wrap(core.connectPeer(endpoint)).getInt();
    }
}
