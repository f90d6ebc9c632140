package io.zmq4j.transport.tcp;

import io.zmq4j.error.EndpointException;
import io.zmq4j.transport.EndpointText;
import java.net.BindException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Ports to choose from when a TCP endpoint is bound, written as czmq does:
 *
 * <pre>
 *   tcp://127.0.0.1:*[60000-60010]     the first that is free, from the lowest on
 *   tcp://127.0.0.1:![60000-60010]     any that is free
 *                     60000-  -60010   without an end: to 65535, from 49152
 * </pre>
 */
public final class PortRange {
    /** From here on no port is assigned to anything (RFC 6335, section 6). */
    private static final int LOWEST = 49_152;

    private static final int HIGHEST = 65_535;

    private static final Pattern RANGE = Pattern.compile("(tcp://.*:)([*!])\\[(.*)]", Pattern.DOTALL);
    private static final Pattern ENDS = Pattern.compile("([0-9]{1,5})?-([0-9]{1,5})?");

    private final String given;
    private final String host;
    private final List<Integer> ports;

    private PortRange(String given, String host, List<Integer> ports) {
        this.given = given;
        this.host = host;
        this.ports = ports;
    }

    /**
     * That of an endpoint's text, if it has one.
     *
     * @throws EndpointException if it is none of ports
     */
    public static Optional<PortRange> of(EndpointText text) {
        Matcher range = RANGE.matcher(text.whole());
        return range.matches()
                ? Optional.of(new PortRange(text.whole(), range.group(1), ports(range.group(2), range.group(3), text)))
                : Optional.empty();
    }

    private static List<Integer> ports(String order, String range, EndpointText text) {
        Matcher ends = ENDS.matcher(range);
        int from = ends.matches() ? number(ends.group(1), LOWEST) : 0;
        int to = ends.matches() ? number(ends.group(2), HIGHEST) : 0;
        if (from < 1 || to > HIGHEST || from > to) {
            throw text.wrong("ports \"" + range + "\"", "lowest-highest, lowest- or -highest, of 1 to " + HIGHEST);
        }
        List<Integer> ports = new ArrayList<>(to - from + 1);
        for (int port = from; port <= to; port++) {
            ports.add(port);
        }
        if (order.equals("!")) {
            Collections.shuffle(ports);
        }
        return ports;
    }

    private static int number(String digits, int otherwise) {
        return digits == null ? otherwise : Integer.parseInt(digits);
    }

    /**
     * Binds with the first port that is free.
     *
     * @param bind binds the endpoint of this text
     * @throws EndpointException if none is, or for what else an endpoint cannot be bound
     */
    public <T> T bindFirst(Function<String, T> bind) {
        EndpointException last = null;
        for (int port : ports) {
            try {
                return bind.apply(host + port);
            } catch (EndpointException e) {
                if (!(e.getCause() instanceof BindException)) {
                    throw e;
                }
                last = e;
            }
        }
        throw new EndpointException(
                "Endpoint \"" + given + "\" cannot be bound: none of its " + ports.size() + " ports; the last: "
                        + (last == null ? "" : last.getMessage()),
                last);
    }
}
