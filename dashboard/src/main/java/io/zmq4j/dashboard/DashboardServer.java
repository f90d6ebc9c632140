package io.zmq4j.dashboard;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.zmq4j.dashboard.Assets.Asset;
import io.zmq4j.dashboard.History.Span;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Serves the page, what it asks for, and the stream of overviews. Nothing but GET, and nothing that changes anything. */
final class DashboardServer implements AutoCloseable {
    static final int MAX_EVENTS = 500;

    /** Requests beyond these wait; a stream has a thread of its own. */
    private static final int THREADS = 8;

    private static final long TAB_PATIENCE_MILLIS = 10_000;

    /** Nothing of somebody else's is loaded or run, no text becomes markup, and no page of others shows this one. */
    private static final String POLICY =
            "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
                    + "require-trusted-types-for 'script'";

    private final HttpServer server;
    private final ExecutorService threads;
    private final Board board;
    private final Gate gate;
    private final Map<String, Asset> assets;
    private final JsonMapper json = new JsonMapper();
    private final Tabs tabs;

    private DashboardServer(HttpServer server, Board board, Gate gate, Tabs tabs) throws IOException {
        this.server = server;
        this.board = board;
        this.gate = gate;
        this.tabs = tabs;
        assets = new Assets().byPath();
        var count = new AtomicInteger();
        threads = Executors.newFixedThreadPool(THREADS, task -> {
            var thread = new Thread(task, "dashboard-http-" + count.getAndIncrement());
            thread.setDaemon(true);
            return thread;
        });
        server.setExecutor(threads);
        server.createContext("/", this::handle);
    }

    static DashboardServer start(InetSocketAddress address, Board board, Gate gate) throws IOException {
        return start(address, board, gate, TAB_PATIENCE_MILLIS);
    }

    /**
     * @param tabPatienceMillis how long a page may take for an overview
     */
    static DashboardServer start(InetSocketAddress address, Board board, Gate gate, long tabPatienceMillis)
            throws IOException {
        var server = HttpServer.create(address, 0);
        var dashboard = new DashboardServer(server, board, gate, new Tabs(tabPatienceMillis));
        server.start();
        return dashboard;
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** Looks at the processes, and tells all open pages. */
    void tick() throws InterruptedException {
        tabs.send(json.writeValueAsString(board.tick()));
    }

    /** How many pages are open. */
    int tabs() {
        return tabs.count();
    }

    private void handle(HttpExchange exchange) throws IOException {
        boolean isStream = false;
        try {
            var headers = exchange.getResponseHeaders();
            headers.set("Content-Security-Policy", POLICY);
            headers.set("X-Content-Type-Options", "nosniff");
            headers.set("Referrer-Policy", "no-referrer");
            headers.set("Cross-Origin-Resource-Policy", "same-origin");
            headers.set("Cache-Control", "no-store");
            isStream = answer(exchange);
        } catch (RuntimeException e) {
            // Nothing was sent yet, or the connection ends here.
            say(exchange, 500, "this cannot be shown: " + e);
        } finally {
            if (!isStream) {
                exchange.close();
            }
        }
    }

    /** Whether the answer goes on. */
    private boolean answer(HttpExchange exchange) throws IOException {
        var request = exchange.getRequestHeaders();
        if (!gate.isNamedRightly(request)) {
            say(exchange, 421, "the Host header does not name this server");
            return false;
        }
        if (!exchange.getRequestMethod().equals("GET")) {
            exchange.getResponseHeaders().set("Allow", "GET");
            say(exchange, 405, "nothing but GET is allowed");
            return false;
        }
        var path = exchange.getRequestURI().getPath();
        var asset = assets.get(path);
        if (asset != null) {
            send(exchange, 200, asset.type(), asset.bytes());
            return false;
        }
        if (!path.startsWith("/api/")) {
            say(exchange, 404, "there is no such page");
            return false;
        }
        if (!gate.lets(request, port())) {
            say(exchange, 403, "open the address that the command printed: it has the token in it");
            return false;
        }
        return answer(exchange, path.substring("/api/".length()));
    }

    private boolean answer(HttpExchange exchange, String what) throws IOException {
        switch (what) {
            case "enter" -> {
                if (gate.token() != null) {
                    exchange.getResponseHeaders().set("Set-Cookie", gate.setCookie(port()));
                }
                sendJson(exchange, Map.of("entered", true));
            }
            case "overview" -> {
                return stream(exchange);
            }
            case "socket" ->
                sendJson(exchange, board.socket(query(exchange, "key"), Span.named(query(exchange, "span"))));
            case "events" -> sendJson(exchange, board.events(MAX_EVENTS));
            case "configuration" -> sendJson(exchange, board.configuration());
            default -> say(exchange, 404, "there is no such thing");
        }
        return false;
    }

    /** The headers go at once: a browser calls a stream open when it has them. */
    private boolean stream(HttpExchange exchange) throws IOException {
        if (tabs.isFull()) {
            say(exchange, 503, "too many pages are open");
            return false;
        }
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream; charset=utf-8");
        exchange.sendResponseHeaders(200, 0);
        tabs.add(exchange);
        return true;
    }

    /** Empty if it is not there. */
    private static String query(HttpExchange exchange, String name) {
        var query = exchange.getRequestURI().getQuery();
        for (var pair : query == null ? new String[0] : query.split("&", -1)) {
            if (pair.startsWith(name + "=")) {
                return pair.substring(name.length() + 1);
            }
        }
        return "";
    }

    private void sendJson(HttpExchange exchange, @Nullable Object value) throws IOException {
        if (value == null) {
            say(exchange, 404, "it is not there, or not any more");
        } else {
            send(exchange, 200, "application/json", json.writeValueAsBytes(value));
        }
    }

    private static void say(HttpExchange exchange, int status, String sentence) throws IOException {
        send(exchange, status, "text/plain; charset=utf-8", sentence.getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] bytes) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(status, -1);
        } else {
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        tabs.close();
        server.stop(0);
        threads.shutdownNow();
    }
}
