package io.zmq4j;

import io.zmq4j.event.Received;
import io.zmq4j.message.Message;
import io.zmq4j.socket.SocketCore;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A socket that receives, as all of them do: through the one machine under every socket. Each is a {@link Socket} as well. */
public sealed interface ReceivingSocket extends Receiver
        permits PairSocket,
                ReqSocket,
                RepSocket,
                DealerSocket,
                RouterSocket,
                SubSocket,
                XPubSocket,
                XSubSocket,
                PullSocket,
                StreamSocket,
                DgramSocket,
                RoutedSocket,
                ClientSocket,
                DishSocket,
                GatherSocket,
                ChannelSocket {
    @Override
    default Message receive() {
        return core().receive();
    }

    @Override
    default Optional<Message> tryReceive() {
        return Optional.ofNullable(core().tryReceive());
    }

    @Override
    default Optional<Message> receive(Duration timeout) {
        return Optional.ofNullable(core().receive(timeout));
    }

    @Override
    default CompletableFuture<Message> receiveAsync() {
        return core().receiveAsync();
    }

    @Override
    default Received receiveFrom() {
        return core().receiveFrom();
    }

    @Override
    default Optional<Received> tryReceiveFrom() {
        return Optional.ofNullable(core().tryReceiveFrom());
    }

    @Override
    default Optional<Received> receiveFrom(Duration timeout) {
        return Optional.ofNullable(core().receiveFrom(timeout));
    }

    /**
     * Whether {@link #tryReceive} would give a message now; without waiting. Another thread may be faster.
     *
     * @throws io.zmq4j.error.SocketClosedException if the socket is closed
     */
    default boolean canReceive() {
        return core().canReceive();
    }

    private SocketCore core() {
        return ((Socket) this).core;
    }
}
