package io.zmq4j.observed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code zmq top}, {@code zmq dashboard} and {@code zmq probe} say of faults that are there at the same time. */
class CommandShowsTest {
    @TempDir
    private Path folder;

    private final Exhibit exhibit = new Exhibit();
    private String client = "";
    private String server = "";

    @BeforeEach
    void serve() {
        client = exhibit.client.serveStatistics("ipc://" + folder.resolve("client")).uri();
        server = exhibit.server.serveStatistics("ipc://" + folder.resolve("server")).uri();
    }

    @AfterEach
    void close() {
        exhibit.close();
    }

    private void failWhereFaultsStay() throws InterruptedException {
        Fault.WRONG_TYPE.happenTo(exhibit);
        Fault.WRONG_MECHANISM.happenTo(exhibit);
        Fault.SLOW_SUBSCRIBER.happenTo(exhibit);
        SnapshotShowsTest.shown(exhibit.client, "stray", it -> it.endpoints().get(0).lastError() != null);
        SnapshotShowsTest.shown(exhibit.client, "guarded", it -> it.endpoints().get(0).lastError() != null);
        SnapshotShowsTest.shown(exhibit.server, "ticker", it -> !it.statistics().drops().isEmpty());
    }

    @Test
    void top() throws Exception {
        failWhereFaultsStay();
        assertThat(Shell.output("top", "--once", client)).contains("stray", "PUB", "guarded", "PLAIN", "source", "asker");
        assertThat(Shell.output("top", "--once", server)).contains("ticker", "dropped", "QUEUE_FULL");
        assertThat(Shell.output("top", "--once", "--json", server)).contains("\"QUEUE_FULL\":");
    }

    @Test
    void dashboard() throws Exception {
        failWhereFaultsStay();
        Process dashboard = Shell.start("dashboard", "--port=0", client, server);
        try {
            String url = new BufferedReader(new InputStreamReader(dashboard.getInputStream(), StandardCharsets.UTF_8))
                    .readLine();
            var request = HttpRequest.newBuilder(URI.create(url + "api/overview")).build();
            var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (var overviews = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
                Soon.shown(
                        "the overview",
                        () -> nextLine(overviews),
                        line -> line.contains("stray")
                                && line.contains("PLAIN")
                                && line.contains("ticker")
                                && line.contains("QUEUE_FULL"));
            }
        } finally {
            dashboard.destroyForcibly();
        }
    }

    private static String nextLine(BufferedReader reader) {
        try {
            return String.valueOf(reader.readLine());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void probe() throws Exception {
        assertThat(Shell.output("probe", exhibit.ticker)).contains("PUB", "NULL", "ZMTP 3.1");
        exhibit.requests.refuse();
        assertThat(Shell.output("probe", exhibit.requests.uri())).contains("nobody listens");
        exhibit.pipeline.stall();
        assertThat(Shell.output("probe", "--timeout", "1", exhibit.pipeline.uri())).containsIgnoringCase("says nothing");
    }
}
