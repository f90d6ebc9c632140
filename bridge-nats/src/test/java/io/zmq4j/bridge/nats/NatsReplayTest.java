package io.zmq4j.bridge.nats;

import static org.assertj.core.api.Assertions.assertThat;

import io.nats.client.Connection;
import io.nats.client.Nats;
import io.zmq4j.Context;
import io.zmq4j.DealerSocket;
import io.zmq4j.bridge.Bridge;
import io.zmq4j.message.Message;
import io.zmq4j.testkit.NatsServer;
import io.zmq4j.testkit.Ports;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NatsReplayTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Context context = Context.create();
    private final DealerSocket dealer = context.dealer();
    private NatsServer server;
    private Connection connection;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        server = NatsServer.start(folder);
        connection = Nats.connect(server.url());
    }

    @AfterEach
    void end() throws Exception {
        context.close(Duration.ZERO);
        connection.close();
        server.close();
    }

    private Bridge published(String streamAndSettings) {
        int port = Ports.freeTcpPort();
        dealer.connect("tcp://127.0.0.1:" + port);
        return Bridge.builder()
                .from(server.stream(streamAndSettings))
                .to("pub://127.0.0.1:" + Ports.freeTcpPort() + "?bind")
                .replay("replay://127.0.0.1:" + port + "?bind")
                .start();
    }

    private void store(String subject, String text) throws Exception {
        connection.jetStream().publish(subject, text.getBytes(StandardCharsets.UTF_8));
    }

    private Message answer() {
        return dealer.receive(PATIENCE).orElseThrow();
    }

    @Test
    void whatWasThereBeforeComesFromWhereItIsAskedFor() throws Exception {
        try (var bridge = published("S?create=a.*,b")) {
            dealer.send("beginning");
            assertThat(answer()).isEqualTo(Message.of("end"));
            store("a.x", "1");
            store("b", "2");
            store("a.y", "3");
            dealer.send("beginning", "a.");
            assertThat(answer()).isEqualTo(Message.of("record", "S@1", "a.x", "1"));
            assertThat(answer()).isEqualTo(Message.of("record", "S@3", "a.y", "3"));
            assertThat(answer()).isEqualTo(Message.of("end", "S@3"));
            for (String last : List.of("offset:3", "after:S@2")) {
                dealer.send(last);
                assertThat(answer()).isEqualTo(Message.of("record", "S@3", "a.y", "3"));
                assertThat(answer()).isEqualTo(Message.of("end", "S@3"));
            }
            for (String nothing : List.of("offset:100", "end", "time:2100-01-01T00:00:00Z", "after:S@3")) {
                dealer.send(nothing);
                assertThat(answer()).isEqualTo(Message.of("end", "S@3"));
            }
            dealer.send("time:2000-01-01T00:00:00Z", "b");
            assertThat(answer()).isEqualTo(Message.of("record", "S@2", "b", "2"));
            assertThat(answer()).isEqualTo(Message.of("end", "S@3"));
            assertThat(bridge.trouble()).isEmpty();
        }
    }

    @Test
    void anEndWhoseLastMessageWasDeletedIsReached() throws Exception {
        try (var bridge = published("S?create=a.*,b&subject=a.*")) {
            store("a.x", "1");
            store("a.y", "2");
            store("b", "3");
            connection.jetStreamManagement().deleteMessage("S", 2);
            dealer.send("beginning");
            assertThat(answer()).isEqualTo(Message.of("record", "S@1", "a.x", "1"));
            assertThat(answer()).isEqualTo(Message.of("end", "S@3"));
            assertThat(bridge.trouble()).isEmpty();
        }
    }

    @Test
    void moreThanIsFetchedAtOnceComesInOrder() throws Exception {
        try (var bridge = published("S?create=s")) {
            for (int i = 1; i <= 1200; i++) {
                connection.publish("s", new byte[0]);
            }
            store("s", "last");
            dealer.send("beginning");
            for (int i = 1; i <= 1201; i++) {
                assertThat(answer().text(1)).isEqualTo("S@" + i);
            }
            assertThat(answer()).isEqualTo(Message.of("end", "S@1201"));
            assertThat(bridge.trouble()).isEmpty();
        }
    }

    @Test
    void aServerThatGoesEndsAReplayWithAnError() throws Exception {
        try (var bridge = published("S?create=s")) {
            store("s", "1");
            server.kill();
            dealer.send("beginning");
            assertThat(answer().text()).isEqualTo("error");
            server.restart();
            assertThat(bridge.progress()).isNotNull();
        }
    }
}
