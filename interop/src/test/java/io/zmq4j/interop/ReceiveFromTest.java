package io.zmq4j.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.PullSocket;
import io.zmq4j.Receiver;
import io.zmq4j.Sender;
import io.zmq4j.Socket;
import io.zmq4j.SubSocket;
import io.zmq4j.error.SocketStateException;
import io.zmq4j.error.WaitTimeoutException;
import io.zmq4j.event.Peer;
import io.zmq4j.event.Received;
import io.zmq4j.message.Message;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.testkit.Bytes;
import io.zmq4j.testkit.RawFrame;
import io.zmq4j.testkit.RawListener;
import io.zmq4j.testkit.RawPeer;
import io.zmq4j.zmtp.SocketType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who sent a message: the peer of the connection by which it came, whoever is there when it is received. */
class ReceiveFromTest {
    /** A flood, which is read ahead. */
    private static final int MANY = 200;

    @RegisterExtension
    final Rig rig = new Rig();

    private static Received receiveFrom(Receiver socket) {
        Received received = socket.receiveFrom(Rig.PATIENCE).orElseThrow();
        assertThat(received).as("received in time").isNotNull();
        return Objects.requireNonNull(received);
    }

    private static byte[] id(String text) {
        return Bytes.utf8(text);
    }

    private <S extends Socket> S named(S socket, String id) {
        socket.set(SocketOptions.ROUTING_ID, id(id));
        socket.set(SocketOptions.RECONNECT_IVL, Duration.ofMillis(5));
        return socket;
    }

    private static void expect(Receiver socket, String text, String type, String routingId) {
        Received received = receiveFrom(socket);
        assertThat(received.message().text()).isEqualTo(text);
        assertThat(received.peer().type()).as(text).isEqualTo(type);
        assertThat(new String(received.peer().routingId())).as(text).isEqualTo(routingId);
    }

    private static void awaitQueued(Socket socket, long count) {
        Rig.await(count + " messages wait", () -> socket.statistics().traffic().queuedIn() == count);
    }

    // ---- every type, over every transport

    static Stream<Arguments> everyReceiverOverEveryTransport() {
        var pairs = List.of(
                List.of(SocketType.PULL, SocketType.PUSH),
                List.of(SocketType.SUB, SocketType.PUB),
                List.of(SocketType.XSUB, SocketType.XPUB),
                List.of(SocketType.XPUB, SocketType.XSUB),
                List.of(SocketType.DEALER, SocketType.DEALER),
                List.of(SocketType.ROUTER, SocketType.DEALER),
                List.of(SocketType.REP, SocketType.REQ),
                List.of(SocketType.PAIR, SocketType.PAIR));
        return pairs.stream()
                .flatMap(pair -> Stream.of(Transport.values())
                        .map(transport -> Arguments.of(pair.get(0), pair.get(1), transport)));
    }

    @ParameterizedTest(name = "{0} from {1} over {2}")
    @MethodSource("everyReceiverOverEveryTransport")
    void theSenderIsKnown(SocketType type, SocketType otherType, Transport transport) {
        Socket socket = rig.context().socket(type);
        Socket other = rig.context().socket(otherType);
        if (otherType.announcesIdentity()) {
            named(other, "it");
        }
        String endpoint = socket.bind(transport.freshEndpoint()).uri();
        other.connect(endpoint);
        if (socket instanceof SubSocket sub) {
            sub.subscribe("");
        } else if (type == SocketType.XSUB) {
            Rig.send((Sender) socket, Message.of("\1"));
        }
        Rig.awaitPeer(other);
        Rig.send((Sender) other, type == SocketType.XPUB ? "\1topic" : "text");

        Received received = receiveFrom((Receiver) socket);

        int frames = type == SocketType.ROUTER ? 2 : 1;
        assertThat(received.message().frameCount()).isEqualTo(frames);
        assertThat(received.message().array(frames - 1)).isEqualTo(id(type == SocketType.XPUB ? "\1topic" : "text"));
        check(received.peer(), endpoint, otherType, transport);
    }

