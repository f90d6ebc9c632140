package io.zmq4j.interop.differential;

import io.zmq4j.testkit.Ports;
import java.util.HashMap;
import java.util.Map;

/** What a scenario's endpoints are for one player: addresses that nobody else has. */
final class Addresses {
    private static int lastName;

    private final String scheme;
    private final Map<String, String> known = new HashMap<>();

    Addresses(String scheme) {
        this.scheme = scheme;
    }

    String of(String endpoint) {
        return known.computeIfAbsent(endpoint, name -> fresh());
    }

    private String fresh() {
        return switch (scheme) {
            case "tcp" -> Ports.tcpEndpoint();
            case "ipc" -> Ports.ipcEndpoint();
            default -> "inproc://" + ++lastName;
        };
    }
}
