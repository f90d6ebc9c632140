package io.zmq4j.testkit;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Path;

/** The addresses behind {@code tcp://host:port} and {@code ipc:///path}. */
final class Endpoints {
    private static final String TCP = "tcp://";
    private static final String IPC = "ipc://";

    private Endpoints() {}

    static SocketAddress address(String endpoint) {
        if (endpoint.startsWith(IPC)) {
            return UnixDomainSocketAddress.of(endpoint.substring(IPC.length()));
        }
        int colon = endpoint.lastIndexOf(':');
        if (!endpoint.startsWith(TCP) || colon < TCP.length()) {
            throw new IllegalArgumentException("neither tcp://host:port nor ipc:///path: " + endpoint);
        }
        int port = Integer.parseInt(endpoint.substring(colon + 1));
        return new InetSocketAddress(endpoint.substring(TCP.length(), colon), port);
    }

    static String endpoint(SocketAddress address) {
        if (address instanceof UnixDomainSocketAddress unix) {
            Path path = unix.getPath();
            return IPC + path;
        }
        var tcp = (InetSocketAddress) address;
        return TCP + tcp.getAddress().getHostAddress() + ":" + tcp.getPort();
    }
}
