package io.zmq4j.transport.udp;

import io.zmq4j.address.NumericAddress;
import io.zmq4j.options.OptionValues;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.transport.spi.Use;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ProtocolFamily;
import java.net.SocketOption;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.channels.DatagramChannel;
import org.jspecify.annotations.Nullable;

/** Opens channels for endpoints, in non-blocking mode. */
final class UdpChannel {
    private UdpChannel() {}

    /**
     * Bound, and a member of the group if it is one; or ready to send.
     *
     * @throws io.zmq4j.error.EndpointException if there is no such interface, or it is of IPv6 without the option
     */
    static DatagramChannel open(UdpEndpoint endpoint, OptionValues options) throws IOException {
        NetworkInterface chosen = networkInterface(endpoint);
        boolean isIpv6 = isIpv6(endpoint, chosen, options);
        DatagramChannel channel = DatagramChannel.open(family(isIpv6));
        boolean isOpen = false;
        try {
            channel.configureBlocking(false);
            set(channel, StandardSocketOptions.SO_SNDBUF, options.get(SocketOptions.SNDBUF));
            set(channel, StandardSocketOptions.SO_RCVBUF, options.get(SocketOptions.RCVBUF));
            channel.setOption(
                    StandardSocketOptions.IP_MULTICAST_TTL, options.getOrDefault(SocketOptions.MULTICAST_HOPS));
            channel.setOption(
                    StandardSocketOptions.IP_MULTICAST_LOOP, options.getOrDefault(SocketOptions.MULTICAST_LOOP));
            if (chosen != null) {
                channel.setOption(StandardSocketOptions.IP_MULTICAST_IF, chosen);
            }
            if (endpoint.use() == Use.BIND) {
                bind(channel, endpoint, chosen, isIpv6);
            }
            isOpen = true;
            return channel;
        } finally {
            if (!isOpen) {
                channel.close();
            }
        }
    }

    private static void bind(
            DatagramChannel channel, UdpEndpoint endpoint, @Nullable NetworkInterface chosen, boolean isIpv6)
            throws IOException {
        InetAddress host = endpoint.host();
        if (host != null && endpoint.isMulticast()) {
            share(channel);
            channel.bind(new InetSocketAddress(any(isIpv6), endpoint.port()));
            channel.join(host, chosen != null ? chosen : routeTo(endpoint, host, isIpv6));
            return;
        }
        if (host == null) {
            host = chosen == null ? any(isIpv6) : addressOf(endpoint, chosen, isIpv6);
        }
        channel.bind(new InetSocketAddress(host, endpoint.port()));
    }

    /** Several programs of a machine may listen to a group; a port for itself alone is nobody else's. */
    private static void share(DatagramChannel channel) throws IOException {
        channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
        if (channel.supportedOptions().contains(StandardSocketOptions.SO_REUSEPORT)) {
            channel.setOption(StandardSocketOptions.SO_REUSEPORT, true);
        }
    }

    private static void set(DatagramChannel channel, SocketOption<Integer> option, int bytes) throws IOException {
        if (bytes > 0) {
            channel.setOption(option, bytes);
        }
    }

    private static @Nullable NetworkInterface networkInterface(UdpEndpoint endpoint) throws IOException {
        String wanted = endpoint.networkInterface();
        if (wanted.isEmpty()) {
            return null;
        }
        InetAddress address = NumericAddress.host(wanted);
        NetworkInterface found =
                address == null ? NetworkInterface.getByName(wanted) : NetworkInterface.getByInetAddress(address);
        if (found == null) {
            throw UdpEndpoint.wrong(
                    endpoint.text(),
                    "this machine has no interface " + wanted,
                    NetworkInterface.networkInterfaces()
                            .map(NetworkInterface::getName)
                            .toList()
                            .toString());
        }
        return found;
    }

    /** As what is there wants it; else as the option says. */
    private static boolean isIpv6(UdpEndpoint endpoint, @Nullable NetworkInterface chosen, OptionValues options) {
        boolean isAllowed = options.get(SocketOptions.IPV6);
        InetAddress host = endpoint.host();
        if (host == null) {
            return isAllowed && (chosen == null || chosen.inetAddresses().noneMatch(each -> !isIpv6(each)));
        }
        if (isIpv6(host) && !isAllowed) {
            throw UdpEndpoint.wrong(endpoint.text(), "an IPv6 address, and the option IPV6 is false", "IPv4, or IPV6");
        }
        return isIpv6(host);
    }

    /** The interface that the system's routes give for a group; nothing is sent to find it. */
    private static NetworkInterface routeTo(UdpEndpoint endpoint, InetAddress group, boolean isIpv6)
            throws IOException {
        try (DatagramChannel probe = DatagramChannel.open(family(isIpv6))) {
            probe.connect(new InetSocketAddress(group, 9));
            if (probe.getLocalAddress() instanceof InetSocketAddress local) {
                NetworkInterface found = NetworkInterface.getByInetAddress(local.getAddress());
                if (found != null) {
                    return found;
                }
            }
        } catch (IOException e) {
            // There is no route: as if it led nowhere.
        }
        throw UdpEndpoint.wrong(endpoint.text(), "no interface leads to the group", "udp://INTERFACE;GROUP:PORT");
    }

    private static InetAddress addressOf(UdpEndpoint endpoint, NetworkInterface chosen, boolean isIpv6) {
        return chosen.inetAddresses()
                .filter(each -> isIpv6(each) == isIpv6)
                .findFirst()
                .orElseThrow(() -> UdpEndpoint.wrong(
                        endpoint.text(),
                        chosen.getName() + " has no address of IPv" + (isIpv6 ? 6 : 4),
                        "another interface, or another value of the option IPV6"));
    }

    private static InetAddress any(boolean isIpv6) throws IOException {
        return InetAddress.getByName(isIpv6 ? "::" : "0.0.0.0");
    }

    private static boolean isIpv6(InetAddress address) {
        return address instanceof Inet6Address;
    }

    private static ProtocolFamily family(boolean isIpv6) {
        return isIpv6 ? StandardProtocolFamily.INET6 : StandardProtocolFamily.INET;
    }
}
