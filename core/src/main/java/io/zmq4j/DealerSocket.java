package io.zmq4j;

import io.zmq4j.message.Message;
import io.zmq4j.socket.SocketCore;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** DEALER (RFC 28): sends to its peers in turn and receives from all of them, without REQ's strict order. */
public final class DealerSocket extends Socket implements Sender, Receiver {
    DealerSocket(SocketCore core, Lifeline lifeline) {
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
