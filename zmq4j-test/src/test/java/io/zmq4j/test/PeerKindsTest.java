package io.zmq4j.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.ChannelSocket;
import io.zmq4j.ClientSocket;
import io.zmq4j.DishSocket;
import io.zmq4j.GatherSocket;
import io.zmq4j.PeerSocket;
import io.zmq4j.RadioSocket;
import io.zmq4j.ScatterSocket;
import io.zmq4j.ServerSocket;
import io.zmq4j.event.Routed;
import io.zmq4j.message.Message;
import io.zmq4j.test.junit.ZmqTest;
import io.zmq4j.zmtp.SocketType;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A peer of each type whose messages have one frame, and of plain TCP. */
@ZmqTest
class PeerKindsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Test
    void asAServerItAnswersByRulesAndByHand(ClientSocket client, Peer peer) {
        peer.as(SocketType.SERVER).on("one", "1");
        client.connect(peer.uri());
        client.send("one");
        assertThat(client.receiveText()).isEqualTo("1");
        peer.expect("one");
        client.send("two");
        peer.expect("two");
        peer.reply("2");
        assertThat(client.receiveText()).isEqualTo("2");
        peer.send("by itself");
        assertThat(client.receiveText()).isEqualTo("by itself");
    }

    @Test
    void anEmptyMessageIsTakenApartToo(ClientSocket client, Peer peer) {
        peer.as(SocketType.SERVER).on("", "nothing");
        client.connect(peer.uri());
        client.send("");
        assertThat(client.receiveText()).isEqualTo("nothing");
        peer.expect("");
    }

    @Test
    void aServerTellsItsClientsApartByTheirRequestsOnly(ClientSocket one, ClientSocket other, Peer peer) {
        peer.as(SocketType.SERVER);
        one.connect(peer.uri());
        one.send("one");
        peer.expect("one");
        other.connect(peer.uri());
        other.send("other");
        peer.expect("other");
        peer.reply("to the other");
        assertThat(other.receiveText()).isEqualTo("to the other");
        assertThatThrownBy(() -> peer.send("to whom?"))
                .isInstanceOf(AssertionError.class)
                .hasMessage(
                        "a SERVER sends to the one peer that is there, and at %s there are 2: answer each with reply"
                                .formatted(peer.uri()));
    }

    @Test
    void asAClientItAsks(ServerSocket server, Peer peer) {
        peer.as(SocketType.CLIENT);
        server.connect(peer.uri());
        peer.send("ask");
        Routed asked = server.receiveRouted(PATIENCE).orElseThrow();
        assertThat(asked.message().text()).isEqualTo("ask");
        server.send(asked.routingId(), "answer");
        peer.expect("answer");
    }

    @Test
    void asADishItHearsTheGroupsThatItJoins(RadioSocket radio, Peer peer) {
        peer.as(SocketType.DISH).join("weather");
        radio.connect(peer.uri());
        assertThat(radio.awaitPeer(PATIENCE)).isTrue();
        radio.send("sport", "goal");
        radio.send("weather", "sunny");
        peer.expect("weather", "sunny");
        peer.leave("weather").join("sport");
        Message goal = Message.of("sport", "goal");
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!peer.received().contains(goal)) {
            assertThat(System.nanoTime() - deadline).as("joined in time").isNegative();
            radio.send(goal);
        }
    }

    @Test
    void asARadioItWaitsForOneThatJoins(DishSocket dish, Peer peer) {
        peer.as(SocketType.RADIO);
        dish.connect(peer.uri());
        dish.join("weather");
        peer.send("weather", "sunny");
        assertThat(dish.receive()).isEqualTo(Message.of("weather", "sunny"));
    }

    @Test
    void saysThatNobodyJoined(DishSocket dish, Peer peer) {
        peer.as(SocketType.RADIO);
        dish.connect(peer.uri());
        assertThatThrownBy(() -> peer.send("weather", "sunny"))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("nothing joined a group at " + peer.uri() + " within 5 s");
    }

    @Test
    void asAScatterItSendsAndAsAGatherItReceives(GatherSocket gather, ScatterSocket scatter, Peer from, Peer to) {
        from.as(SocketType.SCATTER);
        to.as(SocketType.GATHER);
        gather.connect(from.uri());
        scatter.connect(to.uri());
        from.send("a");
        scatter.send(gather.receive());
        to.expect("a");
    }

    @Test
    void asAChannelItTalksToOne(ChannelSocket channel, Peer peer) {
        peer.as(SocketType.CHANNEL).on("one", "1");
        channel.connect(peer.uri());
        peer.send("hello");
        assertThat(channel.receiveText()).isEqualTo("hello");
        channel.send("one");
        assertThat(channel.receiveText()).isEqualTo("1");
    }

    @Test
    void asAPeerItIsOneAmongEquals(PeerSocket equal, Peer peer) {
        peer.as(SocketType.PEER).on("one", "1");
        int id = equal.connectPeer(peer.uri());
        equal.send(id, "one");
        assertThat(equal.receiveRouted(PATIENCE).orElseThrow().message().text()).isEqualTo("1");
        peer.send("by itself");
        assertThat(equal.receiveRouted(PATIENCE).orElseThrow().message().text()).isEqualTo("by itself");
    }

    @Test
    void asAStreamItTalksToWhatIsNoZeroMq(Peer peer) throws Exception {
        peer.as(SocketType.STREAM).on("PING", "PONG");
        URI place = URI.create(peer.uri());
        try (var plain = new Socket(place.getHost(), place.getPort())) {
            plain.setSoTimeout((int) PATIENCE.toMillis());
            peer.send("WELCOME");
            assertThat(plain.getInputStream().readNBytes(7)).asString().isEqualTo("WELCOME");
            plain.getOutputStream().write("PING".getBytes(StandardCharsets.US_ASCII));
            assertThat(plain.getInputStream().readNBytes(4)).asString().isEqualTo("PONG");
            peer.expect("PING");
        }
    }

    @Test
    void whatHasSeveralFramesIsRefused(ClientSocket client, ChannelSocket channel, Peer server, Peer equal) {
        equal.as(SocketType.CHANNEL);
        channel.connect(equal.uri());
        assertThatThrownBy(() -> equal.send("two", "frames"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("CHANNEL");
        server.as(SocketType.SERVER);
        client.connect(server.uri());
        client.send("one");
        server.expect("one");
        assertThatThrownBy(() -> server.reply("two", "frames")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void onlyADishJoins(Peer peer) {
        peer.as(SocketType.RADIO);
        assertThatThrownBy(() -> peer.join("weather"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("a RADIO has no groups to join: a DISH has");
        assertThatThrownBy(() -> peer.leave("weather")).isInstanceOf(IllegalStateException.class);
    }
}
