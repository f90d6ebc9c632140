package io.zmq4j.pattern;

import io.zmq4j.message.Message;
import io.zmq4j.pipe.Pipe;
import org.jspecify.annotations.Nullable;

/** PULL: messages from all peers in turn (RFC 30). */
public final class Pull implements Pattern {
    private final FairQueue in = new FairQueue((pipe, message) -> message);

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
        throw new UnsupportedOperationException("PULL does not send: its PUSH peers cannot receive");
    }

    @Override
    public @Nullable Message tryReceive() {
        return in.tryReceive();
    }

    @Override
    public int tryReceive(@Nullable Message[] into) {
        return in.tryReceive(into);
    }

    @Override
    public boolean canSend() {
        return false;
    }

    @Override
    public boolean canReceive() {
        return in.canReceive();
    }
}
