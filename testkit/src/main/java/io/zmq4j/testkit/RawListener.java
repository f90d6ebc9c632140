package io.zmq4j.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.time.Duration;

/** A listening socket whose accepted connections are {@link RawPeer}s. */
public final class RawListener implements AutoCloseable {
    private final ServerSocketChannel channel;
    private final Selector selector;
    private final String endpoint;

    /** Listens at {@code tcp://127.0.0.1:port}, where port 0 means any, or at {@code ipc:///path}. */
    public RawListener(String endpoint) {
        try {
            channel = open(Endpoints.address(endpoint));
            selector = Selector.open();
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_ACCEPT);
            this.endpoint = Endpoints.endpoint(channel.getLocalAddress());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen at " + endpoint, e);
        }
    }

    /** Listens at a port of the loopback interface. */
    public static RawListener tcp() {
        return new RawListener("tcp://127.0.0.1:0");
    }

    /** Listens at a path of its own. */
    public static RawListener ipc() {
        return new RawListener(Ports.ipcEndpoint());
    }

    static ServerSocketChannel open(SocketAddress address) throws IOException {
        var channel = address instanceof UnixDomainSocketAddress
                ? ServerSocketChannel.open(StandardProtocolFamily.UNIX)
                : ServerSocketChannel.open();
        return channel.bind(address);
    }

    /** Closes a listening socket, and removes its file if it has one. */
    static void close(ServerSocketChannel channel) throws IOException {
        SocketAddress address = channel.getLocalAddress();
        channel.close();
        if (address instanceof UnixDomainSocketAddress unix) {
            Files.deleteIfExists(unix.getPath());
        }
    }

    /** The endpoint to connect to, with the port that was chosen. */
    public String endpoint() {
        return endpoint;
    }

    /** The next connection, which must come within 5 seconds. */
    public RawPeer accept() {
        return accept(RawPeer.PATIENCE);
    }

    /** The next connection, which must come in time. */
    public RawPeer accept(Duration timeout) {
        try {
            selector.select(timeout.toMillis());
            selector.selectedKeys().clear();
            var accepted = channel.accept();
            if (accepted == null) {
                throw new AssertionError("nobody connected to " + endpoint + " within " + timeout);
            }
            return new RawPeer(accepted);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            selector.close();
            close(channel);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
