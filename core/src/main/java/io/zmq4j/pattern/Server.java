package io.zmq4j.pattern;

import io.zmq4j.error.UnroutableException;
import io.zmq4j.event.DropCounters;
import io.zmq4j.event.DropReason;
import io.zmq4j.event.Peer;
import io.zmq4j.message.Message;
import io.zmq4j.options.OptionValues;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.pipe.Pipe;
import io.zmq4j.zmtp.CloseReason;
import io.zmq4j.zmtp.SocketType;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * SERVER (RFC 41), and PEER (RFC 51), which differs in whom it talks to: messages of one frame from all peers in turn, each behind
 * the routing id of its peer; the same to the peer whose id it begins with.
 *
 * <pre>
 *   for the application   [routing id] [body]
 *   on the wire                        [body]
 * </pre>
 *
 * A routing id is the number of a double queue, given here and never by the peer. It lasts as long as the queue: an accepted
 * peer that comes again has another one; where this side connects, the id stays, whoever is there.
 */
public final class Server implements Pattern, Numbering {
    private final SocketType type;
    private final OptionValues options;
    private final DropCounters drops;
    private final FairQueue in = new FairQueue(this::fromPeer, this::sender);

    /** Only asked whether anybody has room. */
    private final RoundRobin room = new RoundRobin();

    private final Map<Pipe, Route> routes = new IdentityHashMap<>();

    /** The peers that can be sent to, but for those who have just left. */
    private final Map<Integer, Route> directory = new HashMap<>();

    private int last = ThreadLocalRandom.current().nextInt();

    public Server(SocketType type, OptionValues options, DropCounters drops) {
        this.type = type;
        this.options = options;
        this.drops = drops;
    }

    // ---- who is there

    @Override
    public byte[] newRoutingId() {
        do {
            last++;
        } while (last == 0 || directory.containsKey(last));
        return bytes(last);
    }

    @Override
    public boolean hasPeer(byte[] routingId) {
        return find(routingId) != null;
    }

    @Override
    public boolean canSend(byte[] routingId) {
        Route route = find(routingId);
        return route != null && route.pipe.canWrite();
    }

    @Override
    public @Nullable Peer peer(byte[] routingId) {
        Route route = find(routingId);
        Peer there = route == null ? null : route.pipe.peer();
        return there == null ? null : there.as(routingId);
    }

    @Override
    public void dismiss(byte[] routingId) {
        Route route = find(routingId);
        if (route == null) {
            throw unknown(routingId);
        }
        left(route.pipe);
        // Not for the moment: a connecting side is not to come back.
        route.pipe.close(CloseReason.CLOSED_LOCALLY);
    }

    @Override
    public boolean attach(Pipe pipe) {
        byte[] chosen = pipe.assignedRoutingId();
        var route = new Route(pipe, chosen == null ? newRoutingId() : chosen);
        routes.put(pipe, route);
        directory.put(number(route.id), route);
        in.add(pipe);
        room.add(pipe);
        return true;
    }

    @Override
    public void connected(Pipe pipe) {
        Route route = routes.get(pipe);
        if (route != null) {
            route.isKnown = true;
            Hello.send(pipe, options);
        }
    }

    /** Only PEER has the option. */
    @Override
    public void disconnected(Pipe pipe) {
        Route route = routes.get(pipe);
        if (route != null && type == SocketType.PEER) {
            tell(route, options.get(SocketOptions.HICCUP_MSG));
        }
    }

    @Override
    public void left(Pipe pipe) {
        Route route = routes.get(pipe);
        if (route != null) {
            directory.remove(number(route.id), route);
            room.remove(pipe);
        }
    }

    @Override
    public void detach(Pipe pipe) {
        left(pipe);
        Route route = routes.remove(pipe);
        in.remove(pipe);
        if (route != null && route.isKnown) {
            tell(route, options.get(SocketOptions.DISCONNECT_MSG));
        }
    }

    /** The application receives it in the peer's name, if it is anything. */
    private void tell(Route route, byte[] message) {
        if (message.length > 0) {
            in.tell(Message.wrap(message).prependWrapped(route.id), route.pipe.peer(), drops);
        }
    }

    // ---- messages

    @Override
    public void readable(Pipe pipe) {
        in.readable(pipe);
    }

    @Override
    public void writable(Pipe pipe) {
        room.writable(pipe);
    }

    /** False if the queue of the peer is full. RFC 41: SHALL return an error if the queue does not exist. */
    @Override
    public boolean trySend(Message message) {
        byte[] id = message.array(0);
        Route route = find(id);
        if (route == null) {
            throw unknown(id);
        }
        if (route.pipe.tryWrite(message.from(1))) {
            return true;
        }
        if (route.pipe.isGone()) {
            // It left between the look and the write.
            throw unknown(id);
        }
        return false;
    }

    @Override
    public @Nullable Message tryReceive(@Nullable Peer @Nullable [] senders, int at) {
        return in.tryReceive(senders, at);
    }

    /** Whether any peer has room, though the next message may be for another one. */
    @Override
    public boolean canSend() {
        return room.canSend();
    }

    @Override
    public boolean canReceive() {
        return in.canReceive();
    }

    @Override
    public int readAhead() {
        return in.readAhead();
    }

    @Override
    public byte[] routingId(Pipe pipe) {
        Route route = routes.get(pipe);
        return route == null ? pipe.peerRoutingId() : route.id;
    }

    private @Nullable Message fromPeer(Pipe pipe, Message message) {
        if (message.frameCount() != 1) {
            drops.add(DropReason.WRONG_SHAPE, 1);
            return null;
        }
        return message.prependWrapped(route(pipe).id);
    }

    private @Nullable Peer sender(Pipe pipe) {
        Peer sender = pipe.sender();
        return sender == null ? null : route(pipe).named(sender);
    }

    private Route route(Pipe pipe) {
        return Objects.requireNonNull(routes.get(pipe), "only a peer with an id is read");
    }

    private @Nullable Route find(byte[] id) {
        Route route = id.length == Integer.BYTES ? directory.get(number(id)) : null;
        return route == null || route.pipe.isGone() ? null : route;
    }

    private UnroutableException unknown(byte[] id) {
        return new UnroutableException(
                "no peer has the routing id 0x" + new RoutingId(id) + ": " + type + " sends to one that is there");
    }

    private static int number(byte[] id) {
        return ByteBuffer.wrap(id).getInt();
    }

    private static byte[] bytes(int number) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(number).array();
    }

    private static final class Route {
        final Pipe pipe;
        final byte[] id;

        /** It was connected. */
        boolean isKnown;

        /** Who sent last, and the same under this id. */
        private @Nullable Peer sender;

        private @Nullable Peer named;

        Route(Pipe pipe, byte[] id) {
            this.pipe = pipe;
            this.id = id;
        }

        Peer named(Peer peer) {
            Peer known = named;
            if (known == null || sender != peer) {
                known = peer.as(id);
                sender = peer;
                named = known;
            }
            return known;
        }
    }
}
