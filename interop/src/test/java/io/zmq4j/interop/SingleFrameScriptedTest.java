package io.zmq4j.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.Receiver;
import io.zmq4j.Sender;
import io.zmq4j.Socket;
import io.zmq4j.error.UnroutableException;
import io.zmq4j.event.DropReason;
import io.zmq4j.event.Routed;
import io.zmq4j.event.SocketEvent;
import io.zmq4j.message.Message;
import io.zmq4j.testkit.RawFrame;
import io.zmq4j.testkit.RawListener;
import io.zmq4j.testkit.RawPeer;
import io.zmq4j.zmtp.CloseReason;
import io.zmq4j.zmtp.SocketType;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The types of RFC 41, 48, 49, 51 and 52 with a peer that is written from the RFCs, byte by byte. */
class SingleFrameScriptedTest {
    @RegisterExtension
    final Rig rig = new Rig();

    private static RawFrame frame(String text) {
        return RawFrame.message(text.getBytes());
    }

    private static RawFrame more(String text) {
        return RawFrame.more(text.getBytes());
    }

    private static RawPeer peerOf(Socket socket, String type) {
        return RawPeer.connect(socket.bind("tcp://127.0.0.1:*").uri()).handshake(type);
    }

    @ParameterizedTest
    @CsvSource({"CLIENT, SERVER", "SERVER, CLIENT", "GATHER, SCATTER", "PEER, PEER", "CHANNEL, CHANNEL"})
    void aMessageIsAFrameAndSeveralAreDiscarded(SocketType type, String peerType) {
        Socket socket = rig.context().socket(type);
        try (var peer = peerOf(socket, peerType)) {
            peer.send(more("two"));
            peer.send(frame("frames"));
            peer.send(frame("one"));
            Message came = ((Receiver) socket).receive(Rig.PATIENCE).orElseThrow();
            assertThat(came.text(came.frameCount() - 1)).isEqualTo("one");
            assertThat(socket.drops()).containsEntry(DropReason.WRONG_SHAPE, 1L);
            if (socket instanceof Sender sender) {
                sender.send(came);
                peer.expect(frame("one"));
            }
        }
    }

    @Test
    void aHelloThatIsLargerThanAllowedEndsTheConnection() {
        var client = rig.context().client().maxMessageSize(4);
        var events = EventLog.of(client);
        try (var listener = RawListener.tcp()) {
            client.connect(listener.endpoint());
            try (var server = listener.accept().handshake("SERVER")) {
                server.send(frame("hello"));
                SocketEvent end = events.await(SocketEvent.Type.DISCONNECTED);
                assertThat(end.reason()).isEqualTo(CloseReason.MESSAGE_TOO_LARGE);
                server.expectClosed(Rig.PATIENCE);
            }
        }
    }

    @Test
    void nothingOfARoutingIdIsOnTheWire() {
        var server = rig.context().server();
        try (var one = peerOf(server, "CLIENT")) {
            one.send(frame("hello"));
            Routed hello = server.receiveRouted(Rig.PATIENCE).orElseThrow();
            server.send(hello.routingId(), "");
            one.expect("00 00");
        }
    }

    @Test
    void whoLeftIsNotThere() {
        var server = rig.context().server();
        Routed hello;
        try (var one = peerOf(server, "CLIENT")) {
            one.send(frame("hello"));
            hello = server.receiveRouted(Rig.PATIENCE).orElseThrow();
            assertThat(server.hasPeer(hello.routingId())).isTrue();
            assertThat(server.peer(hello.routingId())).isPresent();
        }
        Rig.await("it is gone", () -> !server.hasPeer(hello.routingId()));
        assertThatThrownBy(() -> server.send(hello.routingId(), "late")).isInstanceOf(UnroutableException.class);
    }

    @Test
    void aPeerThatIsGivenUpIsDisconnected() {
        var server = rig.context().server();
        try (var one = peerOf(server, "CLIENT")) {
            one.send(frame("hello"));
            Routed hello = server.receiveRouted(Rig.PATIENCE).orElseThrow();
            server.disconnectPeer(hello.routingId());
            one.expectClosed(Rig.PATIENCE);
            assertThat(server.hasPeer(hello.routingId())).isFalse();
        }
    }

