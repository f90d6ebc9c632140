package io.zmq4j.transport.tcp;

import static io.zmq4j.options.SocketOptions.IPV6;
import static io.zmq4j.options.SocketOptions.SOCKS_PASSWORD;
import static io.zmq4j.options.SocketOptions.SOCKS_PROXY;
import static io.zmq4j.options.SocketOptions.SOCKS_USERNAME;

import io.zmq4j.error.EndpointException;
import io.zmq4j.options.OptionValues;
import io.zmq4j.transport.Attempt;
import io.zmq4j.transport.ChannelAttempt;
import io.zmq4j.transport.ChannelListener;
import io.zmq4j.transport.EndpointText;
import io.zmq4j.transport.Listener;
import io.zmq4j.transport.Transport;
import io.zmq4j.transport.spi.Use;
import java.io.IOException;
import java.net.BindException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ProtocolFamily;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code tcp://}. */
public final class TcpTransport implements Transport<TcpEndpoint> {
    private final AddressResolver resolver = new AddressResolver();

    @Override
    public TcpEndpoint parse(EndpointText text) {
        return TcpEndpoint.parse(text);
    }

    @Override
    public Listener listen(TcpEndpoint endpoint, OptionValues options) {
        return new ChannelListener(bound(endpoint, options));
    }

    TcpListener bound(TcpEndpoint endpoint, OptionValues options) {
        EndpointException failure = null;
        for (InetSocketAddress address : resolver.bindAddresses(endpoint, options.get(IPV6))) {
            try {
                return bind(address, options);
            } catch (IOException e) {
                failure = new EndpointException(
                        "Endpoint \"" + endpoint + "\" cannot be bound: " + TcpEndpoint.format(address) + ": "
                                + e.getMessage() + advice(address, e),
                        e);
            }
        }
        throw failure != null ? failure : new EndpointException("Endpoint \"" + endpoint + "\" has no address");
    }

    /** What the system's word for it leaves open. */
    private static String advice(InetSocketAddress address, IOException refusal) {
        if (!(refusal instanceof BindException)) {
            return "";
        }
        if (!isOurs(address.getAddress())) {
            return "; no interface of this machine has the address";
        }
        return isPrivileged(address.getPort())
                ? "; a port below 1024 may need a privilege"
                : "; port * takes a free one";
    }

    private static boolean isPrivileged(int port) {
        return port > 0 && port < 1024;
    }

    private static boolean isOurs(InetAddress address) {
        try {
            // Linux takes the whole of 127/8 for its own.
            return address.isAnyLocalAddress()
                    || address.isLoopbackAddress()
                    || NetworkInterface.getByInetAddress(address) != null;
        } catch (SocketException e) {
            return true;
        }
    }

    private static TcpListener bind(InetSocketAddress address, OptionValues options) throws IOException {
        var channel = ServerSocketChannel.open(family(address));
        try {
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            TcpOptions.applyTo(channel, options);
            channel.bind(address, Transport.backlog(options));
            return new TcpListener(channel, options);
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public boolean looksUp(TcpEndpoint endpoint, OptionValues options) {
        return reached(endpoint, options).address().isName();
    }

    /** What the system connects to: the endpoint itself, or the proxy that connects to it. */
    private static TcpEndpoint reached(TcpEndpoint endpoint, OptionValues options) {
        String proxy = options.get(SOCKS_PROXY);
        return proxy.isEmpty()
                ? endpoint
                : new TcpEndpoint(
                        TcpEndpoint.parse(EndpointText.of("tcp://" + proxy, Use.CONNECT))
                                .address(),
                        endpoint.source());
    }

    @Override
    public List<SocketAddress> resolve(TcpEndpoint endpoint, OptionValues options) throws IOException {
        return List.copyOf(resolver.connectAddresses(reached(endpoint, options), options.get(IPV6)));
    }

    @Override
    public Attempt connect(TcpEndpoint endpoint, SocketAddress address, OptionValues options) throws IOException {
        var target = (InetSocketAddress) address;
        var channel = SocketChannel.open(family(target));
        try {
            channel.configureBlocking(false);
            TcpOptions.applyTo(channel, options);
            @Nullable InetSocketAddress source = resolver.sourceAddress(endpoint, target);
            if (source != null) {
                channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
                channel.bind(source);
            }
            channel.connect(target);
            return options.get(SOCKS_PROXY).isEmpty()
                    ? new ChannelAttempt(channel)
                    : new SocksAttempt(
                            channel,
                            new SocksHandshake(
                                    endpoint.address(), options.get(SOCKS_USERNAME), options.get(SOCKS_PASSWORD)));
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            channel.close();
            throw e;
        }
    }

    /** A socket of the address's own family: an IPv4 endpoint must not become an IPv6 socket with mapped addresses. */
    private static ProtocolFamily family(InetSocketAddress address) {
        return address.getAddress() instanceof Inet6Address
                ? StandardProtocolFamily.INET6
                : StandardProtocolFamily.INET;
    }

    @Override
    public boolean isExposed(String bound) {
        String host = bound.substring(bound.indexOf("://") + "://".length(), bound.lastIndexOf(':'));
        return !host.startsWith("127.") && !host.equals("[::1]");
    }

    @Override
    public int port(String bound) {
        return Integer.parseInt(bound.substring(bound.lastIndexOf(':') + 1));
    }

    @Override
    public String describe(SocketAddress address) {
        return TcpEndpoint.format((InetSocketAddress) address).substring("tcp://".length());
    }
}
