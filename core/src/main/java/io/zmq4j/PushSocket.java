package io.zmq4j;

import io.zmq4j.message.Message;
import io.zmq4j.socket.SocketCore;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** PUSH (RFC 30): deals its messages out to its peers in turn. */
public final class PushSocket extends Socket implements Sender {
    PushSocket(SocketCore core, Lifeline lifeline) {
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
