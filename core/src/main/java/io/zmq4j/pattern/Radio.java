package io.zmq4j.pattern;

import io.zmq4j.event.DropCounters;
import io.zmq4j.event.DropReason;
import io.zmq4j.event.Peer;
import io.zmq4j.message.Message;
import io.zmq4j.message.Subscription;
import io.zmq4j.options.OptionValues;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.pipe.Pipe;
import io.zmq4j.zmtp.CloseReason;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * RADIO: each message, behind its group, to every peer that has joined that very group (RFC 48). What a peer joins and leaves comes
 * as a subscription and its end, and is obeyed at once; what else it sends is discarded.
 */
public final class Radio implements Pattern {
    /** Most groups of one peer. */
    static final int MAX_GROUPS = 1_000_000;

    private final OptionValues options;
    private final DropCounters drops;
    private final Map<Pipe, Memberships.Member> peers = new IdentityHashMap<>();
    private final Memberships memberships = new Memberships();
    private final FanOut out;

    public Radio(OptionValues options, DropCounters drops) {
        this.options = options;
        this.drops = drops;
        this.out = new FanOut(drops);
    }

    @Override
    public boolean attach(Pipe pipe) {
        peers.put(pipe, new Memberships.Member(pipe));
        readable(pipe);
        return true;
    }

    @Override
    public void connected(Pipe pipe) {
        out.lookAgain();
    }

    @Override
    public void left(Pipe pipe) {
        detach(pipe);
    }

    @Override
    public void detach(Pipe pipe) {
        Memberships.Member peer = peers.remove(pipe);
        if (peer != null) {
            memberships.leaveAll(peer);
            out.clear();
        }
    }

    @Override
    public void readable(Pipe pipe) {
        for (Message message; (message = pipe.tryRead()) != null; ) {
            Memberships.Member peer = peers.get(pipe);
            if (peer == null) {
                drops.add(DropReason.NOT_RECEIVING, 1);
            } else {
                take(peer, message);
            }
        }
    }

    private void take(Memberships.Member peer, Message message) {
        if (message == Pipe.RESTART) {
            memberships.leaveAll(peer);
        } else if (message == Pipe.EVERYTHING) {
            memberships.joinEverything(peer);
        } else if (!Subscription.is(message)) {
            drops.add(DropReason.NOT_RECEIVING, 1);
        } else if (message.array(0)[0] == XPub.CANCEL) {
            memberships.leave(peer, Group.of(message.array(0)));
        } else if (peer.count() < MAX_GROUPS) {
            memberships.join(peer, Group.of(message.array(0)));
        } else {
            detach(peer.pipe());
            peer.pipe().close(CloseReason.TOO_MANY_SUBSCRIPTIONS);
        }
    }

    @Override
    public void writable(Pipe pipe) {
        out.lookAgain();
    }

    /** False only with XPUB_NODROP, if one of the peers who are to get the message is full: then none gets it. */
    @Override
    public boolean trySend(Message message) {
        Group group = Group.checked(message.array(0));
        out.restart();
        memberships.select(group, out);
        if (options.get(SocketOptions.XPUB_NODROP) && !out.hasRoom()) {
            return false;
        }
        out.send(message);
        return true;
    }

    @Override
    public @Nullable Message tryReceive(@Nullable Peer @Nullable [] senders, int at) {
        throw new UnsupportedOperationException("RADIO does not receive: its DISH peers cannot send");
    }

    /** With XPUB_NODROP: whether no peer is full, since the next message may be for any of them. */
    @Override
    public boolean canSend() {
        if (options.get(SocketOptions.XPUB_NODROP)) {
            for (Pipe pipe : peers.keySet()) {
                if (!pipe.canWrite() && !pipe.isGone()) {
                    return false;
                }
            }
        }
        return true;
    }

    @Override
    public boolean canReceive() {
        return false;
    }

    /** Whether anybody has joined a group. */
    @Override
    public boolean hasAudience() {
        return !memberships.isEmpty();
    }
}
