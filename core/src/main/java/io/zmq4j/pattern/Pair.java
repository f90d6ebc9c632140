package io.zmq4j.pattern;

import io.zmq4j.message.Message;
import io.zmq4j.pipe.Pipe;
import org.jspecify.annotations.Nullable;

/** PAIR: messages to and from one peer; a second one is refused while the first is there (RFC 31). */
public final class Pair implements Pattern {
    private @Nullable Pipe peer;

    /** Read ahead by {@link #canReceive}. */
    private @Nullable Message ready;

    @Override
    public boolean attach(Pipe pipe) {
        if (peer != null) {
            return false;
        }
        peer = pipe;
        return true;
    }

    @Override
    public void detach(Pipe pipe) {
        if (peer == pipe) {
            peer = null;
        }
    }

    @Override
    public void readable(Pipe pipe) {}

    @Override
    public void writable(Pipe pipe) {}

    @Override
    public boolean trySend(Message message) {
        return peer != null && peer.tryWrite(message);
    }

    @Override
    public @Nullable Message tryReceive() {
        if (ready != null) {
            Message message = ready;
            ready = null;
            return message;
        }
        return peer == null ? null : peer.tryRead();
    }

    @Override
    public boolean canSend() {
        return peer != null && peer.canWrite();
    }

    @Override
    public boolean canReceive() {
        if (ready == null) {
            ready = tryReceive();
        }
        return ready != null;
    }
}
