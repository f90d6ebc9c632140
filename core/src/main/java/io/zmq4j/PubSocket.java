package io.zmq4j;

import io.zmq4j.message.Message;
import io.zmq4j.socket.SocketCore;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** PUB (RFC 29): sends every message to all peers that subscribed to its beginning. */
public final class PubSocket extends Socket implements Sender {
    PubSocket(SocketCore core, Lifeline lifeline) {
        super(core, lifeline);
    }

    @Override
    public void send(Message message) {
        core.send(message);
    }

    @Override
    public boolean trySend(Message message) {
        return core.trySend(message);
    }

    @Override
    public boolean send(Message message, Duration timeout) {
        return core.send(message, timeout);
    }

    @Override
    public CompletableFuture<Void> sendAsync(Message message) {
        return core.sendAsync(message);
    }
}
