package io.zmq4j.address;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Addresses in numbers, such as {@code 10.0.0.7:5555} and {@code [fe80::7%eth0]:5555}. */
public final class NumericAddress {
    /** What a text must look like, for people. */
    public static final String FORM = "10.0.0.7:5555 or [fe80::7]:5555";

    private static final int LAST_PORT = 65_535;
    private static final int LONGEST_SHOWN = 100;

    // No leading zeros: some systems read such a number as octal.
    private static final String OCTET = "(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";
    private static final Pattern IPV4 = Pattern.compile(OCTET + "(\\." + OCTET + "){3}");
    private static final Pattern IPV6 = Pattern.compile("\\[[0-9A-Fa-f:.]{2,45}(%[A-Za-z0-9._-]{1,15})?]");
    private static final Pattern PORT = Pattern.compile("[0-9]{1,5}");

    private NumericAddress() {}

    /** The address of a host, IPv6 in brackets; null if it is none, or its zone is not there. */
    public static @Nullable InetAddress host(String text) {
        if (!IPV4.matcher(text).matches() && !IPV6.matcher(text).matches()) {
            return null;
        }
        try {
            // Numbers, and what stands in brackets, are never looked up.
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            return null;
        }
    }

    /** From 0 to 65535; -1 for anything else. */
    public static int port(String text) {
        int port = PORT.matcher(text).matches() ? Integer.parseInt(text) : -1;
        return port <= LAST_PORT ? port : -1;
    }

    /** The address of a host and a port from 1 to 65535; null if it is none. */
    public static @Nullable InetSocketAddress parse(String text) {
        int colon = text.lastIndexOf(':');
        if (colon < 0) {
            return null;
        }
        InetAddress host = host(text.substring(0, colon));
        int port = port(text.substring(colon + 1));
        return host == null || port < 1 ? null : new InetSocketAddress(host, port);
    }

    /** A text that may be no address at all, at a length that a message can bear. */
    public static String shown(String text) {
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
    }

    /** The text that {@link #parse} reads, the shortest. */
    public static String text(InetSocketAddress address) {
        InetAddress host = address.getAddress();
        String text = host instanceof Inet6Address ipv6 ? "[" + Ipv6Text.format(ipv6) + "]" : host.getHostAddress();
        return text + ":" + address.getPort();
    }
}
