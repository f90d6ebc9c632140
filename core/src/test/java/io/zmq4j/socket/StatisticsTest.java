package io.zmq4j.socket;

import static io.zmq4j.socket.Sockets.IN_TIME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.zmq4j.event.DropReason;
import io.zmq4j.event.PeerStatistics;
import io.zmq4j.event.SocketStatistics;
import io.zmq4j.event.Traffic;
import io.zmq4j.message.Message;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.socket.Sockets.Running;
import io.zmq4j.zmtp.SocketType;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The numbers that a socket gives of itself and of its peers, while these are there. */
class StatisticsTest {
    private static final String TCP = "tcp://127.0.0.1:*";
    private static final String IPC = "ipc://*";
    private static final String INPROC = "inproc://statistics";

    /** Six bytes in all. */
    private static final List<Message> THREE = List.of(Message.of("a", "bc"), Message.of("def"), Message.empty());

    private final Sockets sockets = new Sockets();

    @AfterEach
    void close() {
        sockets.close();
    }

    static Stream<String> endpoints() {
        return Stream.of(TCP, IPC, INPROC);
    }

    private static void await(SocketCore socket, String what, Predicate<SocketStatistics> condition) {
        Sockets.awaitUntil(what, () -> condition.test(socket.statistics()));
    }

    private static Message receive(SocketCore socket) {
        Message message = socket.receive(IN_TIME);
        assertThat(message).isNotNull();
        return message;
    }

    private static PeerStatistics onlyPeer(SocketCore socket) {
        return single(socket.statistics().peers());
    }

    private static PeerStatistics single(List<PeerStatistics> peers) {
        assertThat(peers).hasSize(1);
        return peers.get(0);
    }

    // ---- messages and bytes

    @ParameterizedTest
    @MethodSource("endpoints")
    void whatIsSentAndReceivedIsCountedOnBothSidesAndForThePeer(String endpoint) {
        var pair = sockets.pair(SocketType.PULL, SocketType.PUSH, endpoint, 100);
        THREE.forEach(pair.get(1)::send);
        THREE.forEach(message -> assertThat(receive(pair.get(0))).isEqualTo(message));

        var came = new Traffic(3, 6, 0, 0, 0, 0);
        var went = new Traffic(0, 0, 3, 6, 0, 0);
        assertThat(pair.get(0).statistics().traffic()).isEqualTo(came);
        assertThat(onlyPeer(pair.get(0)).traffic()).isEqualTo(came);
        assertThat(pair.get(1).statistics().traffic()).isEqualTo(went);
        assertThat(onlyPeer(pair.get(1)).traffic()).isEqualTo(went);
    }

    @ParameterizedTest
    @ValueSource(strings = {TCP, IPC})
    void overAWireWhatNobodyHasReadIsSentAndWaitsAtTheReceiver(String endpoint) {
        var pair = sockets.pair(SocketType.PULL, SocketType.PUSH, endpoint, 100);
        THREE.forEach(pair.get(1)::send);

        await(pair.get(0), "all are there", there -> there.traffic().equals(new Traffic(3, 6, 0, 0, 3, 0)));
        await(pair.get(1), "all have gone", gone -> gone.traffic().equals(new Traffic(0, 0, 3, 6, 0, 0)));
        assertThat(onlyPeer(pair.get(0)).traffic().queuedIn()).isEqualTo(3);
    }

