package io.zmq4j;

import io.zmq4j.message.Message;
import io.zmq4j.socket.SocketCore;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** XSUB (RFC 29): a SUB that subscribes by sending 0x01 and the topic, 0x00 to cancel. */
public final class XSubSocket extends Socket implements Sender, Receiver {
    XSubSocket(SocketCore core, Lifeline lifeline) {
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

    /** Sends the subscription {@code 0x01 topic}. */
    public void subscribe(byte[] topic) {
        core.subscribe(topic);
    }

    /** Sends the cancellation {@code 0x00 topic}. */
    public void unsubscribe(byte[] topic) {
        core.unsubscribe(topic);
    }
}
