package io.zmq4j.pattern;

import io.zmq4j.event.DropCounters;
import io.zmq4j.event.Peer;
import io.zmq4j.message.Message;
import io.zmq4j.pipe.Pipe;
import io.zmq4j.zmtp.SocketType;
import org.jspecify.annotations.Nullable;

/** PULL, and GATHER, whose messages have one frame: messages from all peers in turn (RFC 30, 49). */
public final class Pull implements Pattern {
    private final SocketType type;
    private final FairQueue in;

    public Pull() {
        this(SocketType.PULL, (pipe, message) -> message);
    }

    private Pull(SocketType type, FairQueue.Intake intake) {
        this.type = type;
        this.in = new FairQueue(intake);
    }

    public static Pull gather(DropCounters drops) {
        return new Pull(SocketType.GATHER, new Bodies(drops));
    }

    @Override
    public boolean attach(Pipe pipe) {
        in.add(pipe);
        return true;
    }

    @Override
    public void detach(Pipe pipe) {
        in.remove(pipe);
    }

    @Override
    public void readable(Pipe pipe) {
        in.readable(pipe);
    }

    @Override
    public void writable(Pipe pipe) {}

    @Override
    public boolean trySend(Message message) {
        throw new UnsupportedOperationException(
                type + " does not send: its " + type.peers().get(0) + " peers cannot receive");
    }

    @Override
    public @Nullable Message tryReceive(@Nullable Peer @Nullable [] senders, int at) {
        return in.tryReceive(senders, at);
    }

    @Override
    public int tryReceive(@Nullable Message[] into, @Nullable Peer[] senders) {
        return in.tryReceive(into, senders);
    }

    @Override
    public boolean canSend() {
        return false;
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
