package io.zmq4j;

import io.zmq4j.event.Peer;
import io.zmq4j.options.CommonOptions;
import io.zmq4j.options.ConnectRoutingIdOptions;
import io.zmq4j.options.DisconnectOptions;
import io.zmq4j.options.HelloOptions;
import io.zmq4j.options.ProbeOptions;
import io.zmq4j.options.RouterOptions;
import io.zmq4j.options.RoutingIdOptions;
import io.zmq4j.socket.Serving;
import io.zmq4j.socket.SocketCore;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * ROUTER (RFC 28): receives from all its peers with the sender's routing id as first frame, and sends to the peer the first
 * frame names. A message of one frame names a peer and has nothing for it: it is dropped and counted as a malformed envelope,
 * also with ROUTER_MANDATORY.
 */
public final class RouterSocket extends Socket
        implements SendingSocket,
                ReceivingSocket,
                NamedSocket<RouterSocket>,
                CommonOptions<RouterSocket>,
                RoutingIdOptions<RouterSocket>,
                ConnectRoutingIdOptions<RouterSocket>,
                ProbeOptions<RouterSocket>,
                HelloOptions<RouterSocket>,
                DisconnectOptions<RouterSocket>,
                RouterOptions<RouterSocket> {
    RouterSocket(SocketCore core, Lifeline lifeline) {
        super(core, lifeline);
    }

    /** One that the library opens for itself. */
    RouterSocket(SocketCore core) {
        super(core);
    }

    /**
     * Whether a peer with this routing id is there, so that a message to it has somewhere to go. One that was named with
     * CONNECT_ROUTING_ID is expected from the connect on, and counts.
     */
    public boolean hasPeer(byte[] routingId) {
        return core.hasPeer(routingId);
    }

    /**
     * Whether a message to this routing id would be queued now: its peer is there, and there is room for it. Without
     * ROUTER_MANDATORY, a message for which this is false is dropped; with it, a send to a peer without room waits. A send in
     * another thread may take the room in between.
     *
     * <p>{@link #canSend()} asks less: whether any peer has room, or, without ROUTER_MANDATORY, nothing.
     */
    public boolean canSend(byte[] routingId) {
        return core.canSend(routingId);
    }

    /**
     * Who is known by this routing id now; empty if nobody is. One that was named with CONNECT_ROUTING_ID is known when it is
     * connected.
     *
     * <pre>{@code
     * Message request = router.receive();
     * Optional<Peer> asking = router.peer(request.bytes(0));
     * }</pre>
     *
     * <p>By the time a message is received, its sender may have left, and somebody else may have its id: {@link #receiveFrom()}
     * says who sent the message.
     */
    public Optional<Peer> peer(byte[] routingId) {
        return Optional.ofNullable(core.peer(routingId));
    }

    /**
     * Answers requests, many at a time, each in a thread of its own. The handler sees the body, what follows the first empty
     * frame, or, if there is none, all but the routing id; and gives that of the reply, which goes back behind the same envelope.
     * A request without a body is dropped and counted as {@code MALFORMED_ENVELOPE}:
     *
     * <pre>{@code
     * var server = router.serve(request -> Message.of("Hello, " + request.text()));
     * }</pre>
     *
     * @return the server, which runs already
     * @throws io.zmq4j.error.SocketStateException if the socket is served already
     */
    public Server serve(Handler handler) {
        return serve(handler, it -> {});
    }

    /** As {@link #serve(Handler)}, with settings. */
    public Server serve(Handler handler, Consumer<ServerOptions> settings) {
        return new Server(core.serve(ServerOptions.serving(this, handler, settings, Serving.Way.IN_ENVELOPE)));
    }
}
