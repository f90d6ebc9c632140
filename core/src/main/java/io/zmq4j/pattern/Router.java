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
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * ROUTER: messages from all peers in turn, each with its peer's routing id in front; the first frame of an outgoing
 * message is the routing id of the peer it goes to (RFC 28).
 *
 * <p>A peer's id is the one this side chose for it, else the one it announced, else a number. Two peers never have the
 * same id. A newcomer that announces one in use is closed with {@link CloseReason#REFUSED_BY_SOCKET}, which both sides
 * can see (libzmq leaves it connected and never reads a message of it); with ROUTER_HANDOVER the older one is closed
 * instead. What the older one had already sent is still read, under a number that is nobody else's.
 *
 * <p>A peer that is gone ({@link Pipe#isGone}) has no id to be found or kept by: what it sent is still read with it in front,
 * but a message to it has nowhere to go, and the next one may have it at once.
 */
public final class Router implements Pattern, Addressing {
    // The bits of ROUTER_NOTIFY.
    private static final int NOTIFY_JOINED = 1;
    private static final int NOTIFY_LEFT = 2;

    private final OptionValues options;
    private final DropCounters drops;
    private final FairQueue in = new FairQueue(this::fromPeer, this::sender);

    /** Only asked whether anybody has room; where a message goes is never a matter of turns here. */
    private final RoundRobin room = new RoundRobin();

    /** The peers that have an id, by pipe and by id. A pipe that is not here is neither read nor written. */
    private final Map<Pipe, Route> peers = new IdentityHashMap<>();

    private final Map<RoutingId, Route> directory = new HashMap<>();
    private int lastNumber = ThreadLocalRandom.current().nextInt();

    public Router(OptionValues options, DropCounters drops) {
        this.options = options;
        this.drops = drops;
    }

    @Override
    public boolean hasPeer(byte[] routingId) {
        return find(new RoutingId(routingId)) != null;
    }

    @Override
    public boolean canSend(byte[] routingId) {
        Route route = find(new RoutingId(routingId));
        return route != null && route.pipe.canWrite();
    }

    @Override
    public @Nullable Peer peer(byte[] routingId) {
        Route route = find(new RoutingId(routingId));
        Peer there = route == null ? null : route.pipe.peer();
        return there == null ? null : there.as(routingId);
    }

    /** A peer to which this side gave an id has it from now on; others get theirs when they are connected. */
    @Override
    public boolean attach(Pipe pipe) {
        byte[] assigned = pipe.assignedRoutingId();
        if (assigned != null) {
            identify(pipe, new RoutingId(assigned));
        }
        return true;
    }

    @Override
    public void connected(Pipe pipe) {
        byte[] assigned = pipe.assignedRoutingId();
        byte[] id = assigned != null ? assigned : pipe.peerRoutingId();
        Route before = peers.get(pipe);
        if (isName(id)) {
            identify(pipe, new RoutingId(id));
        } else if (before == null) {
            enter(new Route(pipe, freshId()));
        } else if (!before.id.isNumber()) {
            // The peer at this endpoint now is not the one that had that name.
            rename(before, freshId());
        }
        Route route = peers.get(pipe);
        if (route == null) {
            return;
        }
        if (options.get(SocketOptions.PROBE_ROUTER)) {
            Probe.send(pipe);
        }
        Hello.send(pipe, options);
        if (!route.isKnown) {
            route.isKnown = true;
            tell(route, NOTIFY_JOINED, Message.empty());
        }
    }

    @Override
    public void detach(Pipe pipe) {
        Route peer = peers.get(pipe);
        if (peer != null) {
            leave(peer);
            if (peer.isKnown) {
                byte[] farewell = options.get(SocketOptions.DISCONNECT_MSG);
                if (farewell.length > 0) {
                    tell(peer, Message.wrap(farewell));
                }
                tell(peer, NOTIFY_LEFT, Message.empty());
            }
        }
    }

    private void tell(Route peer, int bit, Message message) {
        if ((options.get(SocketOptions.ROUTER_NOTIFY) & bit) != 0) {
            tell(peer, message);
        }
    }

    /** The application receives it in the peer's name. */
    private void tell(Route peer, Message message) {
        in.tell(message.prependWrapped(peer.id.bytes()), peer.pipe.peer(), drops);
    }

    @Override
    public void readable(Pipe pipe) {
        in.readable(pipe);
    }

    @Override
    public void writable(Pipe pipe) {
        room.writable(pipe);
    }

    /** False only with ROUTER_MANDATORY, if the peer's queue is full. */
    @Override
    public boolean trySend(Message message) {
        if (message.frameCount() == 1) {
            drops.add(DropReason.MALFORMED_ENVELOPE, 1);
            return true;
        }
        boolean mandatory = options.get(SocketOptions.ROUTER_MANDATORY);
        var id = new RoutingId(message.array(0));
        Route peer = find(id);
        if (peer == null) {
            if (mandatory) {
                throw new UnroutableException("no peer has the routing id 0x" + id
                        + ": send to an id that was received, or unset ROUTER_MANDATORY to drop such messages");
            }
            drops.add(DropReason.UNROUTABLE, 1);
            return true;
        }
        if (peer.pipe.tryWrite(message.from(1))) {
            return true;
        }
        if (peer.pipe.isGone()) {
            // It left between the look and the write.
            return trySend(message);
        }
        if (mandatory) {
            return false;
        }
        drops.add(DropReason.QUEUE_FULL, 1);
        return true;
    }

    @Override
    public @Nullable Message tryReceive(@Nullable Peer @Nullable [] senders, int at) {
        return in.tryReceive(senders, at);
    }

    /** With ROUTER_MANDATORY: whether any peer has room, though the next message may be for another one. */
    @Override
    public boolean canSend() {
        return !options.get(SocketOptions.ROUTER_MANDATORY) || room.canSend();
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
        Route peer = peers.get(pipe);
        return peer == null ? pipe.peerRoutingId() : peer.id.bytes();
    }

    private @Nullable Message fromPeer(Pipe pipe, Message message) {
        Route peer = Objects.requireNonNull(peers.get(pipe), "only a peer with an id is read");
        if (message == Pipe.RESTART) {
            peer.sender = name(pipe, peer);
            return null;
        }
        return message.prependWrapped(peer.sender.bytes());
    }

    /**
     * The id of the peer that sent what is read next. Others may have come since, so it is not always the id that the pipe has now.
     */
    private RoutingId name(Pipe pipe, Route route) {
        Peer sender = pipe.sender();
        if (sender == null || route.isHandedOver || pipe.assignedRoutingId() != null) {
            return route.id;
        }
        byte[] announced = sender.routingId();
        if (isName(announced)) {
            return new RoutingId(announced);
        }
        return route.id.isNumber() ? route.id : route.number == null ? freshId() : route.number;
    }

    /** RFC 37, "The Identity Property": the first octet SHALL NOT be zero. One that is would be a number given here. */
    private static boolean isName(byte[] id) {
        return id.length > 0 && id[0] != 0;
    }

    /** Who sent what was read last from a pipe, by the id that stands before it. */
    private @Nullable Peer sender(Pipe pipe) {
        Peer sender = pipe.sender();
        Route route = peers.get(pipe);
        return sender == null || route == null ? sender : route.named(sender);
    }

    private void identify(Pipe pipe, RoutingId id) {
        Route peer = peers.get(pipe);
        Route holder = find(id);
        if (holder != null && holder == peer) {
            return;
        }
        if (holder != null && !options.get(SocketOptions.ROUTER_HANDOVER)) {
            if (peer != null) {
                leave(peer);
            }
            pipe.refuse(CloseReason.REFUSED_BY_SOCKET);
            return;
        }
        if (holder != null) {
            rename(holder, freshId());
            holder.sender = holder.id;
            holder.isHandedOver = true;
        }
        if (peer == null) {
            enter(new Route(pipe, id));
        } else {
            rename(peer, id);
        }
        if (holder != null) {
            // An id that was chosen here was given away here: to try for it again would only take it back.
            boolean chosen = holder.pipe.assignedRoutingId() != null;
            holder.pipe.close(chosen ? CloseReason.CLOSED_LOCALLY : CloseReason.REFUSED_BY_SOCKET);
        }
    }

    /** The peer of this id, if it is there. */
    private @Nullable Route find(RoutingId id) {
        Route peer = directory.get(id);
        return peer == null || peer.pipe.isGone() ? null : peer;
    }

    private void enter(Route peer) {
        peers.put(peer.pipe, peer);
        directory.put(peer.id, peer);
        in.add(peer.pipe);
        room.add(peer.pipe);
    }

    private void rename(Route peer, RoutingId id) {
        directory.remove(peer.id, peer);
        if (peer.id.isNumber()) {
            peer.number = peer.id;
        }
        peer.id = id;
        directory.put(id, peer);
    }

    private void leave(Route peer) {
        peers.remove(peer.pipe);
        directory.remove(peer.id, peer);
        in.remove(peer.pipe);
        room.remove(peer.pipe);
    }

    private RoutingId freshId() {
        RoutingId id;
        do {
            id = RoutingId.numbered(++lastNumber);
        } while (directory.containsKey(id));
        return id;
    }

    private static final class Route {
        final Pipe pipe;
        RoutingId id;
        /** The id of the peer that sent what is read next: after a renewed connection brought another id, for a while the one before. */
        RoutingId sender;

        /** The last number that was the id of a peer here, and is not now. */
        @Nullable
        RoutingId number;

        /** Its name is another peer's now. */
        boolean isHandedOver;

        /** It was connected, and ROUTER_NOTIFY has been asked whether to say so. */
        boolean isKnown;

        /** Who was asked for last, and the same under that id. */
        private @Nullable Peer asked;

        private @Nullable Peer named;
        private @Nullable RoutingId name;

        Route(Pipe pipe, RoutingId id) {
            this.pipe = pipe;
            this.id = id;
            this.sender = id;
        }

        Peer named(Peer peer) {
            Peer known = named;
            if (known == null || asked != peer || name != sender) {
                known = peer.as(sender.bytes());
                asked = peer;
                name = sender;
                named = known;
            }
            return known;
        }
    }
}
