package io.zmq4j.multicast;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ProtocolFamily;
import java.net.StandardProtocolFamily;
import java.nio.channels.DatagramChannel;
import java.util.Comparator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where this machine is on the network of an endpoint. */
record LocalAddress(NetworkInterface networkInterface, InetAddress address) {
    /**
     * The endpoint's interface, and its address of the groups' family.
     *
     * @throws io.zmq4j.error.EndpointException if there is none
     */
    static LocalAddress find(EpgmEndpoint endpoint) throws IOException {
        InetAddress group = endpoint.sendGroup();
        String wanted = endpoint.networkInterface();
        if (wanted.isEmpty()) {
            return ofInterface(endpoint, chosenFor(group), null);
        }
        InetAddress address = Addresses.literal(wanted);
        if (address == null) {
            return ofInterface(endpoint, NetworkInterface.getByName(wanted), null);
        }
        if (isIpv6(address) != isIpv6(group)) {
            throw EpgmEndpoint.wrong(
                    endpoint.text(), "interface and groups are not of one family", "IPv4 for both or IPv6 for both");
        }
        return ofInterface(endpoint, NetworkInterface.getByInetAddress(address), address);
    }

    private static LocalAddress ofInterface(
            EpgmEndpoint endpoint, @Nullable NetworkInterface found, @Nullable InetAddress exactly) throws IOException {
        if (found == null) {
            throw EpgmEndpoint.wrong(
                    endpoint.text(),
                    endpoint.networkInterface().isEmpty()
                            ? "no interface leads to the group"
                            : "this machine has no interface " + endpoint.networkInterface(),
                    interfaces());
        }
        boolean ipv6 = isIpv6(endpoint.sendGroup());
        // One that is good beyond the link before one that is not.
        InetAddress address = exactly != null
                ? exactly
                : found.inetAddresses()
                        .filter(each -> isIpv6(each) == ipv6)
                        .min(Comparator.comparing(InetAddress::isLinkLocalAddress))
                        .orElseThrow(() -> EpgmEndpoint.wrong(
                                endpoint.text(),
                                found.getName() + " has no address of the groups' family, IPv" + (ipv6 ? 6 : 4),
                                interfaces()));
        return new LocalAddress(found, address);
    }

    /** Whether the interface is the one it was, with this address, and up. */
    boolean isThere() throws IOException {
        NetworkInterface now = NetworkInterface.getByName(networkInterface.getName());
        return now != null
                && now.getIndex() == networkInterface.getIndex()
                && now.isUp()
                && now.inetAddresses().anyMatch(address::equals);
    }

    /** The interface that the system's routes give for a group; nothing is sent to find it. */
    private static @Nullable NetworkInterface chosenFor(InetAddress group) throws IOException {
        try (DatagramChannel probe = DatagramChannel.open(family(group))) {
            probe.connect(new InetSocketAddress(group, 9));
            if (probe.getLocalAddress() instanceof InetSocketAddress local) {
                return NetworkInterface.getByInetAddress(local.getAddress());
            }
            return null;
        } catch (IOException e) {
            // No route: the only interface there is may do as well.
            return NetworkInterface.networkInterfaces()
                    .filter(LocalAddress::isUsable)
                    .findFirst()
                    .orElse(null);
        }
    }

    private static boolean isUsable(NetworkInterface each) {
        try {
            return each.isUp() && each.supportsMulticast() && !each.isLoopback();
        } catch (IOException e) {
            return false;
        }
    }

    /** What is there, for people. */
    private static String interfaces() {
        try {
            return NetworkInterface.networkInterfaces()
                    .map(each -> each.getName() + " "
                            + each.inetAddresses()
                                    .map(InetAddress::getHostAddress)
                                    .toList())
                    .collect(Collectors.joining(", "));
        } catch (IOException e) {
            return "an interface of this machine";
        }
    }

    static ProtocolFamily family(InetAddress address) {
        return isIpv6(address) ? StandardProtocolFamily.INET6 : StandardProtocolFamily.INET;
    }

    private static boolean isIpv6(InetAddress address) {
        return !(address instanceof Inet4Address);
    }

    /** An address as it came in a packet, with the scope it has here. */
    InetAddress scoped(InetAddress other) throws IOException {
        return other instanceof Inet6Address && other.isLinkLocalAddress()
                ? Inet6Address.getByAddress(null, other.getAddress(), networkInterface)
                : other;
    }

    @Override
    public String toString() {
        return address.getHostAddress() + " on " + networkInterface.getName();
    }
}
