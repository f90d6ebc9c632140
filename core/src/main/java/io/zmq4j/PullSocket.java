package io.zmq4j;

import io.zmq4j.message.Message;
import io.zmq4j.socket.SocketCore;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** PULL (RFC 30): receives from all its peers in turn. */
public final class PullSocket extends Socket implements Receiver {
    PullSocket(SocketCore core, Lifeline lifeline) {
        super(core, lifeline);
    }

    @Override
    public Message receive() {
        return core.receive();
    }

    @Override
    public @Nullable Message tryReceive() {
        return core.tryReceive();
    }

    @Override
    public @Nullable Message receive(Duration timeout) {
        return core.receive(timeout);
    }

    @Override
    public CompletableFuture<Message> receiveAsync() {
        return core.receiveAsync();
    }
}