    @Test
    void aPeerThatWasConnectedToAndIsGivenUpIsNotConnectedToAgain() {
        var peer = rig.context().peer().reconnectInterval(Duration.ofMillis(1));
        try (var listener = RawListener.tcp()) {
            int id = peer.connectPeer(listener.endpoint());
            peer.send(id, "at once");
            try (var theirs = listener.accept().handshake("PEER")) {
                theirs.expect(frame("at once"));
                peer.disconnectPeer(id);
                theirs.expectClosed(Rig.PATIENCE);
            }
            assertThat(peer.hasPeer(id)).isFalse();
            assertThatThrownBy(() -> listener.accept(Rig.MOMENT)).isInstanceOf(AssertionError.class);
        }
    }

    @Test
    void theNumberOfWhomOneConnectedToStaysWhenTheConnectionBreaks() {
        var peer = rig.context().peer().reconnectInterval(Duration.ofMillis(1));
        try (var listener = RawListener.tcp()) {
            int id = peer.connectPeer(listener.endpoint());
            try (var first = listener.accept().handshake("PEER")) {
                first.send(frame("1"));
                assertThat(peer.receiveRouted(Rig.PATIENCE).orElseThrow().routingId())
                        .isEqualTo(id);
            }
            try (var second = listener.accept().handshake("PEER")) {
                second.send(frame("2"));
                Routed again = peer.receiveRouted(Rig.PATIENCE).orElseThrow();
                assertThat(again.routingId()).isEqualTo(id);
                assertThat(again.message().text()).isEqualTo("2");
                peer.send(id, "3");
                second.expect(frame("3"));
            }
        }
    }

    @Test
    void aDishSaysWhatItJoinsAndLeavesAndAllOfItAgain() {
        var dish = rig.context().dish().join("weather").reconnectInterval(Duration.ofMillis(1));
        try (var listener = RawListener.tcp()) {
            dish.connect(listener.endpoint());
            try (var first = listener.accept().handshake("RADIO")) {
                first.expect(RawFrame.command("JOIN", "weather".getBytes()));
                dish.join("sport").leave("weather");
                first.expect(RawFrame.command("JOIN", "sport".getBytes()));
                first.expect(RawFrame.command("LEAVE", "weather".getBytes()));
                first.send(more("sport"));
                first.send(frame("goal"));
                assertThat(dish.receive(Rig.PATIENCE)).contains(Message.of("sport", "goal"));
                first.send(more("weather"));
                first.send(frame("not joined"));
                first.send(frame("sport"));
                first.send(more("sport"));
                first.send(frame("end"));
                assertThat(dish.receive(Rig.PATIENCE)).contains(Message.of("sport", "end"));
                assertThat(dish.drops())
                        .containsEntry(DropReason.NOT_SUBSCRIBED, 1L)
                        .containsEntry(DropReason.WRONG_SHAPE, 1L);
            }
            try (var second = listener.accept().handshake("RADIO")) {
                second.expect(RawFrame.command("JOIN", "sport".getBytes()));
            }
        }
    }

    @Test
    void aRadioObeysCommandsAndDiscardsMessages() {
        var radio = rig.context().radio();
        try (var dish = peerOf(radio, "DISH")) {
            dish.send(frame("\1weather"));
            dish.send(frame("words"));
            dish.send(RawFrame.command("JOIN", "sport".getBytes()));
            assertThat(radio.awaitPeer(Rig.PATIENCE)).isTrue();
            radio.send("weather", "sunny");
            radio.send("sport", "goal");
            dish.expect(more("sport"));
            dish.expect(frame("goal"));
            assertThat(radio.drops()).containsEntry(DropReason.NOT_RECEIVING, 1L);
        }
    }

    @Test
    void aGroupThatIsNoneEndsTheConnectionAndNothingElse() {
        var radio = rig.context().radio();
        var events = EventLog.of(radio);
        try (var bad = peerOf(radio, "DISH");
                var good = RawPeer.connect(radio.lastEndpoint()).handshake("DISH")) {
            good.send(RawFrame.command("JOIN", "x".getBytes()));
            assertThat(radio.awaitPeer(Rig.PATIENCE)).isTrue();
            bad.send(RawFrame.command("JOIN", new byte[256]));
            bad.expectClosed(Rig.PATIENCE);
            SocketEvent end = events.await(SocketEvent.Type.DISCONNECTED);
            assertThat(end.reason()).isEqualTo(CloseReason.MALFORMED_COMMAND);
            radio.send("x", "1");
            good.expect(more("x"));
            good.expect(frame("1"));
        }
    }
}