    private static void check(Peer peer, String endpoint, SocketType type, Transport transport) {
        assertThat(peer.endpoint()).isEqualTo(endpoint);
        assertThat(peer.type()).isEqualTo(type.name());
        assertThat(peer.routingId()).isEqualTo(type.announcesIdentity() ? id("it") : new byte[0]);
        assertThat(peer.userId()).isNull();
        boolean hasWire = transport != Transport.INPROC;
        assertThat(peer.address() != null).isEqualTo(hasWire);
        assertThat(peer.version()).isEqualTo(hasWire ? "3.1" : null);
        assertThat(peer.mechanism()).isEqualTo(hasWire ? "NULL" : null);
        assertThat(peer.metadata().get("socket-type")).isEqualTo(hasWire ? type.name() : null);
    }

    @EveryTransport
    void theReplyIsOfTheOneWhoAnswered(Transport transport) {
        var req = rig.context().req();
        var rep = rig.context().rep();
        String endpoint = req.bind(transport.freshEndpoint()).uri();
        rep.connect(endpoint);
        Rig.send(req, "question");
        assertThat(receiveFrom(rep).peer().type()).isEqualTo("REQ");
        Rig.send(rep, "answer");

        Received reply = receiveFrom(req);

        assertThat(reply.message()).isEqualTo(Message.of("answer"));
        assertThat(reply.peer().type()).isEqualTo("REP");
        assertThat(reply.peer().endpoint()).isEqualTo(endpoint);
        assertThatThrownBy(req::receiveFrom).isInstanceOf(SocketStateException.class);
    }

    // ---- waiting

    @Test
    void withoutAMessageItWaitsAsReceiveDoes() {
        PullSocket pull = rig.context().pull();
        pull.set(SocketOptions.RCVTIMEO, Duration.ofMillis(20));
        assertThat(pull.tryReceiveFrom()).isEmpty();
        assertThat(pull.receiveFrom(Duration.ofMillis(1))).isEmpty();
        assertThatThrownBy(pull::receiveFrom)
                .isInstanceOf(WaitTimeoutException.class)
                .hasMessageContaining("20 ms");
    }

    @EveryTransport
    void whoWaitsGetsWhatComes(Transport transport) {
        var pull = rig.context().pull();
        var push = rig.context().push();
        push.connect(pull.bind(transport.freshEndpoint()));
        Future<Received> waiting = rig.start(() -> pull.receiveFrom());
        Rig.send(push, "late");
        assertThat(Rig.result(waiting).message()).isEqualTo(Message.of("late"));
        assertThat(Rig.result(waiting).peer().type()).isEqualTo("PUSH");
    }

    // ---- a peer in the place of another

    @EveryTransport
    void whatAPeerSentIsNotReadUnderTheNameOfTheNext(Transport transport) {
        String endpoint = transport.freshEndpoint();
        var dealer = named(rig.context().dealer(), "me");
        dealer.connect(endpoint);
        var first = named(rig.context().router(), "first");
        first.bind(endpoint);
        Rig.await("the dealer", () -> first.hasPeer(id("me")));
        for (int i = 0; i < 3; i++) {
            Rig.send(first, "me", "first " + i);
        }
        awaitQueued(dealer, 3);
        first.close();
        Rig.awaitPeers(dealer, 0);
        var second = named(rig.context().dealer(), "second");
        second.bind(endpoint);
        for (int i = 0; i < 3; i++) {
            Rig.send(second, "second " + i);
        }
        awaitQueued(dealer, 6);

        for (int i = 0; i < 3; i++) {
            // A ROUTER tells its id to a DEALER.
            expect(dealer, "first " + i, "ROUTER", "first");
        }
        for (int i = 0; i < 3; i++) {
            expect(dealer, "second " + i, "DEALER", "second");
        }
    }

