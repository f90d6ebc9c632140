package io.zmq4j.bench.part;

import io.zmq4j.message.Message;
import io.zmq4j.pipe.Pipe;
import io.zmq4j.zmtp.CloseReason;
import org.jspecify.annotations.Nullable;

/** A pipe that takes any number of messages and keeps none but the last. */
final class Sink implements Pipe {
    private final byte[] routingId;
    private @Nullable Message fromPeer;
    private @Nullable Message last;

    Sink(byte... routingId) {
        this.routingId = routingId;
    }

    /** The peer sends this; the pattern is to read it at once. */
    void deliver(Message message) {
        fromPeer = message;
    }

    @Override
    public boolean tryWrite(Message message) {
        last = message;
        return true;
    }

    @Override
    public void write(Message message) {
        last = message;
    }

    /** What was sent last. */
    @Nullable
    Message last() {
        return last;
    }

    @Override
    public boolean canWrite() {
        return true;
    }

    @Override
    public int room() {
        return Integer.MAX_VALUE;
    }

    @Override
    public @Nullable Message tryRead() {
        var message = fromPeer;
        fromPeer = null;
        return message;
    }

    @Override
    public byte[] peerRoutingId() {
        return routingId;
    }

    @Override
    public byte @Nullable [] assignedRoutingId() {
        return null;
    }

    @Override
    public void close(CloseReason reason) {
        throw new IllegalStateException("refused: " + reason);
    }
}
