package io.zmq4j;

import io.zmq4j.event.Peer;
import io.zmq4j.message.Message;
import io.zmq4j.options.CommonOptions;
import io.zmq4j.options.ConnectRoutingIdOptions;
import io.zmq4j.options.StreamOptions;
import io.zmq4j.socket.SocketCore;
import java.util.Objects;
import java.util.Optional;

/**
 * STREAM: talks over tcp, or ipc, to whatever is no ZeroMQ, in bytes as they are. Each connection has a routing id. A message that is
 * received has two frames, the id and what has come, at most 8192 bytes, cut where it suits the network; one that is sent has
 * the id and the bytes.
 *
 * <pre>{@code
 * Message request = stream.receive();
 * stream.send(request.bytes(0), answer);
 * stream.closePeer(request.bytes(0)); // when the answer has left
 * }</pre>
 *
 * <p>Without {@link #streamNotify(boolean)} false, the first message of a connection, and the last, has an empty second frame. A
 * connection that this side made is made again when it breaks, under the same id, and says so likewise. One that this side closed
 * says nothing any more, and is not made again.
 *
 * <p>A send waits while the connection's queue is full, as long as {@code SNDTIMEO} says; one to an id that nobody has fails with
 * {@link io.zmq4j.error.UnroutableException}. While what came from a connection is not received and fills its queue, nothing more is read
 * from it. A peer that ends its half of a connection has closed it.
 */
public final class StreamSocket extends Socket
        implements SendingSocket,
                ReceivingSocket,
                NamedSocket<StreamSocket>,
                CommonOptions<StreamSocket>,
                ConnectRoutingIdOptions<StreamSocket>,
                StreamOptions<StreamSocket> {
    StreamSocket(SocketCore core, Lifeline lifeline) {
        super(core, lifeline);
    }

    /**
     * Sends bytes to the connection of this id; none at all close it, as {@link #closePeer} does.
     *
     * @throws io.zmq4j.error.UnroutableException if no connection has it
     */
    public void send(byte[] routingId, byte[] bytes) {
        Objects.requireNonNull(routingId, "routingId");
        Objects.requireNonNull(bytes, "bytes");
        send(Message.of(routingId, bytes));
    }

    /**
     * Closes the connection of this id when what was sent there before has left, within {@code LINGER}. Nothing more is received from
     * it; what was not received yet is dropped.
     *
     * @throws io.zmq4j.error.UnroutableException if no connection has it
     */
    public void closePeer(byte[] routingId) {
        Objects.requireNonNull(routingId, "routingId");
        send(Message.of(routingId, new byte[0]));
    }

    /** Whether a connection with this id is there, or is expected on a connected endpoint. */
    public boolean hasPeer(byte[] routingId) {
        return core.hasPeer(routingId);
    }

    /** Whether bytes to the connection of this id would be queued now: it is there, and there is room. */
    public boolean canSend(byte[] routingId) {
        return core.canSend(routingId);
    }

    /** Who is at the other end of the connection of this id now; empty if nobody is. */
    public Optional<Peer> peer(byte[] routingId) {
        return Optional.ofNullable(core.peer(routingId));
    }
}
