package io.zmq4j;

import io.zmq4j.message.Message;
import io.zmq4j.socket.SocketCore;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** XPUB (RFC 29): a PUB that can read its peers' subscriptions. */
public final class XPubSocket extends Socket implements Sender, Receiver {
    XPubSocket(SocketCore core, Lifeline lifeline) {
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

    /** With {@code XPUB_MANUAL}: subscribes the peer of the last received message to this topic. */
    public void subscribe(byte[] topic) {
        core.subscribe(topic);
    }

    /** With {@code XPUB_MANUAL}: takes back a subscription of the peer of the last received message. */
    public void unsubscribe(byte[] topic) {
        core.unsubscribe(topic);
    }
}
