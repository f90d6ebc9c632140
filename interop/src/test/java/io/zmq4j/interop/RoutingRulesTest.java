package io.zmq4j.interop;

import static io.zmq4j.options.SocketOptions.LINGER;
import static io.zmq4j.options.SocketOptions.RCVHWM;
import static io.zmq4j.options.SocketOptions.SNDHWM;
import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.Receiver;
import io.zmq4j.ReqSocket;
import io.zmq4j.Sender;
import io.zmq4j.Socket;
import io.zmq4j.SubSocket;
import io.zmq4j.XSubSocket;
import io.zmq4j.error.SocketClosedException;
import io.zmq4j.message.Message;
import io.zmq4j.zmtp.SocketType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Several peers at one socket: outgoing messages go round, incoming ones are taken in turn. */
class RoutingRulesTest {
    private static final int PEERS = 3;
    private static final int ROUNDS = 4;

    @RegisterExtension
    final Rig rig = new Rig();

    /** A socket type with several peers of another. */
    record Star(SocketType centre, SocketType peers, Transport transport) {
        @Override
        public String toString() {
            return centre + " with " + PEERS + " " + peers + " over " + transport;
        }
    }

    static Stream<Star> senders() {
        return Stream.of(Transport.values())
                .flatMap(transport -> Stream.of(
                        new Star(SocketType.PUSH, SocketType.PULL, transport),
                        new Star(SocketType.DEALER, SocketType.DEALER, transport)));
    }

    static Stream<Star> receivers() {
        return Stream.of(Transport.values())
                .flatMap(transport -> Stream.of(
                        new Star(SocketType.PULL, SocketType.PUSH, transport),
                        new Star(SocketType.DEALER, SocketType.DEALER, transport),
                        new Star(SocketType.ROUTER, SocketType.DEALER, transport),
                        new Star(SocketType.SUB, SocketType.PUB, transport),
                        new Star(SocketType.XSUB, SocketType.XPUB, transport)));
    }

    private Socket open(SocketType type) {
        Socket socket = rig.context().socket(type);
        socket.set(LINGER, Duration.ZERO);
        return socket;
    }

    private List<Socket> openPeers(Star star, String endpoint) {
        return Stream.generate(() -> open(star.peers()))
                .limit(PEERS)
                .peek(peer -> peer.connect(endpoint))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("senders")
    @DisplayName("RFC 28, 30: SHALL route outgoing messages to available peers using a round-robin strategy")
    void messagesGoRound(Star star) {
        String endpoint = star.transport().freshEndpoint();
        Socket centre = open(star.centre());
        centre.bind(endpoint);
        List<Socket> peers = openPeers(star, endpoint);
        Rig.awaitPeers(centre, PEERS);
        IntStream.range(0, PEERS * ROUNDS).forEach(i -> Rig.send((Sender) centre, String.valueOf(i)));
        for (Socket peer : peers) {
            List<Integer> share = Rig.receiveTexts((Receiver) peer, ROUNDS).stream()
                    .map(Integer::valueOf)
                    .toList();
            int first = share.get(0);
            assertThat(share).isEqualTo(List.of(first, first + PEERS, first + 2 * PEERS, first + 3 * PEERS));
        }
    }

    @EveryTransport
    @DisplayName("RFC 28: REQ SHALL route outgoing messages to connected peers using a round-robin strategy")
    void requestsGoRound(Transport transport) {
        ReqSocket req = rig.context().req();
        req.set(LINGER, Duration.ZERO);
        var servers = IntStream.range(0, PEERS)
                .mapToObj(i -> {
                    var rep = rig.context().rep();
                    String endpoint = rep.bind(transport.freshEndpoint()).uri();
                    req.connect(endpoint);
                    return rep;
                })
                .toList();
        Rig.awaitPeers(req, PEERS);
        for (int i = 0; i < PEERS * ROUNDS; i++) {
            var rep = servers.get(i % PEERS);
            Rig.send(req, "question " + i);
            assertThat(Rig.receiveText(rep)).isEqualTo("question " + i);
            Rig.send(rep, "answer " + i);
            assertThat(Rig.receiveText(req)).isEqualTo("answer " + i);
        }
    }

    @ParameterizedTest
    @MethodSource("receivers")
    @DisplayName("RFC 28, 29, 30: SHALL receive incoming messages from its peers using a fair-queuing strategy")
    void nobodyIsStarved(Star star) {
        String endpoint = star.transport().freshEndpoint();
        Socket centre = open(star.centre());
        centre.set(RCVHWM, 10);
        if (centre instanceof SubSocket sub) {
            sub.subscribe("");
        }
        if (centre instanceof XSubSocket xsub) {
            xsub.subscribe(new byte[0]);
        }
        centre.bind(endpoint);
        List<Socket> peers = openPeers(star, endpoint);
        peers.forEach(peer -> peer.set(SNDHWM, 10));
        peers.forEach(Rig::awaitPeer);
        var floods = new ArrayList<Future<?>>();
        for (int i = 0; i < PEERS; i++) {
            var message = Message.of(String.valueOf(i));
            var peer = (Sender) peers.get(i);
            floods.add(rig.start(() -> flood(peer, message)));
        }
        Map<String, Integer> shares = new HashMap<>();
        while (shares.size() < PEERS || shares.values().stream().anyMatch(share -> share < 100)) {
            Message message = Rig.receive((Receiver) centre);
            shares.merge(message.text(message.frameCount() - 1), 1, Integer::sum);
            assertThat(shares.values()).as("shares of a flood").allMatch(share -> share < 50_000);
        }
        peers.forEach(Socket::close);
        floods.forEach(Rig::result);
    }

    private static void flood(Sender peer, Message message) {
        var socket = (Socket) peer;
        while (!socket.isClosed()) {
            try {
                boolean unused = peer.send(message, Rig.MOMENT);
            } catch (SocketClosedException e) {
                return;
            }
        }
    }

    @ParameterizedTest
    @MethodSource("receivers")
    @DisplayName("RFC 28, 29, 30: each peer's messages are received whole and in order")
    void eachPeersMessagesStayWholeAndInOrder(Star star) {
        String endpoint = star.transport().freshEndpoint();
        Socket centre = open(star.centre());
        if (centre instanceof SubSocket sub) {
            sub.subscribe("");
        }
        if (centre instanceof XSubSocket xsub) {
            xsub.subscribe(new byte[0]);
        }
        centre.bind(endpoint);
        List<Socket> peers = openPeers(star, endpoint);
        peers.forEach(Rig::awaitPeer);
        for (int number = 0; number < 100; number++) {
            for (int i = 0; i < PEERS; i++) {
                Rig.send((Sender) peers.get(i), "peer " + i, "", String.valueOf(number));
            }
        }
        Map<String, Integer> next = new HashMap<>();
        for (int i = 0; i < 100 * PEERS; i++) {
            Message message = Rig.receive((Receiver) centre);
            int last = message.frameCount() - 1;
            int expected = next.merge(message.text(last - 2), 1, Integer::sum) - 1;
            assertThat(message.size(last - 1)).isZero();
            assertThat(message.text(last)).isEqualTo(String.valueOf(expected));
        }
    }
}
