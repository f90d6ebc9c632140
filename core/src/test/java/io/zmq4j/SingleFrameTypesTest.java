package io.zmq4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.event.Routed;
import io.zmq4j.message.Message;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** CLIENT, SERVER, SCATTER, GATHER, PEER, CHANNEL, RADIO and DISH over each transport that has connections. */
class SingleFrameTypesTest {
    private static final Duration IN_TIME = Duration.ofSeconds(20);

    @TempDir
    private static Path directory;

    private final Context context = Context.create();

    @AfterEach
    void close() {
        context.close(Duration.ZERO);
    }

    private static String endpoint(String transport) {
        return switch (transport) {
            case "tcp" -> "tcp://127.0.0.1:*";
            case "ipc" -> "ipc://" + directory.resolve("socket" + System.nanoTime());
            default -> "inproc://here";
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcp", "ipc", "inproc"})
    void aServerAnswersWhoAsked(String transport) {
        var server = context.server();
        String endpoint = server.bind(endpoint(transport)).uri();
        var one = context.client();
        var other = context.client();
        one.connect(endpoint);
        other.connect(endpoint);

        one.send("one");
        other.send("other");
        for (int i = 0; i < 2; i++) {
            Routed request = server.receiveRouted(IN_TIME).orElseThrow();
            assertThat(request.routingId()).isNotZero();
            assertThat(request.peer().type()).isEqualTo("CLIENT");
            server.send(request.routingId(), "to " + request.message().text());
        }

        assertThat(one.receiveText(IN_TIME)).contains("to one");
        assertThat(other.receiveText(IN_TIME)).contains("to other");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcp", "ipc", "inproc"})
    void whatIsScatteredIsGatheredInTurn(String transport) {
        var scatter = context.scatter();
        String endpoint = scatter.bind(endpoint(transport)).uri();
        var one = context.gather();
        var other = context.gather();
        assertThat(one.connect(endpoint).awaitPeer(IN_TIME)).isTrue();
        assertThat(other.connect(endpoint).awaitPeer(IN_TIME)).isTrue();
        awaitPeers(scatter, 2);

        scatter.send("1");
        scatter.send("2");

        assertThat(one.receiveText(IN_TIME).orElseThrow()
                        + other.receiveText(IN_TIME).orElseThrow())
                .isIn("12", "21");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcp", "ipc", "inproc"})
    void aChannelGoesBothWays(String transport) {
        var bound = context.channel();
        var connected = context.channel();
        connected.connect(bound.bind(endpoint(transport)).uri());

        connected.send("there");
        assertThat(bound.receiveText(IN_TIME)).contains("there");
        bound.send("back");
        assertThat(connected.receiveText(IN_TIME)).contains("back");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcp", "ipc", "inproc"})
    void aPeerIsSentToAsSoonAsItIsConnectedTo(String transport) {
        var bound = context.peer();
        var connected = context.peer();
        int id = connected.connectPeer(bound.bind(endpoint(transport)).uri());

        connected.send(id, "there");
        Routed heard = bound.receiveRouted(IN_TIME).orElseThrow();
        assertThat(heard.message().text()).isEqualTo("there");
        bound.send(heard.routingId(), "back");
        Routed answer = connected.receiveRouted(IN_TIME).orElseThrow();
        assertThat(answer.message().text()).isEqualTo("back");
        assertThat(answer.routingId()).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcp", "ipc", "inproc"})
    void aDishHearsItsGroupsAndNoOthers(String transport) {
        var radio = context.radio();
        var dish = context.dish().join("weather");
        dish.connect(radio.bind(endpoint(transport)).uri());
        assertThat(radio.awaitPeer(IN_TIME)).isTrue();

        radio.send("weather/nl", "rain");
        radio.send("weather", "sunny");

        assertThat(dish.receive(IN_TIME)).contains(Message.of("weather", "sunny"));
        dish.leave("weather").join("sports");
        Message last;
        do {
            radio.send("weather", "cold");
            radio.send("sports", "goal");
            last = dish.receive(Duration.ofMillis(10)).orElse(Message.empty());
        } while (last.frameCount() == 1);
        assertThat(last).isEqualTo(Message.of("sports", "goal"));
    }

    @Test
    void groupsAreJoinedAgainWhenTheConnectionComesBack() {
        var radio = context.radio();
        String endpoint = radio.bind("tcp://127.0.0.1:*").uri();
        var dish = context.dish().join("a").reconnectInterval(Duration.ofMillis(1));
        dish.connect(endpoint);
        assertThat(radio.awaitPeer(IN_TIME)).isTrue();
        dish.join("b");
        radio.unbind(endpoint);
        radio.bind(endpoint);

        assertThat(radio.awaitPeer(IN_TIME)).isTrue();
        for (String group : List.of("a", "b")) {
            Message last;
            do {
                // Of the groups, each by itself may not have come yet.
                radio.send(group, "again");
                last = dish.receive(Duration.ofMillis(10)).orElse(Message.empty());
            } while (!last.text().equals(group));
        }
    }

    private void awaitPeers(Socket socket, int count) {
        long deadline = System.nanoTime() + IN_TIME.toNanos();
        while (socket.peerCount() < count) {
            assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
            Thread.onSpinWait();
        }
    }
}
