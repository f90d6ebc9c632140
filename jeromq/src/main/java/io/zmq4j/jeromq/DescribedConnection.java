package io.zmq4j.jeromq;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketOption;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.channels.spi.SelectorProvider;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says of a connection who is at its ends, also after it has ended. It is not the connection: that belongs to its socket, and
 * nobody can read, write, register or close it here.
 */
final class DescribedConnection extends SocketChannel {
    private final @Nullable SocketAddress local;
    private final @Nullable SocketAddress remote;

    DescribedConnection(@Nullable SocketAddress local, @Nullable SocketAddress remote) {
        super(SelectorProvider.provider());
        this.local = local;
        this.remote = remote;
    }

    @Override
    public @Nullable SocketAddress getLocalAddress() {
        return local;
    }

    @Override
    public @Nullable SocketAddress getRemoteAddress() {
        return remote;
    }

    @Override
    public boolean isConnected() {
        return isOpen();
    }

    @Override
    public boolean isConnectionPending() {
        return false;
    }

    @Override
    public Set<SocketOption<?>> supportedOptions() {
        return Set.of();
    }

    @Override
    public SocketChannel bind(@Nullable SocketAddress address) {
        throw notTheConnection();
    }

    @Override
    public <T> SocketChannel setOption(SocketOption<T> name, T value) {
        throw notTheConnection();
    }

    @Override
    public <T> T getOption(SocketOption<T> name) {
        throw notTheConnection();
    }

    @Override
    public SocketChannel shutdownInput() {
        throw notTheConnection();
    }

    @Override
    public SocketChannel shutdownOutput() {
        throw notTheConnection();
    }

    @Override
    public Socket socket() {
        throw notTheConnection();
    }

    @Override
    public boolean connect(SocketAddress address) {
        throw notTheConnection();
    }

    @Override
    public boolean finishConnect() {
        throw notTheConnection();
    }

    @Override
    public int read(ByteBuffer target) {
        throw notTheConnection();
    }

    @Override
    public long read(ByteBuffer[] targets, int offset, int length) {
        throw notTheConnection();
    }

    @Override
    public int write(ByteBuffer source) {
        throw notTheConnection();
    }

    @Override
    public long write(ByteBuffer[] sources, int offset, int length) {
        throw notTheConnection();
    }

    @Override
    protected void implCloseSelectableChannel() throws IOException {
        // There is nothing under it.
    }

    @Override
    protected void implConfigureBlocking(boolean block) throws IOException {
        // There is nothing under it.
    }

    private static UnsupportedOperationException notTheConnection() {
        return new UnsupportedOperationException("an event tells of a connection; it is used through its socket alone");
    }

    @Override
    public String toString() {
        return "connection" + end(" from ", local) + end(" to ", remote) + (isOpen() ? "" : ", closed");
    }

    private static String end(String before, @Nullable SocketAddress address) {
        return address == null ? "" : before + PeerAddress.text(address);
    }
}
