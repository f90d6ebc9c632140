package io.zmq4j.dashboard;

import io.zmq4j.snapshot.EndpointSnapshot;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether what is connected leads to what is bound, as far as their texts tell. A wildcard takes every host: which machine an
 * observed process runs on is not known.
 */
final class Address {
    private static final Pattern HOST_AND_PORT =
            Pattern.compile("(?:tcp://)?(?:[^;/]*;)?(\\[[^]]{1,60}]|[^:/]{1,255}):([0-9]{1,5})");

    private Address() {}

    /**
     * @param connected the endpoint's text
     * @param address of the peer that was reached there; null if none was
     */
    static boolean leads(String connected, @Nullable String address, EndpointSnapshot bound) {
        if (!bound.bound()) {
            return false;
        }
        if (!connected.startsWith("tcp://")) {
            return connected.equals(bound.uri());
        }
        var there = HOST_AND_PORT.matcher(bound.uri());
        return there.matches()
                && (leads(HOST_AND_PORT.matcher(connected), there)
                        || (address != null && leads(HOST_AND_PORT.matcher(address), there)));
    }

    private static boolean leads(Matcher here, Matcher there) {
        return here.matches() && here.group(2).equals(there.group(2)) && leads(here.group(1), there.group(1));
    }

    private static boolean leads(String host, String bound) {
        return isWildcard(bound) || host.equals(bound) || (isLoopback(host) && isLoopback(bound));
    }

    private static boolean isWildcard(String host) {
        return host.equals("*") || host.equals("0.0.0.0") || host.equals("[::]") || host.equals("[0:0:0:0:0:0:0:0]");
    }

    private static boolean isLoopback(String host) {
        return host.equals("localhost")
                || host.startsWith("127.")
                || host.equals("[::1]")
                || host.equals("[0:0:0:0:0:0:0:1]");
    }
}
