package zmq.io.net;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;
import org.zeromq.ZMQException;
import zmq.ZError;

/** A host that was looked up, and a port. */
final class TcpAddress implements Address.IZAddress {
    static final String PROTOCOL = "tcp";

    private static final int LARGEST_PORT = 65_535;

    private final InetSocketAddress address;

    private TcpAddress(InetSocketAddress address) {
        this.address = address;
    }

    static TcpAddress of(String name, boolean ipv6) {
        return new TcpAddress(find(name, ipv6));
    }

    private static InetSocketAddress find(String name, boolean ipv6) {
        int colon = name.lastIndexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("\"" + name + "\" has no port: it is host:port");
        }
        int port = port(name.substring(colon + 1));
        String host = name.substring(0, colon);
        if (host.startsWith("[") && host.endsWith("]")) {
            host = host.substring(1, host.length() - 1);
        }
        try {
            return new InetSocketAddress(host.equals("*") ? any(ipv6) : address(host, ipv6), port);
        } catch (UnknownHostException e) {
            throw new ZMQException(host + " has no address: " + e.getMessage(), ZError.EADDRNOTAVAIL, e);
        }
    }

    private static int port(String text) {
        try {
            int port = text.equals("*") ? 0 : Integer.parseInt(text);
            if (port >= 0 && port <= LARGEST_PORT) {
                return port;
            }
        } catch (NumberFormatException e) {
            // As if it were too large.
        }
        throw new IllegalArgumentException("\"" + text + "\" is no port: it is 0 to 65535, or * for a free one");
    }

    private static InetAddress any(boolean ipv6) throws UnknownHostException {
        return InetAddress.getByName(ipv6 ? "::" : "0.0.0.0");
    }

    private static InetAddress address(String host, boolean ipv6) throws UnknownHostException {
        for (InetAddress each : InetAddress.getAllByName(host)) {
            if (ipv6 || each instanceof Inet4Address) {
                return each;
            }
        }
        throw new UnknownHostException("it has only IPv6 addresses, and IPV6 is not set");
    }

    @Override
    public SocketAddress address() {
        return address;
    }

    @Override
    public ProtocolFamily family() {
        return () -> address.getAddress() instanceof Inet6Address ? "INET6" : "INET";
    }

    @Override
    public InetSocketAddress resolve(String name, boolean ipv6, boolean local) {
        return find(name, ipv6);
    }

    @Override
    public @Nullable SocketAddress sourceAddress() {
        return null;
    }

    @Override
    public String toString(int port) {
        String host = address.getAddress().getHostAddress();
        String shown = address.getAddress() instanceof Inet6Address ? "[" + host + "]" : host;
        return PROTOCOL + "://" + shown + ":" + (address.getPort() == 0 ? port : address.getPort());
    }

    @Override
    public String toString() {
        return toString(0);
    }
}
