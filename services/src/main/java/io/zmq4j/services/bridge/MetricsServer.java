package io.zmq4j.services.bridge;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.zmq4j.bridge.Bridge;
import io.zmq4j.bridge.progress.Phase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Answers {@code /metrics} and {@code /health} over HTTP, for whoever can reach it. */
final class MetricsServer implements AutoCloseable {
    private final HttpServer server;

    private MetricsServer(HttpServer server) {
        this.server = server;
    }

    static MetricsServer start(String place, Bridge bridge) throws IOException {
        // The JDK's server waits for ever for the rest of a request unless it is told not to.
        System.getProperties().putIfAbsent("sun.net.httpserver.maxReqTime", "30");
        HttpServer server;
        try {
            server = HttpServer.create(address(place), 0);
        } catch (IOException e) {
            throw new IOException("cannot serve metrics at " + place + ": " + e.getMessage(), e);
        }
        server.createContext(
                "/metrics",
                exchange -> answer(
                        exchange,
                        200,
                        MetricsText.of(bridge.progress(), bridge.trouble().isEmpty())));
        server.createContext("/health", exchange -> health(exchange, bridge));
        server.start();
        return new MetricsServer(server);
    }

    private static InetSocketAddress address(String place) throws IOException {
        int colon = place.lastIndexOf(':');
        try {
            int port = Integer.parseInt(place.substring(colon + 1));
            return colon <= 0
                    ? new InetSocketAddress(InetAddress.getLoopbackAddress(), port)
                    : new InetSocketAddress(InetAddress.getByName(place.substring(0, colon)), port);
        } catch (IllegalArgumentException e) {
            throw new IOException("\"" + place + "\" is no place for metrics: a port is, or HOST:PORT", e);
        }
    }

    private static void health(HttpExchange exchange, Bridge bridge) throws IOException {
        Optional<String> trouble = bridge.trouble();
        Phase phase = bridge.progress().phase();
        answer(
                exchange,
                trouble.isEmpty() ? 200 : 503,
                phase + trouble.map(text -> ": " + text).orElse("") + "\n");
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
        exchange.sendResponseHeaders(status, body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    String url() {
        InetSocketAddress address = server.getAddress();
        return "http://" + address.getHostString() + ":" + address.getPort() + "/metrics";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
