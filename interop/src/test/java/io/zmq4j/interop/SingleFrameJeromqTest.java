package io.zmq4j.interop;

import static io.zmq4j.options.SocketOptions.LINGER;
import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.PeerSocket;
import io.zmq4j.Receiver;
import io.zmq4j.Sender;
import io.zmq4j.Socket;
import io.zmq4j.event.Routed;
import io.zmq4j.message.Message;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import zmq.Msg;

/** The types of RFC 41, 48, 49, 51 and 52 with JeroMQ, which connects to what we bind. */
class SingleFrameJeromqTest {
    @RegisterExtension
    final Rig rig = new Rig();

    @RegisterExtension
    final JeromqPeers jeromq = new JeromqPeers();

    private ZMQ.Socket meet(Socket ours, SocketType type) {
        ours.set(LINGER, Duration.ZERO);
        String endpoint = Transport.TCP.freshEndpoint();
        ours.bind(endpoint);
        return jeromq.connected(type, theirs -> {}, endpoint, ours);
    }

    @ParameterizedTest
    @CsvSource({"CLIENT, SERVER", "SERVER, CLIENT", "PEER, PEER", "CHANNEL, CHANNEL", "SCATTER, GATHER"})
    void theySendToUs(SocketType theirs, String ours) {
        if (theirs == SocketType.SERVER || theirs == SocketType.PEER) {
            answeredByThem(theirs, ours);
            return;
        }
        Socket socket = rig.context().socket(io.zmq4j.zmtp.SocketType.named(ours));
        ZMQ.Socket peer = meet(socket, theirs);
        assertThat(peer.send("from JeroMQ")).isTrue();
        Message came = Rig.receive((Receiver) socket);
        assertThat(came.text(came.frameCount() - 1)).isEqualTo("from JeroMQ");
        if (socket instanceof Sender sender) {
            sender.send(came.frameCount() == 1 ? Message.of("back") : Message.of(came.bytes(0), "back".getBytes()));
            assertThat(peer.recvStr()).isEqualTo("back");
        }
    }

    private void answeredByThem(SocketType theirs, String ours) {
        Socket socket = rig.context().socket(io.zmq4j.zmtp.SocketType.named(ours));
        ZMQ.Socket peer = meet(socket, theirs);
        if (socket instanceof PeerSocket p2p) {
            int id = peerNumber(p2p);
            p2p.send(id, "to JeroMQ");
        } else {
            ((Sender) socket).send("to JeroMQ");
        }
        Msg asked = peer.recvMsg();
        assertThat(new String(asked.data(), StandardCharsets.UTF_8)).isEqualTo("to JeroMQ");
        Msg answer = new Msg("back".getBytes(StandardCharsets.UTF_8));
        answer.setRoutingId(asked.getRoutingId());
        assertThat(peer.sendMsg(answer)).isTrue();
        Message came = Rig.receive((Receiver) socket);
        assertThat(came.text(came.frameCount() - 1)).isEqualTo("back");
    }

    private static int peerNumber(PeerSocket socket) {
        byte[] id = socket.statistics().peers().get(0).routingId();
        return ByteBuffer.wrap(id).getInt();
    }

    @Test
    void weScatterAndTheyGather() {
        var scatter = rig.context().scatter();
        ZMQ.Socket gather = meet(scatter, SocketType.GATHER);
        scatter.send("task");
        assertThat(gather.recvStr()).isEqualTo("task");
    }

    @Test
    void twoOfTheirClientsAreToldApart() {
        var server = rig.context().server();
        ZMQ.Socket one = meet(server, SocketType.CLIENT);
        ZMQ.Socket other = jeromq.connected(SocketType.CLIENT, socket -> {}, server.lastEndpoint(), server);
        assertThat(one.send("one")).isTrue();
        assertThat(other.send("other")).isTrue();
        for (int i = 0; i < 2; i++) {
            Routed request = server.receiveRouted(Rig.PATIENCE).orElseThrow();
            server.send(request.routingId(), "to " + request.message().text());
        }
        assertThat(one.recvStr()).isEqualTo("to one");
        assertThat(other.recvStr()).isEqualTo("to other");
    }
}
