package io.zmq4j.pattern;

import io.zmq4j.event.DropCounters;
import io.zmq4j.event.DropReason;
import io.zmq4j.event.Peer;
import io.zmq4j.message.Message;
import io.zmq4j.pipe.Pipe;
import io.zmq4j.zmtp.SocketType;
import org.jspecify.annotations.Nullable;

/**
 * PUSH, and SCATTER, whose messages have one frame: messages to the available peers in turn; with none available the caller
 * waits, nothing is dropped (RFC 30, 49).
 */
public final class Push implements Pattern {
    private final RoundRobin out = new RoundRobin();
    private final SocketType type;
    private final DropCounters drops;

    public Push(DropCounters drops) {
        this(SocketType.PUSH, drops);
    }

    private Push(SocketType type, DropCounters drops) {
        this.type = type;
        this.drops = drops;
    }

    public static Push scatter(DropCounters drops) {
        return new Push(SocketType.SCATTER, drops);
    }

    @Override
    public boolean attach(Pipe pipe) {
        out.add(pipe);
        readable(pipe);
        return true;
    }

    @Override
    public void detach(Pipe pipe) {
        out.remove(pipe);
    }

    /** A PULL or GATHER peer sends nothing; what another program sends under that name must not pile up. */
    @Override
    public void readable(Pipe pipe) {
        while (pipe.tryRead() != null) {
            drops.add(DropReason.NOT_RECEIVING, 1);
        }
    }

    @Override
    public void writable(Pipe pipe) {
        out.writable(pipe);
    }

    @Override
    public boolean trySend(Message message) {
        return out.trySend(message) != null;
    }

    @Override
    public @Nullable Message tryReceive(@Nullable Peer @Nullable [] senders, int at) {
        throw new UnsupportedOperationException(
                type + " does not receive: its " + type.peers().get(0) + " peers cannot send");
    }

    @Override
    public boolean canSend() {
        return out.canSend();
    }

    @Override
    public boolean canReceive() {
        return false;
    }
}
