package io.zmq4j.transport.udp;

import io.zmq4j.address.NumericAddress;
import io.zmq4j.error.EndpointException;
import io.zmq4j.options.OptionValues;
import io.zmq4j.transport.spi.Link;
import io.zmq4j.transport.spi.LinkEndpoint;
import io.zmq4j.transport.spi.LinkHost;
import io.zmq4j.transport.spi.Use;
import io.zmq4j.zmtp.SocketType;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * {@code udp://interface;address:port}.
 *
 * <pre>
 *   udp://*:5555                    bound: on every interface
 *   udp://10.0.0.7:5555             bound: on the interface of this address; connected: to that machine
 *   udp://eth0:5555                 bound: on the interface of this name
 *   udp://239.0.0.1:5555            the multicast group, on the interface that the system would choose
 *   udp://eth0;239.0.0.1:5555       ... on the interface of this name, or of this address
 *   udp://[ff02::1]:5555            IPv6, in brackets
 * </pre>
 *
 * @param text as it was given
 * @param networkInterface a name or an address; empty for none
 * @param host to bind, to send to, or the group; null for every interface, or the one that is named
 * @param port 0 for one of the system's choice
 */
record UdpEndpoint(
        String text,
        Use use,
        String networkInterface,
        @Nullable InetAddress host,
        int port) implements LinkEndpoint {
    static final String SCHEME = "udp";

    private static final String PREFIX = SCHEME + "://";
    private static final String FORM = "udp://HOST:PORT or udp://INTERFACE;GROUP:PORT, HOST and GROUP in numbers like"
            + " 10.0.0.7, 239.0.0.1 or [ff02::1]";
    private static final String ANY = "*";

    static UdpEndpoint parse(String text, Use use) {
        String address = text.substring(PREFIX.length());
        int colon = address.lastIndexOf(':');
        if (colon < 0 || colon < address.lastIndexOf(']')) {
            throw wrong(text, "no port", FORM);
        }
        int port = parsePort(text, address.substring(colon + 1), use);
        String place = address.substring(0, colon);
        int semicolon = place.indexOf(';');
        if (semicolon >= 0) {
            return new UdpEndpoint(
                    text, use, place.substring(0, semicolon), group(text, place.substring(semicolon + 1)), port);
        }
        InetAddress host = NumericAddress.host(place.equals("localhost") ? "127.0.0.1" : place);
        if (host != null) {
            return new UdpEndpoint(text, use, "", host, port);
        }
        if (use == Use.CONNECT || place.isEmpty()) {
            throw wrong(text, "\"" + place + "\" is no address, and names are not looked up", FORM);
        }
        return new UdpEndpoint(text, use, place.equals(ANY) ? "" : place, null, port);
    }

    private static int parsePort(String text, String port, Use use) {
        boolean isBind = use == Use.BIND;
        int number = isBind && port.equals(ANY) ? 0 : NumericAddress.port(port);
        if (number < (isBind ? 0 : 1)) {
            throw wrong(
                    text,
                    "\"" + port + "\" is no port",
                    isBind ? "0 to 65535, or * as 0 for a free one" : "1 to 65535");
        }
        return number;
    }

    private static InetAddress group(String text, String group) {
        InetAddress address = NumericAddress.host(group);
        if (address == null || !address.isMulticastAddress()) {
            throw wrong(
                    text,
                    "\"" + group + "\" is no multicast address",
                    "behind a semicolon 224.0.0.0 to 239.255.255.255, or ff00:: and above in brackets");
        }
        return address;
    }

    static EndpointException wrong(String text, String problem, String allowed) {
        return new EndpointException("Endpoint \"" + text + "\": " + problem + "; allowed: " + allowed);
    }

    boolean isMulticast() {
        return host != null && host.isMulticastAddress();
    }

    @Override
    public Link open(SocketType type, OptionValues options, LinkHost socket) throws IOException {
        Layout layout = type.speech() == SocketType.Speech.DATAGRAMS
                ? new AddressLayout()
                : new GroupLayout(use == Use.CONNECT && host != null ? new InetSocketAddress(host, port) : null);
        boolean sends = type.topics() != SocketType.Topics.SUBSCRIBES;
        return new UdpLink(this, UdpChannel.open(this, options), layout, sends, socket);
    }

    @Override
    public String toString() {
        return text;
    }
}
