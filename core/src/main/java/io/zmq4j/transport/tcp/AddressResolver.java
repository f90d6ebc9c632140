package io.zmq4j.transport.tcp;

import io.zmq4j.error.EndpointException;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns endpoints into addresses of the system. Every call looks up anew and may block for as long as a name server
 * does: not for a thread that others wait for. Safe for any thread.
 *
 * <p>Of names with several addresses all are given, for the caller to try in order: IPv4 alone if IPv6 is off, else
 * IPv6 first.
 */
final class AddressResolver {
    private final Lookup interfaces;
    private final Lookup hosts;

    /** The addresses of a name; none, or an exception, if it is unknown. */
    @FunctionalInterface
    interface Lookup {
        List<InetAddress> addressesOf(String name) throws IOException;
    }

    /** Asks the system for its interfaces and its name service. */
    AddressResolver() {
        this(AddressResolver::systemInterface, name -> List.of(InetAddress.getAllByName(name)));
    }

    /** Asks {@code interfaces} for local names first, {@code hosts} for all others. Addresses are asked of neither. */
    AddressResolver(Lookup interfaces, Lookup hosts) {
        this.interfaces = interfaces;
        this.hosts = hosts;
    }

    /**
     * Where to bind: one of them, the first that can be. A name that is both an interface's and a host's is the
     * interface's.
     *
     * @throws EndpointException if there is no such name or address
     */
    List<InetSocketAddress> bindAddresses(TcpEndpoint endpoint, boolean ipv6) {
        TcpAddress address = endpoint.address();
        try {
            List<InetAddress> found = local(address, ipv6);
            if (found.isEmpty()) {
                found = hosts.addressesOf(address.host());
            }
            return withPort(usable(found, address, ipv6), address.port());
        } catch (IOException e) {
            throw new EndpointException("Endpoint \"" + endpoint + "\" cannot be bound: " + e.getMessage(), e);
        }
    }

    /**
     * Where to connect to, to be tried in this order.
     *
     * @throws UnknownHostException if the name has no address that can be used; it may have one later
     */
    List<InetSocketAddress> connectAddresses(TcpEndpoint endpoint, boolean ipv6) throws UnknownHostException {
        TcpAddress address = endpoint.address();
        try {
            List<InetAddress> found =
                    address.isName() ? hosts.addressesOf(address.host()) : List.of(literal(address.host()));
            return withPort(usable(found, address, ipv6), address.port());
        } catch (IOException e) {
            throw unresolved(endpoint, e);
        }
    }

    /**
     * What to bind before connecting to {@code target}: an address of its family; null if the endpoint has no source.
     *
     * @throws UnknownHostException if the source is no address or interface of that family; it may be one later
     */
    @Nullable
    InetSocketAddress sourceAddress(TcpEndpoint endpoint, InetSocketAddress target) throws UnknownHostException {
        TcpAddress source = endpoint.source();
        if (source == null) {
            return null;
        }
        boolean ipv6 = target.getAddress() instanceof Inet6Address;
        try {
            for (InetAddress address : local(source, ipv6)) {
                if (address instanceof Inet6Address == ipv6) {
                    return new InetSocketAddress(address, source.port());
                }
            }
            throw new UnknownHostException(source.host() + " has no " + (ipv6 ? "IPv6" : "IPv4")
                    + " address on this machine, to connect to " + TcpEndpoint.format(target));
        } catch (IOException e) {
            throw unresolved(endpoint, e);
        }
    }

    /** What a host is without a name service; empty if it is no address and no interface. */
    private List<InetAddress> local(TcpAddress address, boolean ipv6) throws IOException {
        if (address.isWildcard()) {
            // Bound, :: takes IPv4 as well.
            return List.of(literal(ipv6 ? "::" : "0.0.0.0"));
        }
        return address.isName() ? interfaces.addressesOf(address.host()) : List.of(literal(address.host()));
    }

    /** An address from its text, without look-up; fails for the zone of an interface that is not there. */
    private static InetAddress literal(String address) throws UnknownHostException {
        return InetAddress.getByName(address);
    }

    private static List<InetAddress> usable(List<InetAddress> found, TcpAddress address, boolean ipv6)
            throws UnknownHostException {
        List<InetAddress> usable = new ArrayList<>();
        if (ipv6) {
            found.stream().filter(Inet6Address.class::isInstance).forEach(usable::add);
        }
        found.stream().filter(Inet4Address.class::isInstance).forEach(usable::add);
        if (usable.isEmpty()) {
            throw new UnknownHostException(
                    found.isEmpty()
                            ? address.host() + " has no address"
                            : address.host() + " has only IPv6 addresses, and the option IPV6 is false");
        }
        return usable;
    }

    private static List<InetSocketAddress> withPort(List<InetAddress> addresses, int port) {
        return addresses.stream()
                .map(address -> new InetSocketAddress(address, port))
                .toList();
    }

    private static UnknownHostException unresolved(TcpEndpoint endpoint, IOException cause) {
        UnknownHostException unresolved =
                new UnknownHostException("Endpoint \"" + endpoint + "\" cannot be connected: " + cause.getMessage());
        unresolved.initCause(cause);
        return unresolved;
    }

    private static List<InetAddress> systemInterface(String name) throws IOException {
        NetworkInterface found = NetworkInterface.getByName(name);
        return found == null ? List.of() : Collections.list(found.getInetAddresses());
    }
}