    @ParameterizedTest(name = "looked for before: {0}")
    @ValueSource(booleans = {false, true})
    void aRouterNamesTheSenderByTheFrameBeforeTheMessage(boolean ready) {
        String endpoint = Transport.TCP.freshEndpoint();
        var router = rig.context().router();
        router.set(SocketOptions.RECONNECT_IVL, Duration.ofMillis(5));
        router.connect(endpoint);
        var first = named(rig.context().dealer(), "first");
        first.bind(endpoint);
        Rig.send(first, "1");
        awaitQueued(router, 1);
        assertThat(router.peer(id("first")).orElseThrow().routingId()).contains(id("first"));
        if (ready) {
            // Which reads the message to know that it is there.
            try (var poller = rig.context().poller()) {
                poller.onReadable(router);
                assertThat(poller.poll(Rig.PATIENCE)).isTrue();
            }
        }
        first.close();
        Rig.awaitPeers(router, 0);
        assertThat(router.peer(id("first"))).isEmpty();
        var second = rig.context().dealer();
        second.bind(endpoint);
        Rig.awaitPeers(router, 1);
        Rig.send(second, "2");
        awaitQueued(router, 2);

        Received one = receiveFrom(router);
        assertThat(one.message()).isEqualTo(Message.of("first", "1"));
        assertThat(one.peer().routingId()).isEqualTo(id("first"));
        Received two = receiveFrom(router);
        assertThat(two.message().array(1)).isEqualTo(id("2"));
        assertThat(two.message().array(0)).hasSize(5);
        assertThat(two.peer().routingId()).isEqualTo(two.message().array(0));
        assertThat(router.peer(two.message().array(0))).contains(two.peer());
    }

    @EveryTransport
    void aPublisherIsToldWhoseSubscriptionEnds(Transport transport) {
        String endpoint = transport.freshEndpoint();
        var xpub = rig.context().xpub();
        xpub.set(SocketOptions.RECONNECT_IVL, Duration.ofMillis(5));
        xpub.connect(endpoint);
        SubSocket first = rig.context().sub();
        first.subscribe("a");
        first.bind(endpoint);
        Rig.awaitPeer(xpub);
        first.close();
        Rig.awaitPeers(xpub, 0);
        var second = rig.context().xsub();
        second.bind(endpoint);
        Rig.send(second, "\1b");

        expect(xpub, "\1a", "SUB", "");
        expect(xpub, "\0a", "SUB", "");
        expect(xpub, "\1b", "XSUB", "");
        xpub.disconnect(endpoint);
        expect(xpub, "\0b", "XSUB", "");
    }

    /** Its metadata is all by which one PUSH is known from the next. */
    private static void sendAs(RawListener listener, String name, int from, int to) {
        try (RawPeer peer = listener.accept().handshake("PUSH", "X-Name", name)) {
            for (int i = from; i < to; i++) {
                peer.send(RawFrame.message(id(Integer.toString(i))));
            }
        }
    }

