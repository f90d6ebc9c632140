package zmq.io.net;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import org.jspecify.annotations.Nullable;

/** A transport and an address in its notation, such as {@code tcp} and {@code 127.0.0.1:5555}. Owned by one thread. */
public class Address {
    private final String protocol;
    private final String address;
    private @Nullable IZAddress resolved;

    /**
     * One of TCP.
     *
     * @throws IllegalArgumentException if it is of something else
     */
    public Address(SocketAddress socketAddress) {
        if (!(socketAddress instanceof InetSocketAddress inet)) {
            throw new IllegalArgumentException(socketAddress + " is not an IP address and port");
        }
        InetAddress host = inet.getAddress();
        protocol = TcpAddress.PROTOCOL;
        address = (host == null ? inet.getHostString() : host.getHostAddress()) + ":" + inet.getPort();
    }

    /**
     * One of this transport.
     *
     * @throws IllegalArgumentException if it is none of tcp, ipc and inproc
     * @deprecated what comes from a socket is made by the library
     */
    @Deprecated
    public Address(String protocol, String address) {
        if (!protocol.equals(TcpAddress.PROTOCOL) && !protocol.equals("ipc") && !protocol.equals("inproc")) {
            throw new IllegalArgumentException("Unknown transport \"" + protocol + "\": there are tcp, ipc and inproc");
        }
        this.protocol = protocol;
        this.address = address;
    }

    /** In the transport's notation. */
    public String address() {
        return address;
    }

    /** What stands before the port; all of it if there is none. */
    public String host() {
        int port = address.lastIndexOf(':');
        return port < 0 ? address : address.substring(0, port);
    }

    /** Whether {@link #resolve} has found something. */
    public boolean isResolved() {
        return resolved != null;
    }

    /** What {@link #resolve} has found; null before. */
    public @Nullable IZAddress resolved() {
        return resolved;
    }

    /**
     * Looks the host up, of an address of TCP. Others have nothing to look up.
     *
     * @return null for ipc and inproc
     * @throws IllegalArgumentException if it is no host and port
     * @throws org.zeromq.ZMQException with EADDRNOTAVAIL if the host is unknown
     */
    public @Nullable IZAddress resolve(boolean ipv6) {
        if (resolved == null && protocol.equals(TcpAddress.PROTOCOL)) {
            resolved = TcpAddress.of(address, ipv6);
        }
        return resolved;
    }

    /** As an endpoint, such as {@code tcp://127.0.0.1:5555}. */
    @Override
    public String toString() {
        return resolved == null ? protocol + "://" + address : resolved.toString();
    }

    /** An address that the system knows. */
    public interface IZAddress {
        /** For a channel. */
        SocketAddress address();

        /** Its family. */
        ProtocolFamily family();

        /** The address of a text of this transport; {@code local} if it is to be bound, where {@code *} stands for all. */
        InetSocketAddress resolve(String name, boolean ipv6, boolean local);

        /** Where a connection is to come from; null if that is left to the system. */
        @Nullable
        SocketAddress sourceAddress();

        /** As an endpoint, with another port in place of 0. */
        String toString(int port);
    }
}
