package io.zmq4j.pattern;

import io.zmq4j.error.SocketStateException;
import io.zmq4j.event.DropCounters;
import io.zmq4j.event.DropReason;
import io.zmq4j.event.Peer;
import io.zmq4j.message.Message;
import io.zmq4j.pipe.Pipe;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * DISH: messages of the groups that it has joined, each behind its group, from all peers in turn (RFC 48). Its groups go upstream
 * as an {@link XSub}'s topics do, and again to whoever is connected anew.
 *
 * <p>Messages are filtered here once more: one that was under way when its group was left is not delivered, nor what comes from
 * where no RADIO filters.
 */
public final class Dish implements Pattern, Subscribing {
    private final DropCounters drops;
    private final XSub upstream;
    private final Set<Group> groups = new HashSet<>();

    public Dish(DropCounters drops) {
        this.drops = drops;
        this.upstream = new XSub(drops, this::filter);
    }

    /** Joins a group: 0 to 255 bytes, none of them 0. */
    @Override
    public void subscribe(byte[] group) {
        Group joined = Group.checked(group);
        if (!groups.add(joined)) {
            throw new SocketStateException("DISH has joined the group " + joined + " already");
        }
        boolean sent = false;
        try {
            upstream.subscribe(group);
            sent = true;
        } finally {
            if (!sent) {
                // So that the next try sends it.
                groups.remove(joined);
            }
        }
        upstream.review(this::stillTakes);
    }

    /** Leaves a group. */
    @Override
    public void unsubscribe(byte[] group) {
        Group left = Group.checked(group);
        if (!groups.contains(left)) {
            throw new SocketStateException("DISH has not joined the group " + left);
        }
        upstream.unsubscribe(group);
        groups.remove(left);
        upstream.review(this::stillTakes);
    }

    @Override
    public boolean attach(Pipe pipe) {
        return upstream.attach(pipe);
    }

    @Override
    public void connected(Pipe pipe) {
        upstream.connected(pipe);
    }

    @Override
    public void left(Pipe pipe) {
        upstream.left(pipe);
    }

    @Override
    public void detach(Pipe pipe) {
        upstream.detach(pipe);
    }

    @Override
    public void readable(Pipe pipe) {
        upstream.readable(pipe);
    }

    @Override
    public void writable(Pipe pipe) {
        upstream.writable(pipe);
    }

    @Override
    public boolean trySend(Message message) {
        throw new UnsupportedOperationException("DISH does not send: its RADIO peers cannot receive");
    }

    @Override
    public @Nullable Message tryReceive(@Nullable Peer @Nullable [] senders, int at) {
        return upstream.tryReceive(senders, at);
    }

    @Override
    public int tryReceive(@Nullable Message[] into, @Nullable Peer[] senders) {
        return upstream.tryReceive(into, senders);
    }

    @Override
    public boolean stillTakes(Message message) {
        boolean takes = groups.contains(new Group(message.array(0)));
        if (!takes) {
            drops.add(DropReason.NOT_SUBSCRIBED, 1);
        }
        return takes;
    }

    /** Memberships mean nothing to a RADIO that is about to lose the member. */
    @Override
    public boolean wantsLinger() {
        return false;
    }

    @Override
    public boolean canSend() {
        return false;
    }

    @Override
    public boolean canReceive() {
        return upstream.canReceive();
    }

    @Override
    public int readAhead() {
        return upstream.readAhead();
    }

    private @Nullable Message filter(Pipe pipe, Message message) {
        if (message.frameCount() != 2) {
            drops.add(DropReason.WRONG_SHAPE, 1);
            return null;
        }
        return stillTakes(message) ? message : null;
    }
}