    private static List<String> namesOf(Receiver socket, int count) {
        var names = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            Received received = receiveFrom(socket);
            assertThat(received.message()).isEqualTo(Message.of(Integer.toString(i)));
            names.add(received.peer().metadata().get("x-name"));
        }
        return names;
    }

    @ParameterizedTest(name = "{0} of the first")
    @ValueSource(ints = {0, 1, 5, 40, 64, 100})
    void aFloodThatIsReadAheadKeepsItsSenders(int ofFirst) {
        PullSocket pull = rig.context().pull();
        pull.set(SocketOptions.RECONNECT_IVL, Duration.ofMillis(5));
        try (RawListener listener = RawListener.tcp()) {
            pull.connect(listener.endpoint());
            sendAs(listener, "a", 0, ofFirst);
            sendAs(listener, "nobody", ofFirst, ofFirst);
            sendAs(listener, "b", ofFirst, MANY);
            awaitQueued(pull, MANY);

            assertThat(namesOf(pull, MANY))
                    .isEqualTo(IntStream.range(0, MANY)
                            .mapToObj(i -> i < ofFirst ? "a" : "b")
                            .toList());
        }
    }

    @Test
    void whatWasReadAheadAndGivenBackKeepsItsSenders() {
        SubSocket sub = rig.context().sub();
        sub.set(SocketOptions.RECONNECT_IVL, Duration.ofMillis(5));
        sub.subscribe("");
        try (RawListener listener = RawListener.tcp()) {
            sub.connect(listener.endpoint());
            for (String name : List.of("a", "b")) {
                try (RawPeer peer = listener.accept().handshake("PUB", "X-Name", name)) {
                    // The subscription: what lies unread when it closes makes the kernel throw away what was sent.
                    peer.readFrame();
                    for (int i = 0; i < 30; i++) {
                        peer.send(RawFrame.message(id(name)));
                    }
                }
            }
            awaitQueued(sub, 60);
            for (int i = 0; i < 20; i++) {
                assertThat(Rig.receiveText(sub)).isEqualTo("a");
            }
            sub.subscribe("more");
            for (int i = 20; i < 60; i++) {
                Received received = receiveFrom(sub);
                assertThat(received.peer().metadata().get("X-Name"))
                        .isEqualTo(received.message().text());
            }
        }
    }

    @Test
    void theNewestMessageKeepsItsSender() {
        PullSocket pull = rig.context().pull();
        pull.set(SocketOptions.CONFLATE, true);
        pull.set(SocketOptions.RECONNECT_IVL, Duration.ofMillis(5));
        try (RawListener listener = RawListener.tcp()) {
            pull.connect(listener.endpoint());
            sendAs(listener, "a", 0, 1);
            awaitQueued(pull, 1);
            sendAs(listener, "nobody", 1, 1);
            Rig.awaitPeers(pull, 0);
            assertThat(namesOf(pull, 1)).containsExactly("a");
            sendAs(listener, "b", 0, 1);
            awaitQueued(pull, 1);
            assertThat(namesOf(pull, 1)).containsExactly("b");
        }
    }

    @Test
    void metadataIsWhatThePeerSaid() {
        var router = rig.context().router();
        String endpoint = router.bind(Transport.TCP.freshEndpoint()).uri();
        try (RawPeer peer = RawPeer.connect(endpoint)) {
            peer.send("ff00000000000000017f 03 00 4e554c4c" + "00".repeat(16) + "00" + "00".repeat(31));
            peer.read(64);
            // READY: Socket-Type DEALER, Identity "it", X-Where "over there"
            peer.send("04 41 05 5245414459"
                    + "0b 536f636b65742d54797065 00000006 4445414c4552"
                    + "08 4964656e74697479 00000002 6974"
                    + "07 582d5768657265 0000000a 6f766572207468657265");
            peer.send("00 02 6869");

            Received received = receiveFrom(router);

            assertThat(received.message()).isEqualTo(Message.of("it", "hi"));
            assertThat(received.peer().version()).isEqualTo("3.0");
            assertThat(received.peer().mechanism()).isEqualTo("NULL");
            assertThat(received.peer().metadata())
                    .isEqualTo(Map.of("Socket-Type", "DEALER", "Identity", "it", "X-Where", "over there"));
            assertThat(received.peer().address()).startsWith("127.0.0.1:");
            assertThat(router.peer(id("it"))).contains(received.peer());
        }
    }

    // ---- many senders

    @Test
    void inAFloodOfSeveralSendersEachMessageIsItsSenders() {
        int senders = 4;
        int each = 20_000;
        PullSocket pull = rig.context().pull();
        String endpoint = pull.bind(Transport.TCP.freshEndpoint()).uri();
        for (int sender = 0; sender < senders; sender++) {
            String name = Integer.toString(sender);
            var push = rig.context().push();
            push.connect(endpoint);
            rig.start(() -> {
                for (int i = 0; i < each; i++) {
                    push.send(name);
                }
            });
        }
        var left = new AtomicInteger(senders * each);
        Map<String, Peer> known = new ConcurrentHashMap<>();
        var plain = rig.start(() -> {
            int count = 0;
            // Fewer than one of them sends: so some of each are left for the other.
            while (left.get() > 0 && count < each - 1) {
                if (pull.receive(Duration.ofMillis(10)).isPresent()) {
                    left.decrementAndGet();
                    count++;
                }
            }
            return count;
        });
        int attributed = 0;
        while (left.get() > 0) {
            Received received = pull.receiveFrom(Duration.ofMillis(10)).orElse(null);
            if (received != null) {
                left.decrementAndGet();
                attributed++;
                Peer before = known.putIfAbsent(received.message().text(), received.peer());
                assertThat(before == null ? received.peer() : before).isSameAs(received.peer());
            }
        }
        assertThat(Rig.result(plain) + attributed).isEqualTo(senders * each);
        assertThat(known).hasSize(senders);
        assertThat(new HashSet<>(known.values())).hasSize(senders);
    }
}
