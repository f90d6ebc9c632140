package io.zmq4j.pattern;

import io.zmq4j.event.DropCounters;
import io.zmq4j.event.DropReason;
import io.zmq4j.event.Peer;
import io.zmq4j.message.Message;
import io.zmq4j.pipe.Pipe;
import org.jspecify.annotations.Nullable;

/**
 * PAIR, and CHANNEL, whose messages have one frame: messages to and from one peer; a second one is refused while the first is
 * there (RFC 31, 52).
 */
public final class Pair implements Pattern {
    private final DropCounters drops;

    /** Also from peers that left: what they have sent is read first. */
    private final FairQueue in;

    /** The one peer, there or the last one. */
    private @Nullable Pipe peer;

    public Pair(DropCounters drops) {
        this(drops, (pipe, message) -> message);
    }

    private Pair(DropCounters drops, FairQueue.Intake intake) {
        this.drops = drops;
        this.in = new FairQueue(intake);
    }

    public static Pair channel(DropCounters drops) {
        return new Pair(drops, new Bodies(drops));
    }

    @Override
    public boolean attach(Pipe pipe) {
        if (peer != null && !peer.isGone()) {
            return false;
        }
        peer = pipe;
        in.add(pipe);
        return true;
    }

    @Override
    public void detach(Pipe pipe) {
        in.remove(pipe);
        if (peer == pipe) {
            peer = null;
        }
    }

    @Override
    public void readable(Pipe pipe) {
        in.readable(pipe);
    }

    @Override
    public void writable(Pipe pipe) {}

    /**
     * While the messages of a peer that left are still being read and no other has come, what is sent is dropped, as it would have been
     * a moment earlier on its way. Waiting for the next peer instead would keep the caller from reading the last words
     * of this one.
     */
    @Override
    public boolean trySend(Message message) {
        if (peer == null) {
            return false;
        }
        if (peer.isEnded()) {
            drops.add(DropReason.PEER_GONE, 1);
            return true;
        }
        return peer.tryWrite(message);
    }

    @Override
    public @Nullable Message tryReceive(@Nullable Peer @Nullable [] senders, int at) {
        return in.tryReceive(senders, at);
    }

    @Override
    public boolean canSend() {
        return peer != null && (peer.isEnded() || peer.canWrite());
    }

    @Override
    public boolean canReceive() {
        return in.canReceive();
    }

    @Override
    public int readAhead() {
        return in.readAhead();
    }
}
