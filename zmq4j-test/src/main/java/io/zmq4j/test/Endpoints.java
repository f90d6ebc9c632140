package io.zmq4j.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** Listening at, and the addresses behind, {@code tcp://host:port} and {@code ipc:///path}. */
final class Endpoints {
    private static final String TCP = "tcp://";
    private static final String IPC = "ipc://";

    private Endpoints() {}

    static boolean isIpc(String uri) {
        return uri.startsWith(IPC);
    }

    static SocketAddress address(String uri) {
        if (isIpc(uri)) {
            return UnixDomainSocketAddress.of(uri.substring(IPC.length()));
        }
        int colon = uri.lastIndexOf(':');
        if (!uri.startsWith(TCP) || colon < TCP.length()) {
            throw unusable(uri);
        }
        try {
            return new InetSocketAddress(
                    uri.substring(TCP.length(), colon), Integer.parseInt(uri.substring(colon + 1)));
        } catch (IllegalArgumentException e) {
            throw unusable(uri);
        }
    }

    static String uri(SocketAddress address) {
        if (address instanceof UnixDomainSocketAddress unix) {
            return IPC + unix.getPath();
        }
        var tcp = (InetSocketAddress) address;
        return TCP + tcp.getAddress().getHostAddress() + ":" + tcp.getPort();
    }

    /** An ipc endpoint that nobody else has. */
    static String freshIpc() {
        try {
            Path directory = Files.createTempDirectory("z");
            directory.toFile().deleteOnExit();
            return IPC + directory.resolve("link");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ServerSocketChannel listen(String uri) throws IOException {
        var channel = isIpc(uri) ? ServerSocketChannel.open(StandardProtocolFamily.UNIX) : ServerSocketChannel.open();
        return channel.bind(address(uri));
    }

    /** Closes a listening socket, and removes its file if it has one. */
    static void close(ServerSocketChannel channel) throws IOException {
        SocketAddress address = channel.getLocalAddress();
        channel.close();
        if (address instanceof UnixDomainSocketAddress unix) {
            Files.deleteIfExists(unix.getPath());
        }
    }

    private static IllegalArgumentException unusable(String uri) {
        return new IllegalArgumentException("uri is " + uri + ": tcp://host:port or ipc:///path is allowed");
    }
}
