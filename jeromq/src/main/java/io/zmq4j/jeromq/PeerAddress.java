package io.zmq4j.jeromq;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.InvalidPathException;
import org.jspecify.annotations.Nullable;

/** Addresses as text, such as {@code 10.0.0.7:40112}, {@code [::1]:40112} or a path, and back. */
final class PeerAddress {
    private static final String TCP = "tcp://";
    private static final String IPC = "ipc://";
    private static final int LARGEST_PORT = 65_535;

    private PeerAddress() {}

    /** What an endpoint is bound to; null if it is not a numeric one of tcp, nor a path. */
    static @Nullable SocketAddress ofEndpoint(String endpoint) {
        if (endpoint.startsWith(TCP)) {
            return parse(endpoint.substring(TCP.length()));
        }
        if (endpoint.startsWith(IPC)) {
            return path(endpoint.substring(IPC.length()));
        }
        return null;
    }

    /** Null if the text is not such an address: no name is looked up. */
    static @Nullable SocketAddress parse(String text) {
        if (text.startsWith("/")) {
            return path(text);
        }
        int colon = text.lastIndexOf(':');
        if (colon < 0) {
            return null;
        }
        String host = text.substring(0, colon);
        boolean isNumeric = host.startsWith("[") || host.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9'));
        if (host.isEmpty() || !isNumeric) {
            return null;
        }
        try {
            int port = Integer.parseInt(text.substring(colon + 1));
            return port < 0 || port > LARGEST_PORT ? null : new InetSocketAddress(InetAddress.getByName(host), port);
        } catch (NumberFormatException | UnknownHostException e) {
            return null;
        }
    }

    private static @Nullable SocketAddress path(String text) {
        try {
            return UnixDomainSocketAddress.of(text);
        } catch (InvalidPathException e) {
            return null;
        }
    }

    /** The text that {@link #parse} reads; empty for null. */
    static String text(@Nullable SocketAddress address) {
        if (address instanceof InetSocketAddress inet && inet.getAddress() != null) {
            String host = inet.getAddress().getHostAddress();
            return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + inet.getPort();
        }
        return address == null ? "" : address.toString();
    }
}
