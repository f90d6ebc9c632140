package io.zmq4j;

import io.zmq4j.message.Message;
import io.zmq4j.socket.SocketCore;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** ROUTER (RFC 28): receives from all its peers with the sender's routing id as first frame, and sends to the peer the first frame names. */
public final class RouterSocket extends Socket implements Sender, Receiver {
    RouterSocket(SocketCore core, Lifeline lifeline) {
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

    /**
     * Whether a peer with this routing id is there, so that a message to it has somewhere to go. One that was named with
     * CONNECT_ROUTING_ID is expected from the connect on, and counts.
     */
    public boolean hasPeer(byte[] routingId) {
        return core.hasPeer(routingId);
    }
}
