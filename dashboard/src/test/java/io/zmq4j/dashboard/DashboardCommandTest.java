package io.zmq4j.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command, with real processes to look at. */
class DashboardCommandTest {
    @TempDir
    private Path directory;

    @Test
    void processesAreSeenByPidAndByEndpointAndTheOneThatComesBackIsFoundAgain() throws Exception {
        var served = "ipc://" + directory.resolve("served");
        try (var byPid = new Java(Observed.class, "by pid", "ipc://" + directory.resolve("other"));
                var byEndpoint = new Java(Observed.class, "by endpoint", served)) {
            assertThat(byPid.line()).isEqualTo("ready");
            assertThat(byEndpoint.line()).isEqualTo("ready");
            try (var dashboard = new Java(Command.class, "--port=0", Long.toString(byPid.pid()), served)) {
                var url = dashboard.line();
                assertThat(url).matches("http://localhost:[0-9]+/");
                try (var overviews = overviews(url)) {
                    assertThat(states(overviews, "SEEN", "SEEN").path("sockets"))
                            .hasSize(2);
                    byEndpoint.end();
                    assertThat(states(overviews, "SEEN", "GONE")
                                    .path("processes")
                                    .get(1)
                                    .path("trouble")
                                    .asString())
                            .startsWith(served);
                    try (var again = new Java(Observed.class, "again", served)) {
                        assertThat(again.line()).isEqualTo("ready");
                        assertThat(states(overviews, "SEEN", "SEEN")
                                        .path("processes")
                                        .get(1)
                                        .path("title")
                                        .asString())
                                .startsWith("again");
                    }
                }
                dashboard.end();
                assertThat(byPid.isAlive())
                        .as("looking has ended, not what was looked at")
                        .isTrue();
            }
        }
    }

    @Test
    void processThatCannotBeSeenIsShownWithASentence() throws Exception {
        try (var dashboard = new Java(Command.class, "--port=0", "999999999", "nonsense");
                var overviews = overviews(dashboard.line())) {
            var processes = states(overviews, "AWAITED", "AWAITED").path("processes");

            assertThat(processes.get(0).path("trouble").asString()).isEqualTo("there is no process 999999999");
            assertThat(processes.get(1).path("trouble").asString()).contains("neither a process id");
        }
    }

    @Test
    void beyondTheLoopbackTheAddressHasATokenInIt() throws Exception {
        try (var dashboard = new Java(Command.class, "--port=0", "--host=127.0.0.1", "999999999")) {
            var url = dashboard.line();
            assertThat(url).matches("http://127.0.0.1:[0-9]+/#token=[0-9a-f]{32}");
            var events = URI.create(url.replaceFirst("#.*", "api/events"));

            assertThat(status(HttpRequest.newBuilder(events))).isEqualTo(403);
            assertThat(status(HttpRequest.newBuilder(events)
                            .header("Authorization", "Bearer " + url.replaceFirst(".*=", ""))))
                    .isEqualTo(200);
        }
    }

    @Test
    void portThatIsInUseIsAnError() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var dashboard = new Java(Command.class, "--port=" + taken.getLocalPort(), "999999999")) {
            assertThat(dashboard.rest()).contains("cannot listen at port " + taken.getLocalPort());
            assertThat(dashboard.exitCode()).isEqualTo(1);
        }
    }

    @Test
    void withoutAProcessTheCommandSaysWhichThereAre() throws Exception {
        try (var observed = new Java(Observed.class, "x", "ipc://" + directory.resolve("x"))) {
            assertThat(observed.line()).isEqualTo("ready");
            try (var dashboard = new Java(Command.class)) {
                assertThat(dashboard.rest()).contains("name a process", "\n  " + observed.pid() + " ");
                assertThat(dashboard.exitCode()).isEqualTo(2);
            }
        }
    }

    private static int status(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient()
                .send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static BufferedReader overviews(String url) throws Exception {
        var answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(url + "api/overview")).build(),
                        HttpResponse.BodyHandlers.ofInputStream());
        return new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
    }

    /** The first overview in which the processes are so, and those that are not there say why. */
    private static JsonNode states(BufferedReader overviews, String... states) throws IOException {
        while (true) {
            var line = String.valueOf(overviews.readLine());
            assertThat(line).isNotEqualTo("null");
            if (line.startsWith("data: ")) {
                var overview = new JsonMapper().readTree(line.substring("data: ".length()));
                var all = overview.path("processes").valueStream().toList();
                var seen =
                        all.stream().map(each -> each.path("state").asString()).toList();
                boolean isSaid = all.stream()
                        .allMatch(each -> each.path("state").asString().equals("SEEN")
                                || !each.path("trouble").isNull());
                if (isSaid && seen.equals(List.of(states))) {
                    return overview;
                }
            }
        }
    }
}