    @Test
    void withinAContextWhatNobodyHasReadIsReceivedAndNotYetSent() {
        var pair = sockets.pair(SocketType.PULL, SocketType.PUSH, INPROC, 100);
        THREE.forEach(pair.get(1)::send);

        assertThat(pair.get(0).statistics().traffic()).isEqualTo(new Traffic(3, 6, 0, 0, 3, 0));
        assertThat(pair.get(1).statistics().traffic()).isEqualTo(new Traffic(0, 0, 0, 0, 0, 3));
        assertThat(onlyPeer(pair.get(1)).traffic().queuedOut()).isEqualTo(3);
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void aRequestAndItsReplyAreAMessageEachWay(String endpoint) {
        var pair = sockets.pair(SocketType.REP, SocketType.REQ, endpoint, 100);
        for (int i = 0; i < 10; i++) {
            pair.get(1).send(Message.of("four"));
            receive(pair.get(0));
            pair.get(0).send(Message.of("seventy"));
            receive(pair.get(1));
        }

        assertThat(pair.get(1).statistics().traffic()).isEqualTo(new Traffic(10, 70, 10, 40, 0, 0));
        assertThat(pair.get(0).statistics().traffic()).isEqualTo(new Traffic(10, 40, 10, 70, 0, 0));
    }

    @Test
    void whatThePatternPutsAroundAMessageCountsAsItsBytes() {
        var pair = sockets.pair(SocketType.REP, SocketType.REQ, TCP, 100);
        pair.get(1).set(SocketOptions.REQ_CORRELATE, true);
        pair.get(1).send(Message.of("four"));
        receive(pair.get(0));

        assertThat(pair.get(0).statistics().traffic().bytesIn()).isEqualTo(8);
        assertThat(pair.get(1).statistics().traffic().bytesOut()).isEqualTo(8);
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void aRoutersPeersAreToldApartByTheirIds(String endpoint) {
        SocketCore router = sockets.open(SocketType.ROUTER);
        String real = router.bind(endpoint).uri();
        SocketCore named = sockets.openFar(SocketType.DEALER, endpoint);
        named.set(SocketOptions.ROUTING_ID, new byte[] {'d'});
        named.connect(real);
        SocketCore nameless = sockets.openFar(SocketType.REQ, endpoint);
        nameless.connect(real);
        named.send(Message.of("x"));
        named.send(Message.of("y"));
        nameless.send(Message.of("question"));
        byte[] given = {};
        for (int i = 0; i < 3; i++) {
            Message message = receive(router);
            if (message.array(0).length > 1) {
                given = message.array(0);
            }
        }
        router.send(Message.wrap(new byte[][] {given, {}, {1, 2}}));
        receive(nameless);

        List<PeerStatistics> peers = router.statistics().peers();
        PeerStatistics first = single(
                peers.stream().filter(peer -> "DEALER".equals(peer.type())).toList());
        assertThat(first.routingId()).containsExactly('d');
        assertThat(first.traffic()).isEqualTo(new Traffic(2, 2, 0, 0, 0, 0));
        PeerStatistics second =
                single(peers.stream().filter(peer -> "REQ".equals(peer.type())).toList());
        assertThat(second.routingId()).hasSize(5).isEqualTo(given);
        assertThat(second.traffic()).isEqualTo(new Traffic(1, 8, 1, 2, 0, 0));
        assertThat(router.statistics().traffic()).isEqualTo(new Traffic(3, 10, 1, 2, 0, 0));
    }

    @Test
    void aDealerKnowsItsPeerByTheIdThatItAnnounced() {
        SocketCore router = sockets.open(SocketType.ROUTER);
        router.set(SocketOptions.ROUTING_ID, new byte[] {'r'});
        SocketCore dealer = sockets.openFar(SocketType.DEALER, TCP);
        dealer.connect(router.bind(TCP).uri());
        assertThat(dealer.awaitPeer(IN_TIME)).isTrue();

        assertThat(onlyPeer(dealer).routingId()).containsExactly('r');
    }

    // ---- publishers and subscribers

    @ParameterizedTest
    @MethodSource("endpoints")
    void whatIsSentToManyCountsForEachAndSubscriptionsDoNot(String endpoint) {
        SocketCore pub = sockets.open(SocketType.PUB);
        String real = pub.bind(endpoint).uri();
        SocketCore[] subs = new SocketCore[3];
        for (int i = 0; i < subs.length; i++) {
            subs[i] = sockets.openFar(SocketType.SUB, endpoint);
            subs[i].subscribe(new byte[] {(byte) (i < 2 ? 'a' : 'b')});
            subs[i].subscribe(new byte[] {'z'});
            subs[i].unsubscribe(new byte[] {'z'});
            subs[i].subscribe(new byte[] {'e', 'n', 'd'});
            subs[i].connect(real);
        }
        for (SocketCore sub : subs) {
            Sockets.awaitUntil("a subscription", () -> {
                pub.send(Message.of("end"));
                return sub.tryReceive() != null;
            });
        }
        for (SocketCore sub : subs) {
            while (sub.receive(Duration.ofMillis(100)) != null) {}
        }
        long before = pub.statistics().traffic().messagesOut();
        long[] had = new long[subs.length];
        for (int i = 0; i < subs.length; i++) {
            had[i] = subs[i].statistics().traffic().messagesIn();
        }
        for (int i = 0; i < 5; i++) {
            pub.send(Message.of("a"));
        }
        pub.send(Message.of("b"));
        pub.send(Message.of("nobody's"));
        pub.send(Message.of("end"));
        for (SocketCore sub : subs) {
            while (!receive(sub).equals(Message.of("end"))) {}
        }

        SocketStatistics all = pub.statistics();
        assertThat(all.peers()).hasSize(3);
        assertThat(all.traffic().messagesOut() - before).isEqualTo(2 * 5 + 1 + 3);
        assertThat(all.peers().stream()
                        .mapToLong(peer -> peer.traffic().messagesOut())
                        .sum())
                .isEqualTo(all.traffic().messagesOut());
        assertThat(all.traffic().messagesIn()).as("subscriptions").isZero();
        assertThat(all.traffic().bytesIn()).isZero();
        for (int i = 0; i < subs.length; i++) {
            Traffic traffic = subs[i].statistics().traffic();
            assertThat(traffic.messagesIn() - had[i]).isEqualTo(i < 2 ? 6 : 2);
            assertThat(traffic.messagesOut()).as("subscriptions").isZero();
            assertThat(traffic.bytesOut()).isZero();
            assertThat(traffic.queuedOut()).isZero();
        }
    }

    @Test
    void subscriptionsThatWaitForAConnectionAreNotQueuedMessages() {
        SocketCore sub = sockets.open(SocketType.SUB);
        sub.connect("tcp://127.0.0.1:1");
        sub.subscribe(new byte[] {'a'});

        assertThat(sub.statistics().traffic()).isEqualTo(new Traffic(0, 0, 0, 0, 0, 0));
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void whatASubscriberSendsUpstreamIsAMessage(String endpoint) {
        SocketCore xpub = sockets.open(SocketType.XPUB);
        SocketCore xsub = sockets.openFar(SocketType.XSUB, endpoint);
        xsub.send(Message.of("\u0001topic"));
        xsub.connect(xpub.bind(endpoint).uri());
        assertThat(xsub.awaitPeer(IN_TIME)).isTrue();
        assertThat(xpub.awaitPeer(IN_TIME)).isTrue();
        xsub.send(Message.of("news"));
        xsub.send(Message.of("more"));

        await(xpub, "both are there", there -> there.traffic().equals(new Traffic(2, 8, 0, 0, 2, 0)));
        assertThat(receive(xpub)).isEqualTo(Message.of("\u0001topic"));
        assertThat(xpub.statistics().traffic().queuedIn()).isEqualTo(2);
        assertThat(receive(xpub)).isEqualTo(Message.of("news"));
        assertThat(xpub.statistics().traffic().queuedIn()).isEqualTo(1);
        assertThat(xsub.statistics().traffic().messagesOut()).isEqualTo(2);
        assertThat(xsub.statistics().traffic().bytesOut()).isEqualTo(8);
    }

    // ---- floods

    @ParameterizedTest
    @MethodSource("endpoints")
    void everyMessageOfAFloodCounts(String endpoint) throws Exception {
        int count = 200_000;
        var pair = sockets.pair(SocketType.PULL, SocketType.PUSH, endpoint, 1000);
        Message message = Message.of("0123456789");
        var sender = new Running<>(() -> {
            for (int i = 0; i < count; i++) {
                pair.get(1).send(message);
            }
            return null;
        });
        for (int i = 0; i < count; i++) {
            receive(pair.get(0));
            if (i % 1000 == 0) {
                Traffic traffic = pair.get(0).statistics().traffic();
                assertThat(traffic.messagesIn() - traffic.queuedIn())
                        .as("taken, after %d were received", i + 1)
                        .isGreaterThanOrEqualTo(i + 1);
            }
        }
        sender.get();

        assertThat(pair.get(0).statistics().traffic()).isEqualTo(new Traffic(count, 10L * count, 0, 0, 0, 0));
        assertThat(pair.get(1).statistics().traffic()).isEqualTo(new Traffic(0, 0, count, 10L * count, 0, 0));
    }

    @Test
    void everyMessageOfARunThatSubscribersShareCounts() throws Exception {
        int count = 50_000;
        SocketCore pub = sockets.open(SocketType.PUB);
        pub.set(SocketOptions.SNDHWM, 0);
        String real = pub.bind(TCP).uri();
        SocketCore[] subs = {sockets.openFar(SocketType.SUB, TCP), sockets.openFar(SocketType.SUB, TCP)};
        for (SocketCore sub : subs) {
            sub.set(SocketOptions.RCVHWM, 0);
            sub.subscribe(new byte[0]);
            sub.connect(real);
        }
        await(pub, "both are there", there -> there.connections() == 2);
        for (SocketCore sub : subs) {
            Sockets.awaitUntil("a subscription", () -> {
                pub.send(Message.of("sync"));
                return sub.tryReceive() != null;
            });
        }
        Traffic before = pub.statistics().traffic();
        Message message = Message.of("0123456789");
        for (int i = 0; i < count; i++) {
            pub.send(message);
        }
        pub.send(Message.of("end"));
        for (SocketCore sub : subs) {
            while (!receive(sub).equals(Message.of("end"))) {}
        }

        SocketStatistics all = pub.statistics();
        assertThat(all.traffic().messagesOut() + all.traffic().queuedOut())
                .isEqualTo(before.messagesOut() + before.queuedOut() + 2 * (count + 1));
        assertThat(all.traffic().bytesOut()).isGreaterThan(2 * 10L * count);
        for (PeerStatistics peer : all.peers()) {
            assertThat(peer.traffic().messagesOut()).isGreaterThan(count);
            assertThat(peer.traffic().queuedOut()).isZero();
        }
    }

    /** Also what is encoded already, in a run that still grows. */
    @ParameterizedTest
    @ValueSource(strings = {TCP, IPC})
    void whatTheSocketHasTakenIsSentOrWaits(String endpoint) {
        var pair = sockets.pair(SocketType.PULL, SocketType.PUSH, endpoint, 1);
        SocketCore push = pair.get(1);
        push.set(SocketOptions.SNDHWM, 0);
        Message message = Message.of("0123456789");
        long taken = 0;
        int looks = 0;
        for (int i = 0; looks < 20; i++) {
            assertThat(i).as("once the peer takes no more").isLessThan(20_000);
            long before = push.statistics().traffic().messagesOut();
            for (int j = 0; j < 50; j++) {
                push.send(message);
                taken++;
            }
            Traffic traffic = push.statistics().traffic();
            if (before > 0 && traffic.messagesOut() == before) {
                looks++;
                assertThat(traffic.queuedOut()).isEqualTo(taken - before);
            }
        }
    }

    @Test
    void whatWasReadAheadStillWaits() {
        var pair = sockets.pair(SocketType.PULL, SocketType.PUSH, TCP, 0);
        for (int i = 0; i < 1000; i++) {
            pair.get(1).send(Sockets.message(i));
        }
        await(pair.get(0), "all are there", there -> there.traffic().queuedIn() == 1000);

        for (int i = 1; i <= 200; i++) {
            receive(pair.get(0));
            assertThat(pair.get(0).statistics().traffic().queuedIn()).isEqualTo(1000 - i);
        }
        assertThat(pair.get(0).receive(IN_TIME)).isEqualTo(Sockets.message(200));
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void whatAPollHasSeenStillWaits(String endpoint) {
        var pair = sockets.pair(SocketType.DEALER, SocketType.DEALER, endpoint, 100);
        pair.get(1).send(Message.of("x"));
        Sockets.awaitUntil("it is there", () -> pair.get(0).pattern().canReceive());

        assertThat(pair.get(0).statistics().traffic().queuedIn()).isEqualTo(1);
    }

    // ---- drops

    @Test
    void whatWasDroppedIsThereByReason() {
        var pair = sockets.pair(SocketType.PUB, SocketType.SUB, INPROC, 5);
        for (int i = 0; i < 30; i++) {
            pair.get(0).send(Sockets.message(i));
        }

        SocketStatistics statistics = pair.get(0).statistics();
        assertThat(statistics.drops()).containsExactly(entry(DropReason.QUEUE_FULL, 20L));
        assertThat(statistics.traffic().queuedOut()).isEqualTo(10);
    }

    @Test
    void whatANewerMessageReplacedHasBeenReceived() {
        SocketCore pull = sockets.open(SocketType.PULL);
        pull.set(SocketOptions.CONFLATE, true);
        SocketCore push = sockets.openFar(SocketType.PUSH, TCP);
        push.connect(pull.bind(TCP).uri());
        for (int i = 0; i < 5; i++) {
            push.send(Message.of("x"));
        }
        await(pull, "all have come", there -> there.traffic().equals(new Traffic(5, 5, 0, 0, 1, 0)));

        receive(pull);

        assertThat(pull.statistics().traffic().queuedIn()).isZero();
        assertThat(pull.dropped()).containsExactly(entry(DropReason.CONFLATED, 4L));
    }

    // ---- who it is

    @ParameterizedTest
    @ValueSource(strings = {TCP, IPC})
    void aPeerOverAWireIsNamed(String endpoint) {
        SocketCore bound = sockets.open(SocketType.REP);
        String real = bound.bind(endpoint).uri();
        SocketCore connected = sockets.openFar(SocketType.REQ, endpoint);
        connected.connect(real);
        assertThat(bound.awaitPeer(IN_TIME)).isTrue();
        assertThat(connected.awaitPeer(IN_TIME)).isTrue();

        PeerStatistics accepted = onlyPeer(bound);
        assertThat(accepted.endpoint()).isEqualTo(real);
        assertThat(accepted.type()).isEqualTo("REQ");
        PeerStatistics reached = onlyPeer(connected);
        assertThat(reached.endpoint()).isEqualTo(real);
        assertThat(reached.type()).isEqualTo("REP");
        assertThat(accepted.address()).isNotNull();
        assertThat(reached.address()).isNotNull();
        if (endpoint.equals(TCP)) {
            assertThat(accepted.address()).matches("127\\.0\\.0\\.1:\\d+").isNotEqualTo(reached.address());
            assertThat("tcp://" + reached.address()).isEqualTo(real);
        }
        for (PeerStatistics peer : List.of(accepted, reached)) {
            assertThat(peer.connected()).isTrue();
            assertThat(peer.connections()).isEqualTo(1);
            assertThat(peer.routingId()).isEmpty();
            assertThat(peer.age()).isPositive().isLessThan(IN_TIME);
        }
        Sockets.awaitUntil("it ages", () -> onlyPeer(bound).age().compareTo(accepted.age()) > 0);
    }

    @Test
    void aPeerOfTheSameContextIsNamed() {
        var pair = sockets.pair(SocketType.REP, SocketType.REQ, INPROC, 100);

        for (int i = 0; i < 2; i++) {
            PeerStatistics peer = onlyPeer(pair.get(i));
            assertThat(peer.endpoint()).isEqualTo(INPROC);
            assertThat(peer.address()).isNull();
            assertThat(peer.type()).isEqualTo(i == 0 ? "REQ" : "REP");
            assertThat(peer.connected()).isTrue();
            assertThat(peer.connections()).isEqualTo(1);
            assertThat(peer.age()).isPositive();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcp://127.0.0.1:1", "inproc://nobody"})
    void anEndpointThatNobodyIsAtYetIsAPeerThatIsNotConnected(String endpoint) {
        SocketCore push = sockets.open(SocketType.PUSH);
        push.set(SocketOptions.LINGER, Duration.ZERO);
        push.connect(endpoint);
        push.send(Message.of("x"));

        PeerStatistics peer = onlyPeer(push);
        assertThat(peer)
                .isEqualTo(new PeerStatistics(
                        endpoint,
                        null,
                        null,
                        new byte[0],
                        null,
                        false,
                        0,
                        Duration.ZERO,
                        1000,
                        1000,
                        new Traffic(0, 0, 0, 0, 0, 1)));
        assertThat(push.statistics().connectionsMade()).isZero();
        assertThat(push.statistics().connections()).isZero();
    }

    @Test
    void aSocketThatHasDoneNothingHasNothingToShow() {
        SocketStatistics none = sockets.open(SocketType.DEALER).statistics();
        assertThat(none).isEqualTo(new SocketStatistics(new Traffic(0, 0, 0, 0, 0, 0), 0, 0, none.drops(), List.of()));
        assertThat(none.drops()).isEmpty();
    }
}
