package io.zmq4j.transport.tcp;

import io.zmq4j.address.Ipv6Text;
import io.zmq4j.transport.Endpoint;
import io.zmq4j.transport.EndpointText;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * {@code tcp://host:port}, or {@code tcp://source:port;host:port} to connect from an address of one's choice.
 *
 * @param address what is bound or connected to
 * @param source what the connection starts from; null leaves it to the system
 */
public record TcpEndpoint(TcpAddress address, @Nullable TcpAddress source) implements Endpoint {
    private static final String PREFIX = "tcp://";
    private static final char SOURCE_END = ';';

    public static TcpEndpoint parse(EndpointText text) {
        String address = text.address();
        int sourceEnd = address.indexOf(SOURCE_END);
        if (text.isBind()) {
            if (sourceEnd >= 0) {
                throw text.wrong("a source address to bind", "host:port, without a semicolon");
            }
            return new TcpEndpoint(TcpAddress.parse(address, TcpAddress.End.LOCAL, text), null);
        }
        if (sourceEnd != address.lastIndexOf(SOURCE_END)) {
            throw text.wrong("more than one source address", "source:port;host:port");
        }
        TcpAddress source =
                sourceEnd < 0 ? null : TcpAddress.parse(address.substring(0, sourceEnd), TcpAddress.End.LOCAL, text);
        return new TcpEndpoint(TcpAddress.parse(address.substring(sourceEnd + 1), TcpAddress.End.REMOTE, text), source);
    }

    /** The endpoint of a resolved address: {@code tcp://1.2.3.4:5} or {@code tcp://[::1]:5}. Looks nothing up. */
    public static String format(InetSocketAddress address) {
        InetAddress ip = address.getAddress();
        if (ip == null) {
            throw new IllegalArgumentException(address + " is not resolved");
        }
        String host = ip instanceof Inet6Address ipv6 ? Ipv6Text.format(ipv6) : ip.getHostAddress();
        return PREFIX + new TcpAddress(host, address.getPort());
    }

    @Override
    public String toString() {
        return PREFIX + (source == null ? "" : source.toString() + SOURCE_END) + address;
    }
}
