package io.zmq4j.patterns.clone;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The three endpoints of a server, RFC 12, "Ports and Connections".
 *
 * @param snapshot where a ROUTER gives snapshots
 * @param publisher where a PUB publishes updates
 * @param collector where a SUB collects the clients' updates
 */
public record CloneEndpoints(String snapshot, String publisher, String collector) {
    private static final Pattern TCP = Pattern.compile("(tcp://.+:)(\\*|[0-9]{1,5})");
    private static final int LAST_PORT = 65_535 - 2;

    public CloneEndpoints {
        Objects.requireNonNull(snapshot, "snapshot");
        Objects.requireNonNull(publisher, "publisher");
        Objects.requireNonNull(collector, "collector");
    }

    /**
     * Those of a port and the two that follow it, as the RFC has it: {@code tcp://*:5556} stands for 5556, 5557 and 5558. With
     * {@code *} for the port, to be bound, each gets one that is free.
     *
     * @throws IllegalArgumentException if it is not over {@code tcp}, or has no such port
     */
    public static CloneEndpoints of(String endpoint) {
        Matcher parts = TCP.matcher(Objects.requireNonNull(endpoint, "endpoint"));
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "endpoint is \"" + endpoint
                            + "\": tcp://host:port is allowed, which stands for three ports in a row; for anything else give three endpoints");
        }
        if (parts.group(2).equals("*")) {
            return new CloneEndpoints(endpoint, endpoint, endpoint);
        }
        int port = Integer.parseInt(parts.group(2));
        if (port < 1 || port > LAST_PORT) {
            throw new IllegalArgumentException("endpoint is \"" + endpoint + "\": a port from 1 to " + LAST_PORT
                    + " is allowed, as two more follow it");
        }
        String host = parts.group(1);
        return new CloneEndpoints(host + port, host + (port + 1), host + (port + 2));
    }
}
