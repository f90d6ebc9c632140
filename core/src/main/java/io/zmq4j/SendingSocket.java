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
                PushSocket,
                StreamSocket,
                DgramSocket,
                RoutedSocket,
                ClientSocket,
                RadioSocket,
                ScatterSocket,
                ChannelSocket {
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

    /**
     * Whether {@link #trySend} would take a message now; without waiting. Another thread may be faster. A
     * ROUTER takes any message, as it drops what is for nobody, unless it has {@code ROUTER_MANDATORY}; then it says whether any of its peers has room.
     *
     * @throws io.zmq4j.error.SocketClosedException if the socket is closed
     */
    default boolean canSend() {
        return core().canSend();
    }

    private SocketCore core() {
        return ((Socket) this).core;
    }
}
