package io.zmq4j.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.Socket;
import io.zmq4j.event.PeerStatistics;
import io.zmq4j.event.SocketStatistics;
import io.zmq4j.event.Traffic;
import io.zmq4j.message.Message;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.zmtp.SocketType;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a socket counts when the peer is libzmq, which encodes, subscribes and says goodbye in its own way. */
class StatisticsLibzmqTest {
    private static final int MANY = 20_000;

    /** Bytes in the numbers below {@link #MANY}, as text. */
    private static final long BYTES = 10 + 2 * 90 + 3 * 900 + 4 * 9_000 + 5 * 10_000;

    @RegisterExtension
    static final Libzmq LIBZMQ = new Libzmq();

    @RegisterExtension
    final Rig rig = new Rig();

    private static void await(Socket socket, String what, Predicate<SocketStatistics> condition) {
        Rig.await(what, () -> condition.test(socket.statistics()));
    }

    private static PeerStatistics onlyPeer(Socket socket) {
        List<PeerStatistics> peers = socket.statistics().peers();
        assertThat(peers).hasSize(1);
        return peers.get(0);
    }

    @EveryWire
    void whatItTakesWasSent(Transport transport) {
        var push = rig.context().push();
        LibzmqSocket pull = LIBZMQ.open(SocketType.PULL);
        pull.connect(push.bind(transport.freshEndpoint()).uri());
        Rig.awaitPeer(push);
        pull.beginCheck(MANY);
        for (int i = 0; i < MANY; i++) {
            Rig.send(push, Integer.toString(i));
        }
        pull.finish();

        var sent = new Traffic(0, 0, MANY, BYTES, 0, 0);
        assertThat(push.statistics().traffic()).isEqualTo(sent);
        assertThat(onlyPeer(push).traffic()).isEqualTo(sent);
        assertThat(onlyPeer(push).type()).isEqualTo("PULL");
        pull.close();
        await(push, "it has left", there -> there.peers().isEmpty());
        assertThat(push.statistics().traffic()).isEqualTo(sent);
        assertThat(push.statistics().connectionsEnded()).isEqualTo(1);
    }

    @EveryWire
    void whatItSendsIsReceived(Transport transport) {
        var pull = rig.context().pull();
        LibzmqSocket push = LIBZMQ.open(SocketType.PUSH);
        push.connect(pull.bind(transport.freshEndpoint()).uri());
        push.beginCount(MANY);
        for (int i = 0; i < MANY; i++) {
            Rig.receive(pull);
        }
        push.finish();
        push.send(Message.of(new byte[100_000], new byte[0], new byte[300]));
        Rig.receive(pull);

        var received = new Traffic(MANY + 1, BYTES + 100_300, 0, 0, 0, 0);
        assertThat(pull.statistics().traffic()).isEqualTo(received);
        assertThat(onlyPeer(pull).traffic()).isEqualTo(received);
        assertThat(onlyPeer(pull).type()).isEqualTo("PUSH");
        push.close();
        await(pull, "it has left", there -> there.peers().isEmpty());
        assertThat(pull.statistics().traffic()).isEqualTo(received);
    }

    @EveryWire
    void itsSubscriptionsAreNoMessages(Transport transport) {
        var pub = rig.context().pub();
        LibzmqSocket sub = LIBZMQ.open(SocketType.SUB);
        sub.subscribe("a");
        sub.subscribe("b");
        sub.unsubscribe("b");
        sub.connect(pub.bind(transport.freshEndpoint()).uri());
        Rig.awaitPeer(pub);
        pub.send("a1");
        pub.send("c1");
        assertThat(sub.receive()).isEqualTo(Message.of("a1"));

        assertThat(pub.statistics().traffic()).isEqualTo(new Traffic(0, 0, 1, 2, 0, 0));
    }

    @EveryWire
    void oursForItAreNoMessages(Transport transport) {
        LibzmqSocket pub = LIBZMQ.open(SocketType.PUB);
        var sub = rig.context().sub();
        sub.subscribe("a");
        sub.subscribe("b");
        sub.connect(pub.bind(transport.freshEndpoint()));
        Rig.await("a publication", () -> {
            pub.send("a1");
            return sub.tryReceive().isPresent();
        });

        Traffic traffic = sub.statistics().traffic();
        assertThat(traffic.messagesIn()).isPositive();
        assertThat(traffic.bytesIn()).isEqualTo(2 * traffic.messagesIn());
        assertThat(traffic.messagesOut()).isZero();
        assertThat(traffic.bytesOut()).isZero();
    }

    @EveryWire
    void itIsNamedByItsRoutingId(Transport transport) {
        var router = rig.context().router();
        router.set(SocketOptions.ROUTER_MANDATORY, true);
        LibzmqSocket req = LIBZMQ.open(SocketType.REQ, "ROUTING_ID=theirs");
        req.connect(router.bind(transport.freshEndpoint()).uri());
        req.send("question");
        Message question = Rig.receive(router);
        Rig.send(router, Message.of(question.bytes(0), question.bytes(1), new byte[] {1, 2}));
        req.receive();

        PeerStatistics peer = onlyPeer(router);
        assertThat(peer.routingId()).isEqualTo("theirs".getBytes());
        assertThat(peer.type()).isEqualTo("REQ");
        assertThat(peer.traffic()).isEqualTo(new Traffic(1, 8, 1, 2, 0, 0));
    }
}
