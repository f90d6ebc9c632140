package io.zmq4j.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.error.UnroutableException;
import io.zmq4j.event.DropCounters;
import io.zmq4j.event.DropReason;
import io.zmq4j.event.Peer;
import io.zmq4j.message.Message;
import io.zmq4j.options.OptionValues;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.zmtp.CloseReason;
import io.zmq4j.zmtp.SocketType;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** SERVER, and PEER, which is the same pattern. */
class ServerTest {
    private final DropCounters drops = new DropCounters();
    private final OptionValues options = new OptionValues(SocketType.SERVER);
    private final Server server = new Server(SocketType.SERVER, options, drops);

    @Test
    @DisplayName("RFC 41, 51: SHALL identify each double queue using a unique routing id, which is a non-zero 32-bit "
            + "unsigned integer value")
    void eachPeerHasANumberOfItsOwn() {
        byte[] a = server.routingId(attach(FakePipe.roomy()));
        byte[] b = server.routingId(attach(FakePipe.roomy()));
        assertThat(a).hasSize(4).isNotEqualTo(b).isNotEqualTo(new byte[4]);
        assertThat(server.hasPeer(a)).isTrue();
        assertThat(server.hasPeer(new byte[4])).isFalse();
        assertThat(server.hasPeer(new byte[] {1})).as("what is no number").isFalse();
    }

    @Test
    @DisplayName("RFC 41, 51: SHALL NOT allow the peer to specify its routing id explicitly")
    void whatAPeerAnnouncesIsNotItsId() {
        byte[] id = server.routingId(attach(FakePipe.roomy().announcing("mine")));
        assertThat(id).hasSize(4).isNotEqualTo("mine".getBytes());
        assertThat(server.hasPeer("mine".getBytes())).isFalse();
    }

    @Test
    @DisplayName("RFC 41, 51: SHALL receive incoming messages from its peers using a fair-queuing strategy, and SHALL "
            + "provide the application with an API to retrieve the message routing-id")
    void eachMessageComesBehindItsPeersNumberInTurn() {
        byte[] a = server.routingId(attach(FakePipe.roomy().deliver("a1").deliver("a2")));
        byte[] b = server.routingId(attach(FakePipe.roomy().deliver("b1")));
        var senders = new Peer[1];
        assertThat(server.canReceive()).isTrue();
        assertThat(server.tryReceive(senders, 0)).isEqualTo(Message.of(a, "a1".getBytes()));
        assertThat(senders[0].routingId()).isEqualTo(a);
        assertThat(server.tryReceive(senders, 0)).isEqualTo(Message.of(b, "b1".getBytes()));
        assertThat(senders[0].routingId()).isEqualTo(b);
        assertThat(server.tryReceive()).isEqualTo(Message.of(a, "a2".getBytes()));
        assertThat(server.tryReceive()).isNull();
    }

    @Test
    @DisplayName("RFC 41, 51: MUST discard any part of a multipart message")
    void aMessageOfSeveralFramesIsDiscardedWholeAndCounted() {
        var a = attach(FakePipe.roomy().deliver("two", "frames").deliver("one"));
        assertThat(server.tryReceive()).isEqualTo(Message.of(server.routingId(a), "one".getBytes()));
        assertThat(server.canReceive()).isFalse();
        assertThat(drops.count(DropReason.WRONG_SHAPE)).isEqualTo(1);
    }

    @Test
    @DisplayName("RFC 41, 51: SHALL provide an API to set the message routing-id, and SHALL route the message to the "
            + "outgoing queue if that queue exists, and is not full")
    void theNumberDecidesAndIsRemoved() {
        var a = attach(FakePipe.roomy());
        var b = attach(FakePipe.roomy());
        assertThat(server.trySend(to(b, "x"))).isTrue();
        assertThat(b.received()).containsExactly(Message.of("x"));
        assertThat(a.received()).isEmpty();
    }

    @Test
    @DisplayName("RFC 41, 51: SHALL return an error if the queue does not exist")
    void whoIsNotThereIsAnError() {
        var a = attach(FakePipe.roomy());
        Message message = to(a, "x");
        server.detach(a);
        assertThatThrownBy(() -> server.trySend(message))
                .isInstanceOf(UnroutableException.class)
                .hasMessageContaining("SERVER")
                .hasMessageContaining("0x" + new RoutingId(message.array(0)));
    }

    @Test
    void whoLeftUnnoticedIsAnErrorToo() {
        var a = attach(FakePipe.roomy().deliver("last"));
        Message message = to(a, "x");
        a.ended();
        assertThat(server.hasPeer(message.array(0))).isFalse();
        assertThatThrownBy(() -> server.trySend(message)).isInstanceOf(UnroutableException.class);
        server.readable(a);
        assertThat(server.tryReceive()).isEqualTo(Message.of(message.array(0), "last".getBytes()));
    }

