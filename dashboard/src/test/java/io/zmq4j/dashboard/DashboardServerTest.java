package io.zmq4j.dashboard;

import static io.zmq4j.dashboard.Made.context;
import static io.zmq4j.dashboard.Made.socket;
import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.snapshot.SocketSnapshot;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DashboardServerTest {
    private static final String STREAM = "GET /api/overview HTTP/1.1\r\nHost: localhost\r\n\r\n";
    private static final String HOST = "Host: localhost";

    private final Made.Script script = new Made.Script();
    private final Board board = new Board(List.of(new Watched("p1", "script", script)), Clock.systemUTC());
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<AutoCloseable> opened = new ArrayList<>(List.of(board));

    @AfterEach
    void close() throws Exception {
        for (var each : opened) {
            each.close();
        }
    }

    @Test
    void pageAndItsPartsAreServedWithAPolicyThatLetsNothingElseIn() throws Exception {
        var server = start(Gate.loopback(), 10_000);

        var page = Raw.get(server.port(), "/", HOST);
        assertThat(page)
                .startsWith("HTTP/1.1 200")
                .containsIgnoringCase("Content-type: text/html; charset=utf-8")
                .containsIgnoringCase("Content-security-policy: default-src 'self'; ")
                .contains("require-trusted-types-for 'script'", "nosniff", "no-referrer", "no-store")
                .contains("<script type=\"module\" src=\"/app.js\">");
        assertThat(Raw.get(server.port(), "/app.js", HOST)).contains("200 OK", "text/javascript");
        assertThat(page.substring(page.indexOf("<!doctype"))).doesNotContain("http:", "https:", "style=", "onclick");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nothing",
                "/../index.html",
                "/DashboardServer.class",
                "/api/nothing",
                "/api/socket?key=p1-1-1-9"
            })
    void whatIsNotThereIsNot(String path) throws Exception {
        assertThat(Raw.get(start(Gate.loopback(), 10_000).port(), path, HOST)).startsWith("HTTP/1.1 404");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "HEAD", "OPTIONS"})
    void nothingButGetIsAllowed(String method) throws Exception {
        int port = start(Gate.loopback(), 10_000).port();

        assertThat(Raw.say(port, method + " /api/events HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 405")
                .containsIgnoringCase("Allow: GET");
    }

    @Test
    void anotherHostIsRefusedForThePageAndForWhatItShows() throws Exception {
        int port = start(Gate.loopback(), 10_000).port();

        for (var path : List.of("/", "/app.js", "/api/overview", "/api/events")) {
            assertThat(Raw.get(port, path, "Host: evil.example")).startsWith("HTTP/1.1 421");
        }
    }

    @Test
    void withoutTheTokenThereIsThePageAndNothingInIt() throws Exception {
        var gate = Gate.withToken("localhost");
        int port = start(gate, 10_000).port();

        assertThat(Raw.get(port, "/", HOST)).startsWith("HTTP/1.1 200").doesNotContain(gate.token());
        for (var path :
                List.of("/api/enter", "/api/overview", "/api/events", "/api/socket?key=x", "/api/configuration")) {
            assertThat(Raw.get(port, path, HOST)).startsWith("HTTP/1.1 403");
        }
    }

    @Test
    void whoEntersWithTheTokenGetsACookieThatOpensTheStream() throws Exception {
        var gate = Gate.withToken("localhost");
        var server = start(gate, 10_000);
        script.then(context(1, 1, socket(1, "PUB")));

        var entered = Raw.get(server.port(), "/api/enter", HOST, "Authorization: Bearer " + gate.token());
        var cookie = entered.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("set-cookie: "))
                .map(line -> line.substring("set-cookie: ".length()).split(";")[0])
                .findFirst()
                .orElseThrow();
        server.tick();
        assertThat(listen(server, "Cookie", cookie).overview().path("sockets")).hasSize(1);
    }

    @Test
    void streamOpensAtOnceAndEveryTabGetsEveryOverview() throws Exception {
        script.then(context(1, 1, socket(1, "PUB")));
        var server = start(Gate.loopback(), 10_000);
        assertThat(Raw.readTo(open(server, STREAM).getInputStream(), ": keep-alive"))
                .startsWith("HTTP/1.1 200")
                .contains("text/event-stream");
        var tabs = List.of(listen(server, "Accept", "*/*"), listen(server, "Accept", "*/*"));
        server.tick();

        for (var tab : tabs) {
            var overview = tab.overview();
            assertThat(overview.path("processes").get(0).path("state").asString())
                    .isEqualTo("SEEN");
            assertThat(overview.path("sockets").get(0).path("title").asString()).isEqualTo("PUB #1");
        }
    }

    @Test
    void tabThatLeavesIsForgotten() throws Exception {
        var server = start(Gate.loopback(), 10_000);
        var tab = open(server, STREAM);
        Raw.readTo(tab.getInputStream(), ": keep-alive");
        assertThat(server.tabs()).isEqualTo(1);
        tab.close();

        Poll.until(() -> {
            script.then("nobody is there");
            server.tick();
            return server.tabs() == 0 ? true : null;
        });
        assertThat(server.tabs()).isZero();
    }

    @Test
    void tabThatReadsNothingIsDroppedAndKeepsNobodyWaiting() throws Exception {
        var sockets = IntStream.range(0, 1000).mapToObj(i -> socket(i, "PUB")).toArray(SocketSnapshot[]::new);
        var server = start(Gate.loopback(), 50);
        open(server, STREAM);
        var reader = listen(server, "Accept", "*/*");
        Poll.until(() -> server.tabs() == 2 ? true : null);

        // Fills the buffers of the one that does not read; the other one reads each.
        int age = 0;
        while (server.tabs() == 2 && age < 400) {
            script.then(context(1, ++age, sockets));
            server.tick();
            assertThat(reader.overview().path("sockets")).hasSize(1000);
        }

        assertThat(server.tabs()).isEqualTo(1);
    }

    @Test
    void tabsBeyondTheLimitAreRefused() throws Exception {
        var server = start(Gate.loopback(), 10_000);
        for (int i = 0; i < Tabs.MAX; i++) {
            Raw.readTo(open(server, STREAM).getInputStream(), ": keep-alive");
        }

        assertThat(Raw.get(server.port(), "/api/overview", HOST)).startsWith("HTTP/1.1 503");
    }

    @Test
    void socketHasItsDetailsAndItsHistory() throws Exception {
        script.then(context(1, 1, socket(1, "PUB", Made.bound("tcp://0.0.0.0:1", 0))));
        var server = start(Gate.loopback(), 10_000);
        server.tick();

        var detail = json(Raw.get(server.port(), "/api/socket?key=p1-1-1-1&span=minutes", HOST));

        assertThat(detail.path("endpoints").get(0).path("uri").asString()).isEqualTo("tcp://0.0.0.0:1");
        assertThat(detail.path("history").path("at")).hasSize(1);
        assertThat(detail.path("refused").path("INCOMPATIBLE_SOCKET_TYPE").asLong())
                .isEqualTo(3);
    }

    @Test
    void eventsAndConfigurationAreLists() throws Exception {
        script.then(context(1, 1, List.of(Made.event(1)), socket(1, "PUB")));
        var server = start(Gate.loopback(), 10_000);
        server.tick();

        assertThat(json(Raw.get(server.port(), "/api/events", HOST))
                        .get(0)
                        .path("detail")
                        .asString())
                .isEqualTo("detail 1");
        assertThat(json(Raw.get(server.port(), "/api/configuration", HOST))
                        .get(0)
                        .path("title")
                        .asString())
                .isEqualTo("PUB #1");
    }

    private DashboardServer start(Gate gate, long tabPatienceMillis) throws IOException {
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        var server = DashboardServer.start(address, board, gate, tabPatienceMillis);
        opened.add(server);
        return server;
    }

    private Socket open(DashboardServer server, String request) throws IOException {
        var socket = Raw.open(server.port(), request);
        opened.add(socket);
        return socket;
    }

    /** A stream as a browser has it. */
    private Listener listen(DashboardServer server, String header, String value) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + "/api/overview"))
                .header(header, value)
                .timeout(Duration.ofSeconds(20));
        var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        var listener = new Listener(new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8)));
        opened.add(listener.lines);
        return listener;
    }

    private record Listener(BufferedReader lines) {
        /** The next. */
        JsonNode overview() throws IOException {
            while (true) {
                var line = lines.readLine();
                if (line.startsWith("data: ")) {
                    return new JsonMapper().readTree(line.substring("data: ".length()));
                }
            }
        }
    }

    private static JsonNode json(String answer) {
        return new JsonMapper().readTree(answer.substring(answer.indexOf("\r\n\r\n") + 4));
    }
}
