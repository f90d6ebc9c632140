package io.zmq4j.jeromq;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.SocketAddress;
import java.net.SocketOption;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.spi.SelectorProvider;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says where a socket listens or listened; as {@link DescribedConnection}, it is only what is told of it. */
final class DescribedListener extends ServerSocketChannel {
    private final @Nullable SocketAddress local;

    DescribedListener(@Nullable SocketAddress local) {
        super(SelectorProvider.provider());
        this.local = local;
    }

    @Override
    public @Nullable SocketAddress getLocalAddress() {
        return local;
    }

    @Override
    public Set<SocketOption<?>> supportedOptions() {
        return Set.of();
    }

    @Override
    public ServerSocketChannel bind(@Nullable SocketAddress address, int backlog) {
        throw notTheListener();
    }

    @Override
    public <T> ServerSocketChannel setOption(SocketOption<T> name, T value) {
        throw notTheListener();
    }

    @Override
    public <T> T getOption(SocketOption<T> name) {
        throw notTheListener();
    }

    @Override
    public ServerSocket socket() {
        throw notTheListener();
    }

    @Override
    public SocketChannel accept() {
        throw notTheListener();
    }

    @Override
    protected void implCloseSelectableChannel() throws IOException {
        // There is nothing under it.
    }

    @Override
    protected void implConfigureBlocking(boolean block) throws IOException {
        // There is nothing under it.
    }

    private static UnsupportedOperationException notTheListener() {
        return new UnsupportedOperationException("an event tells of a listener; it is used through its socket alone");
    }

    @Override
    public String toString() {
        return "listener " + PeerAddress.text(local) + (isOpen() ? "" : ", closed");
    }
}
