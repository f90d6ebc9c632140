package io.zmq4j.transport.tcp;

import io.zmq4j.transport.EndpointText;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/**
 * A host and a port. What kind of host it is shows in its text: an IPv6 address has a colon, an IPv4 address only
 * digits and dots, anything else is a name.
 *
 * @param host {@code *} for every interface of this machine, an IPv4 address, an IPv6 address without brackets and
 *     perhaps with {@code %zone}, or the name of a host or of an interface, which only a look-up can tell apart
 * @param port 0 for one of the system's choice
 */
public record TcpAddress(String host, int port) {
    private static final String WILDCARD = "*";
    private static final int HIGHEST_PORT = 65535;

    private static final Pattern NUMERIC = Pattern.compile("[0-9.]+");
    // No leading zeros: some systems read such a number as octal.
    private static final String OCTET = "(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";
    private static final Pattern IPV4 = Pattern.compile(OCTET + "(\\." + OCTET + "){3}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]+");
    private static final Pattern ZERO = Pattern.compile("0+");
    private static final Pattern PORT = Pattern.compile("[0-9]{1,5}");

    /** Which end of a connection an address is for: only one of our own may leave something open with {@code *}. */
    enum End {
        LOCAL,
        REMOTE
    }

    static TcpAddress parse(String hostAndPort, End end, EndpointText text) {
        int colon = hostAndPort.lastIndexOf(':');
        if (colon < 0 || hostAndPort.endsWith("]")) {
            throw text.wrong("no port", "host:port");
        }
        return new TcpAddress(
                host(hostAndPort.substring(0, colon), end, text), port(hostAndPort.substring(colon + 1), end, text));
    }

    public boolean isWildcard() {
        return host.equals(WILDCARD);
    }

    public boolean isIpv6() {
        return host.indexOf(':') >= 0;
    }

    public boolean isIpv4() {
        return NUMERIC.matcher(host).matches();
    }

    /** Whether only a look-up can tell the address. */
    public boolean isName() {
        return !isWildcard() && !isIpv4() && !isIpv6();
    }

    @Override
    public String toString() {
        return (isIpv6() ? "[" + host + "]" : host) + ":" + port;
    }

    private static int port(String port, End end, EndpointText text) {
        boolean local = end == End.LOCAL;
        if (local && port.equals(WILDCARD)) {
            return 0;
        }
        int number = PORT.matcher(port).matches() ? Integer.parseInt(port) : -1;
        if (number < (local ? 0 : 1) || number > HIGHEST_PORT) {
            throw text.wrong(
                    "port \"" + port + "\"",
                    local ? "0 to " + HIGHEST_PORT + ", or * as 0 for a free one" : "1 to " + HIGHEST_PORT);
        }
        return number;
    }

    private static String host(String host, End end, EndpointText text) {
        if (host.isEmpty()) {
            throw text.wrong("no host", "host:port");
        }
        if (host.equals(WILDCARD)) {
            if (end == End.REMOTE) {
                throw text.wrong("host * can be bound only", "an address or a host name");
            }
            return host;
        }
        boolean bracketed = host.startsWith("[") && host.endsWith("]");
        String bare = bracketed ? host.substring(1, host.length() - 1) : host;
        if (bare.indexOf(':') >= 0) {
            if (!bracketed) {
                throw text.wrong("host \"" + bare + "\" has a colon", "host:port, for IPv6 [address]:port");
            }
            checkIpv6(bare, text);
        } else if (NUMERIC.matcher(bare).matches()) {
            if (!IPV4.matcher(bare).matches()) {
                throw text.wrong(
                        "\"" + bare + "\" is not an IPv4 address", "four numbers 0 to 255 without leading zeros");
            }
        } else if (!NAME.matcher(bare).matches()) {
            throw text.wrong(
                    "host \"" + bare + "\"",
                    "an address, or a name of letters A to Z, digits, dot, hyphen, underscore");
        }
        return bare;
    }

    private static void checkIpv6(String host, EndpointText text) {
        int percent = host.indexOf('%');
        String address = percent < 0 ? host : host.substring(0, percent);
        try {
            // In brackets it is never looked up as a name.
            InetAddress.getByName("[" + address + "]");
        } catch (UnknownHostException e) {
            throw text.wrong("\"" + address + "\" is not an IPv6 address", "[1:2:3:4:5:6:7:8], :: for zeros");
        }
        if (percent >= 0) {
            String zone = host.substring(percent + 1);
            if (!NAME.matcher(zone).matches() || ZERO.matcher(zone).matches()) {
                throw text.wrong("zone \"" + zone + "\"", "an interface's name or its number from 1");
            }
        }
    }
}
