package io.zmq4j.spring.test;

import io.zmq4j.spring.EndpointResolver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A free port on loopback for each port of a {@code tcp} endpoint; other transports as they are. Safe for any thread. */
final class LoopbackEndpoints implements EndpointResolver {
    private static final Pattern TCP = Pattern.compile("tcp://(?:[^;]*;)?.*:(\\d+)");

    private final Map<String, Integer> free = new ConcurrentHashMap<>();

    @Override
    public String resolve(String endpoint) {
        Matcher tcp = TCP.matcher(endpoint);
        if (tcp.matches()) {
            return "tcp://127.0.0.1:" + free.computeIfAbsent(tcp.group(1), port -> freePort());
        }
        return endpoint.matches("tcp://.*:\\*") ? "tcp://127.0.0.1:*" : endpoint;
    }

    /** It is free until somebody else takes it: systems give the same one seldom twice in a row. */
    private static int freePort() {
        try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("no free port on loopback", e);
        }
    }
}