    @Test
    @DisplayName(
            "RFC 41, 51: SHALL block on sending, if the queue is full; SHALL NOT discard messages that it cannot queue")
    void whoIsFullIsWaitedFor() {
        var a = attach(new FakePipe(1));
        assertThat(server.trySend(to(a, "1"))).isTrue();
        assertThat(server.canSend()).isFalse();
        assertThat(server.trySend(to(a, "2"))).isFalse();
        assertThat(a.received()).containsExactly(Message.of("1"));
        server.writable(a);
        assertThat(server.canSend()).isTrue();
        assertThat(server.trySend(to(a, "2"))).isTrue();
        assertThat(drops.snapshot()).isEmpty();
    }

    @Test
    @DisplayName(
            "RFC 51: SHALL provide the application with an API to connect and retrieve the routing id in atomic manner")
    void aNumberThatWasChosenBeforeIsThePeers() {
        byte[] chosen = server.newRoutingId();
        assertThat(server.hasPeer(chosen)).isFalse();
        var pipe = FakePipe.roomy().assigned(chosen);
        server.attach(pipe);
        assertThat(server.hasPeer(chosen)).as("before it is connected").isTrue();
        assertThat(server.trySend(to(pipe, "x"))).isTrue();
        assertThat(server.routingId(pipe)).isEqualTo(chosen);
    }

    /** As over inproc, where the next one who binds the name gets a pipe of its own. */
    @Test
    void theNextAtAConnectedEndpointHasItsNumber() {
        byte[] chosen = server.newRoutingId();
        var first = attach(FakePipe.roomy().assigned(chosen).deliver("last"));
        first.ended();
        var second = attach(FakePipe.roomy().assigned(chosen));
        server.readable(first);
        assertThat(server.tryReceive()).isEqualTo(Message.of(chosen, "last".getBytes()));
        server.left(first);
        server.detach(first);
        assertThat(server.trySend(to(second, "x"))).isTrue();
        assertThat(second.received()).containsExactly(Message.of("x"));
    }

    @Test
    void onePeerIsGivenUp() {
        var a = attach(FakePipe.roomy());
        var b = attach(FakePipe.roomy());
        byte[] id = server.routingId(a);
        server.dismiss(id);
        assertThat(a.closes()).containsExactly(CloseReason.CLOSED_LOCALLY);
        assertThat(server.hasPeer(id)).isFalse();
        assertThatThrownBy(() -> server.dismiss(id)).isInstanceOf(UnroutableException.class);
        assertThat(server.trySend(to(b, "x"))).isTrue();
        server.detach(a);
        assertThat(b.closes()).isEmpty();
    }

    @Test
    void whoIsThereIsKnownByItsNumber() {
        var a = attach(FakePipe.roomy().announcing("mine"));
        byte[] id = server.routingId(a);
        assertThat(server.peer(id).routingId()).isEqualTo(id);
        assertThat(server.peer(new byte[] {0, 0, 0, 0})).isNull();
        assertThat(server.routingId(FakePipe.roomy().announcing("other"))).isEqualTo("other".getBytes());
    }

    private Message to(FakePipe pipe, String body) {
        return Message.of(server.routingId(pipe), body.getBytes());
    }

    private FakePipe attach(FakePipe pipe) {
        assertThat(server.attach(pipe)).isTrue();
        server.connected(pipe);
        server.readable(pipe);
        return pipe;
    }

    @Test
    void aPeerIsGreetedAndItsEndReceivedInItsName() {
        options.set(SocketOptions.HELLO_MSG, "hello".getBytes());
        options.set(SocketOptions.DISCONNECT_MSG, "gone".getBytes());
        var client = FakePipe.roomy().deliver("last");
        server.attach(client);
        server.connected(client);
        assertThat(client.received()).containsExactly(Message.of("hello"));
        byte[] id = server.tryReceive().bytes(0);
        server.detach(client);
        assertThat(server.tryReceive()).isEqualTo(Message.of("gone").prependWrapped(id));
        assertThat(server.tryReceive()).isNull();
    }

    @Test
    void oneThatWasNeverThereIsNotToldOf() {
        options.set(SocketOptions.DISCONNECT_MSG, "gone".getBytes());
        var expected = FakePipe.roomy();
        server.attach(expected);
        server.detach(expected);
        assertThat(server.tryReceive()).isNull();
    }

    @Test
    void onlyAPeerHearsOfABreak() {
        var options = new OptionValues(SocketType.PEER);
        var peer = new Server(SocketType.PEER, options, drops);
        options.set(SocketOptions.HICCUP_MSG, "hiccup".getBytes());
        for (Server each : List.of(server, peer)) {
            var other = FakePipe.roomy();
            each.attach(other);
            each.connected(other);
            each.disconnected(other);
        }
        assertThat(server.tryReceive()).isNull();
        assertThat(peer.tryReceive().text(1)).isEqualTo("hiccup");
    }

    @Test
    void roomIsThatOfTheOneThatIsAsked() {
        byte[] full = server.routingId(attach(FakePipe.full()));
        byte[] roomy = server.routingId(attach(FakePipe.roomy()));
        assertThat(server.canSend(full)).isFalse();
        assertThat(server.canSend(roomy)).isTrue();
        assertThat(server.canSend(new byte[4])).isFalse();
    }
}
