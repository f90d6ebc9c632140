package io.zmq4j.multicast;

import io.zmq4j.error.EndpointException;
import io.zmq4j.multicast.pgm.PgmOptions;
import io.zmq4j.options.OptionValues;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.transport.spi.Link;
import io.zmq4j.transport.spi.LinkEndpoint;
import io.zmq4j.transport.spi.LinkHost;
import io.zmq4j.zmtp.SocketType;
import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code epgm://interface;group,group…;group:port}.
 *
 * <pre>
 *   epgm://eth0;239.192.1.1:5555                        one group, on the interface of this name
 *   epgm://10.0.0.7;239.192.1.1:5555                    ... of this address
 *   epgm://239.192.1.1:5555                             ... that the system would choose
 *   epgm://eth0;239.192.1.1,239.192.1.2:5555            receives from two groups, sends to the first
 *   epgm://eth0;239.192.1.1;239.192.1.9:5555            receives from the first, sends to the second
 *   epgm://[fe80::7];[ff15::1]:5555                     IPv6, in brackets
 * </pre>
 *
 * @param text as it was given
 * @param networkInterface a name or an address; empty for the system's choice
 * @param groups to receive from, at least one, all of one family
 * @param sendGroup to send to, of the same family
 */
record EpgmEndpoint(String text, String networkInterface, List<InetAddress> groups, InetAddress sendGroup, int port)
        implements LinkEndpoint {
    static final String SCHEME = "epgm";

    private static final String PREFIX = SCHEME + "://";
    private static final String FORM =
            "epgm://INTERFACE;GROUP[,GROUP...][;GROUP TO SEND TO]:PORT, the interface by name or"
                    + " address or left out, groups like 239.192.1.1 or [ff15::1]";
    private static final int MOST_GROUPS = 64;
    private static final int LAST_PORT = 65_535;

    /** What a subscriber's endpoint keeps for its sources is no more than this part of all memory, whatever its window. */
    private static final int PART_OF_HEAP = 4;

    static EpgmEndpoint parse(String text) {
        String address = text.substring(PREFIX.length());
        int colon = address.lastIndexOf(':');
        if (colon < 0 || colon < address.lastIndexOf(']')) {
            throw wrong(text, "no port", FORM);
        }
        int port = parsePort(text, address.substring(colon + 1));
        String[] parts = address.substring(0, colon).split(";", -1);
        if (parts.length > 3) {
            throw wrong(text, "more than two semicolons", FORM);
        }
        String local = parts.length == 1 ? "" : parts[0];
        List<InetAddress> groups = parseGroups(text, parts.length == 1 ? parts[0] : parts[1]);
        InetAddress sendGroup = parts.length == 3 ? parseGroup(text, parts[2]) : groups.get(0);
        for (InetAddress group : groups) {
            if (group.getClass() != sendGroup.getClass()) {
                throw wrong(text, "groups of IPv4 and of IPv6", "groups of one of them");
            }
        }
        return new EpgmEndpoint(text, local, groups, sendGroup, port);
    }

    private static int parsePort(String text, String port) {
        if (port.matches("[0-9]{1,5}")) {
            int number = Integer.parseInt(port);
            if (number >= 1 && number <= LAST_PORT) {
                return number;
            }
        }
        throw wrong(text, "\"" + port + "\" is no port", "1 to " + LAST_PORT);
    }

    private static List<InetAddress> parseGroups(String text, String groups) {
        var all = new ArrayList<InetAddress>();
        for (String group : groups.split(",", -1)) {
            InetAddress parsed = parseGroup(text, group);
            if (!all.contains(parsed)) {
                all.add(parsed);
            }
        }
        if (all.size() > MOST_GROUPS) {
            throw wrong(text, all.size() + " groups", "1 to " + MOST_GROUPS);
        }
        return List.copyOf(all);
    }

    private static InetAddress parseGroup(String text, String group) {
        InetAddress address = Addresses.literal(group);
        if (address == null) {
            throw wrong(text, "\"" + group + "\" is no group", FORM);
        }
        if (!address.isMulticastAddress()) {
            throw wrong(
                    text,
                    group + " is no multicast address",
                    "224.0.0.0 to 239.255.255.255, or ff00:: and above in brackets");
        }
        return address;
    }

    static EndpointException wrong(String text, String problem, String allowed) {
        return new EndpointException("Endpoint \"" + text + "\": " + problem + "; allowed: " + allowed);
    }

    @Override
    public Link open(SocketType type, OptionValues options, LinkHost host) throws IOException {
        var network = new UdpNetwork();
        var pgm = new PgmOptions(
                options.getOrDefault(SocketOptions.RATE),
                (int) options.getOrDefault(SocketOptions.RECOVERY_IVL).toMillis(),
                options.getOrDefault(SocketOptions.MULTICAST_MAXTPDU),
                options.get(SocketOptions.MAXMSGSIZE),
                PgmOptions.DEFAULT.maxSources(),
                Runtime.getRuntime().maxMemory() / PART_OF_HEAP);
        return type.topics() == SocketType.Topics.PUBLISHES
                ? new SourceLink(this, network, System::nanoTime, pgm, options, host)
                : new ReceiverLink(this, network, System::nanoTime, pgm, options, host);
    }

    @Override
    public String toString() {
        return text;
    }
}
