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
import java.time.Duration;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * STREAM: bytes from all connections in turn, each with its connection's routing id in front; what is sent goes to the one that the
 * first frame names, and nothing at all, sent there, closes it. It is libzmq's; no RFC has it.
 *
 * <p>A connection's id is the one this side chose for it, else a number. One that is closed from here has none any more: what it had
 * sent and nobody received is dropped.
 */
public final class Stream implements Pattern, Addressing {
    private final OptionValues options;
    private final DropCounters drops;
    private final FairQueue in = new FairQueue(this::fromPeer, this::sender);

    /** Only asked whether anybody has room. */
    private final RoundRobin room = new RoundRobin();

    /** The connections that have an id, by pipe and by id. A pipe that is not here is read to be thrown away. */
    private final Map<Pipe, RoutingId> ids = new IdentityHashMap<>();

    private final Map<RoutingId, Pipe> directory = new HashMap<>();
    private int lastNumber = ThreadLocalRandom.current().nextInt();

    public Stream(OptionValues options, DropCounters drops) {
        this.options = options;
        this.drops = drops;
    }

    @Override
    public boolean hasPeer(byte[] routingId) {
        return find(new RoutingId(routingId)) != null;
    }

    @Override
    public boolean canSend(byte[] routingId) {
        Pipe pipe = find(new RoutingId(routingId));
        return pipe != null && pipe.canWrite();
    }

    @Override
    public @Nullable Peer peer(byte[] routingId) {
        Pipe pipe = find(new RoutingId(routingId));
        Peer there = pipe == null ? null : pipe.peer();
        return there == null ? null : there.as(routingId);
    }

    @Override
    public boolean attach(Pipe pipe) {
        byte[] assigned = pipe.assignedRoutingId();
        RoutingId id = assigned == null ? freshId() : new RoutingId(assigned);
        if (find(id) != null) {
            return false;
        }
        ids.put(pipe, id);
        directory.put(id, pipe);
        in.add(pipe);
        room.add(pipe);
        return true;
    }

    @Override
    public void detach(Pipe pipe) {
        forget(pipe);
    }

    @Override
    public void readable(Pipe pipe) {
        if (ids.containsKey(pipe)) {
            in.readable(pipe);
        } else {
            discard(pipe);
        }
    }

    @Override
    public void writable(Pipe pipe) {
        room.writable(pipe);
    }

    /** False if the queue of the connection that it is for is full. */
    @Override
    public boolean trySend(Message message) {
        var id = new RoutingId(message.array(0));
        Pipe pipe = find(id);
        if (pipe == null) {
            throw new UnroutableException(
                    "no connection has the routing id 0x" + id + ": send to one that was received");
        }
        Message bytes = message.from(1);
        if (bytes.size() == 0) {
            close(pipe);
            return true;
        }
        if (pipe.tryWrite(bytes)) {
            return true;
        }
        // It may have left between the look and the write.
        return pipe.isGone() && trySend(message);
    }

    /** After what was sent before; nothing more comes from there. */
    private void close(Pipe pipe) {
        Duration linger = options.get(SocketOptions.LINGER);
        pipe.close(CloseReason.CLOSED_LOCALLY, linger.isNegative() ? -1 : linger.toNanos());
        forget(pipe);
        discard(pipe);
    }

    private void discard(Pipe pipe) {
        for (Message message; (message = pipe.tryRead()) != null; ) {
            if (message != Pipe.NOTICE) {
                drops.add(DropReason.PEER_GONE, 1);
            }
        }
    }

    @Override
    public @Nullable Message tryReceive(@Nullable Peer @Nullable [] senders, int at) {
        return in.tryReceive(senders, at);
    }

    /** Whether any connection has room, though the next message may be for another one. */
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
        RoutingId id = ids.get(pipe);
        return id == null ? pipe.peerRoutingId() : id.bytes();
    }

    private Message fromPeer(Pipe pipe, Message message) {
        return message.prependWrapped(idOf(pipe).bytes());
    }

    /** Who sent what was read last from a pipe, by its id here. */
    private @Nullable Peer sender(Pipe pipe) {
        Peer sender = pipe.sender();
        return sender == null ? null : sender.as(idOf(pipe).bytes());
    }

    private RoutingId idOf(Pipe pipe) {
        return Objects.requireNonNull(ids.get(pipe), "only a connection with an id is read");
    }

    /** The connection of this id, if it is there or expected. */
    private @Nullable Pipe find(RoutingId id) {
        Pipe pipe = directory.get(id);
        return pipe == null || pipe.isGone() ? null : pipe;
    }

    private void forget(Pipe pipe) {
        RoutingId id = ids.remove(pipe);
        if (id != null) {
            directory.remove(id, pipe);
        }
        in.remove(pipe);
        room.remove(pipe);
    }

    private RoutingId freshId() {
        RoutingId id;
        do {
            id = RoutingId.numbered(++lastNumber);
        } while (directory.containsKey(id));
        return id;
    }
}
