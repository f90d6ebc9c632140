package io.zmq4j.services.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.Context;
import io.zmq4j.bridge.Bridge;
import io.zmq4j.testkit.Ports;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class BridgeCommandTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @ParameterizedTest
    @CsvSource({
        "kafak://a:1/t, push://b:2, kafak",
        "pull://a:1?nosuch=1, push://b:2, nosuch",
        "pull, push://b:2, is no address"
    })
    void aWrongAddressIsAnErrorOfUsage(String from, String to, String said) {
        var err = new StringWriter();
        int code = new CommandLine(new BridgeCommand())
                .setErr(new PrintWriter(err))
                .execute(from, to);
        assertThat(code).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(err.toString()).contains(said);
    }

    @ParameterizedTest
    @CsvSource({"router://*:1, is no place for replays", "replay://127.0.0.1:1?bind, keeps nothing"})
    void replaysNeedAPlaceAndSomethingThatIsKept(String replay, String said) {
        var err = new StringWriter();
        int code = new CommandLine(new BridgeCommand())
                .setErr(new PrintWriter(err))
                .execute("pull://127.0.0.1:" + Ports.freeTcpPort() + "?bind", "push://127.0.0.1:1", "--replay", replay);
        assertThat(code).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(err.toString()).contains(said);
    }

    @Test
    void aBrokerThatIsNotThereIsAnErrorWithTheAddress() {
        var err = new StringWriter();
        String address = "nats://127.0.0.1:" + Ports.freeTcpPort() + "/STREAM";
        int code = new CommandLine(new BridgeCommand())
                .setErr(new PrintWriter(err))
                .execute("pull://127.0.0.1:" + Ports.freeTcpPort() + "?bind", address);
        assertThat(code).isEqualTo(CommandLine.ExitCode.SOFTWARE);
        assertThat(err.toString()).contains(address);
    }

    @Test
    void metricsAndHealthAreServed() throws IOException, InterruptedException {
        int port = Ports.freeTcpPort();
        try (var bridge = Bridge.builder()
                        .from("pull://127.0.0.1:" + port + "?bind")
                        .to("pub://127.0.0.1:" + Ports.freeTcpPort() + "?bind")
                        .start();
                var server = MetricsServer.start("0", bridge);
                var context = Context.create();
                var push = context.push()) {
            push.connect("tcp://127.0.0.1:" + port);
            push.send("hello");
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (bridge.progress().acknowledged() == 0) {
                assertThat(System.nanoTime() - end).isNegative();
            }
            assertThat(get(server.url()).body())
                    .contains(
                            "zmq4j_bridge_read_total 1\n",
                            "zmq4j_bridge_acknowledged_total 1\n",
                            "zmq4j_bridge_healthy 1\n");
            var health = get(server.url().replace("/metrics", "/health"));
            assertThat(health.statusCode()).isEqualTo(200);
            assertThat(health.body()).isEqualTo("RUNNING\n");
        }
    }

    private static HttpResponse<String> get(String url) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(url))
                                .timeout(PATIENCE)
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
