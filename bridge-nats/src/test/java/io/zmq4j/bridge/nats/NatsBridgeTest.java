package io.zmq4j.bridge.nats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.Nats;
import io.nats.client.api.MessageInfo;
import io.zmq4j.Context;
import io.zmq4j.PullSocket;
import io.zmq4j.PushSocket;
import io.zmq4j.bridge.Bridge;
import io.zmq4j.bridge.progress.Phase;
import io.zmq4j.bridge.spi.BridgeException;
import io.zmq4j.message.Message;
import io.zmq4j.testkit.NatsServer;
import io.zmq4j.testkit.Ports;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NatsBridgeTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    static Path folder;

    private static NatsServer server;

    private final int port = Ports.freeTcpPort();
    private final int backPort = Ports.freeTcpPort();
    private final Context context = Context.create();
    private final PushSocket push = context.push();
    private final PullSocket pull = context.pull();

    @BeforeAll
    static void start() {
        server = NatsServer.start(folder);
    }

    @AfterAll
    static void end() {
        server.close();
    }

    @AfterEach
    void close() {
        context.close(Duration.ZERO);
    }

    /** From the PUSH to a stream. */
    private Bridge there(String stream) {
        push.connect("tcp://127.0.0.1:" + port);
        return Bridge.builder()
                .from("pull://127.0.0.1:" + port + "?bind")
                .to(server.stream(stream))
                .start();
    }

    /** From a stream to the PULL. */
    private Bridge back(String stream) {
        if (pull.lastEndpoint().isEmpty()) {
            pull.bind("tcp://127.0.0.1:" + backPort);
        }
        return Bridge.builder()
                .from(server.stream(stream))
                .to("push://127.0.0.1:" + backPort)
                .start();
    }

    private Message received() {
        return pull.receive(PATIENCE).orElseThrow();
    }

    /** Message number {@code sequence} of a stream, when it is there. */
    private static MessageInfo stored(String stream, long sequence) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Connection connection = Nats.connect(server.url());
        try {
            while (true) {
                try {
                    return connection.jetStreamManagement().getMessage(stream, sequence);
                } catch (JetStreamApiException e) {
                    assertThat(System.nanoTime() - end)
                            .as("nothing there: " + e.getMessage())
                            .isNegative();
                }
            }
        } finally {
            connection.close();
        }
    }

    @Test
    void aMessageOfOneFrameIsTheBodyAsItIs() throws IOException, InterruptedException {
        try (var bridge = there("SINGLE?create=single")) {
            push.send("hello");
            MessageInfo stored = stored("SINGLE", 1);
            assertThat(stored.getSubject()).isEqualTo("single");
            assertThat(new String(stored.getData(), StandardCharsets.UTF_8)).isEqualTo("hello");
            assertThat(stored.getHeaders().keySet()).containsExactly("Nats-Msg-Id");
            assertThat(bridge.promise()).hasToString("at most once");
        }
    }

    @Test
    void theKeyMakesTheSubjectAndFramesBeforeTheLastAreHeaders() throws IOException, InterruptedException {
        try (var bridge = there("KEYED?create=keyed.>&subject=keyed.{key}&key=frame:0")) {
            push.send("weather.nl", "two", "value");
            MessageInfo stored = stored("KEYED", 1);
            assertThat(stored.getSubject()).isEqualTo("keyed.weather.nl");
            assertThat(stored.getHeaders().get("Zmq-Frame")).containsExactly("weather.nl", "two");
            assertThat(bridge.trouble()).isEmpty();
        }
    }

    @Test
    void everyMessageComesBackAsItWasInBothLayouts() {
        for (String layout : List.of("last", "packed")) {
            String stream = "BACK-" + layout;
            var sent = List.of(
                    Message.of("one"),
                    Message.of("a", "", "base64:b", " c ", "d"),
                    Message.empty(),
                    Message.of(new byte[] {0, -1}, new byte[0]));
            try (var there = there(stream + "?create=back-" + layout + "&body=" + layout);
                    var back = back(stream + "?durable=d")) {
                sent.forEach(push::send);
                var received = new ArrayList<Message>();
                while (received.size() < sent.size()) {
                    received.add(received());
                }
                assertThat(received).isEqualTo(sent);
                assertThat(there.trouble()).isEmpty();
                assertThat(back.trouble()).isEmpty();
            }
            push.disconnect("tcp://127.0.0.1:" + port);
        }
    }

    @Test
    void aDurableConsumerGoesOnWhereItWasAcknowledged() {
        try (var there = there("DURABLE?create=durable")) {
            push.send("1");
            push.send("2");
            try (var back = back("DURABLE?durable=d")) {
                assertThat(received().text()).isEqualTo("1");
                assertThat(received().text()).isEqualTo("2");
                assertThat(back.trouble()).isEmpty();
            }
            push.send("3");
            try (var back = back("DURABLE?durable=d")) {
                assertThat(received().text()).isEqualTo("3");
                assertThat(back.trouble()).isEmpty();
            }
            try (var back = back("DURABLE?from=offset:2")) {
                assertThat(received().text()).isEqualTo("2");
                assertThat(back.trouble()).isEmpty();
            }
            assertThat(there.trouble()).isEmpty();
        }
    }

    @Test
    void aMessageThatIsTooLargeOrHasNoSubjectIsADeadLetter() throws IOException, InterruptedException {
        push.connect("tcp://127.0.0.1:" + port);
        try (var bridge = Bridge.builder()
                .from("pull://127.0.0.1:" + port + "?bind")
                .to(server.stream("STRICT?create=strict.*&subject=strict.{key}&key=frame:0"))
                .deadLetters(server.stream("DEAD?create=dead"))
                .start()) {
            push.send("a b", "value");
            MessageInfo dead = stored("DEAD", 1);
            assertThat(dead.getHeaders().getFirst("zmq.dead.reason")).contains("a b", "no part of a subject");
            push.send("ab", "value");
            assertThat(stored("STRICT", 1).getSubject()).isEqualTo("strict.ab");
            assertThat(bridge.progress().phase()).isEqualTo(Phase.RUNNING);
        }
    }

    @Test
    void aMessageThatIsTooLargeEndsTheBridgeWithoutAPlaceForDeadLetters() throws InterruptedException {
        try (var bridge = there("LARGE?create=large")) {
            push.send(new byte[2_000_000]);
            assertThat(bridge.awaitEnd(PATIENCE)).isTrue();
            assertThat(bridge.trouble().orElseThrow()).contains("1048576", "dead letters");
        }
    }

    @Test
    void aStreamThatIsNotThereIsToldBeforeAnythingIsRead() {
        assertThatThrownBy(() -> there("NOWHERE"))
                .isInstanceOf(BridgeException.class)
                .hasMessageContaining("there is no stream NOWHERE; create=SUBJECTS makes it");
    }

    @Test
    void aServerThatIsNotThereIsToldBeforeAnythingIsRead() {
        assertThatThrownBy(() -> Bridge.builder()
                        .from("pull://127.0.0.1:" + port + "?bind")
                        .to("nats://127.0.0.1:" + Ports.freeTcpPort() + "/STREAM")
                        .start())
                .isInstanceOf(BridgeException.class)
                .hasMessageContaining("Unable to connect");
    }

    @Test
    void whatWaitsWhileTheServerIsAwayIsWrittenInOrderWhenItIsBack() throws Exception {
        try (var own = NatsServer.start(folder.resolve("own"));
                var bridge = Bridge.builder()
                        .from("pull://127.0.0.1:" + port + "?bind")
                        .to(own.stream("AWAY?create=away"))
                        .inFlight(10, 1 << 20)
                        .start()) {
            push.sendHighWaterMark(1);
            push.connect("tcp://127.0.0.1:" + port);
            push.send("0");
            own.kill();
            for (int i = 1; i < 100; i++) {
                push.send(Integer.toString(i));
            }
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (bridge.trouble().isEmpty()) {
                assertThat(System.nanoTime() - end).isNegative();
            }
            assertThat(bridge.progress().inFlightRecords()).isLessThanOrEqualTo(10);
            own.restart();
            Connection connection = Nats.connect(own.url());
            try {
                var subscription = connection.jetStream().subscribe("away");
                for (int i = 0; i < 100; i++) {
                    var next = subscription.nextMessage(PATIENCE);
                    assertThat(new String(next.getData(), StandardCharsets.UTF_8))
                            .isEqualTo(Integer.toString(i));
                }
            } finally {
                connection.close();
            }
        }
    }
}
