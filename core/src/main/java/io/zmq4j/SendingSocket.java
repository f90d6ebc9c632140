package io.zmq4j;

import io.zmq4j.message.Message;
import io.zmq4j.socket.SocketCore;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** A socket that sends, as all of them do: through the one machine under every socket. Each is a {@link Socket} as well. */
public sealed interface SendingSocket extends Sender
        permits PairSocket,
                ReqSocket,
                RepSocket,
                DealerSocket,
                RouterSocket,
                PubSocket,
                XPubSocket,
                XSubSocket,
                PushSocket {
    @Override
    default void send(Message message) {
        core().send(message);
    }

    @Override
    default boolean trySend(Message message) {
        return core().trySend(message);
    }

    @Override
    default boolean send(Message message, Duration timeout) {
        return core().send(message, timeout);
    }

    @Override
    default CompletableFuture<Void> sendAsync(Message message) {
        return core().sendAsync(message);
    }

    private SocketCore core() {
        return ((Socket) this).core;
    }
}
