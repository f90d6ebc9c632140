package io.zmq4j.interop;

import static io.zmq4j.options.SocketOptions.LINGER;
import static io.zmq4j.options.SocketOptions.RCVHWM;
import static io.zmq4j.options.SocketOptions.RECONNECT_IVL;
import static io.zmq4j.options.SocketOptions.SNDHWM;
import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.PubSocket;
import io.zmq4j.SubSocket;
import io.zmq4j.XPubSocket;
import io.zmq4j.XSubSocket;
import io.zmq4j.event.DropReason;
import io.zmq4j.message.Message;
import io.zmq4j.test.FaultProxy;
import io.zmq4j.testkit.Bytes;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** PUB, SUB, XPUB and XSUB (RFC 29) over real connections. */
class PublishSubscribeRulesTest {
    private static final int MANY_TOPICS = 5000;

    @RegisterExtension
    final Rig rig = new Rig();

    private PubSocket pub() {
        PubSocket pub = rig.context().pub();
        pub.set(LINGER, Duration.ZERO);
        return pub;
    }

    private SubSocket sub(String... topics) {
        SubSocket sub = rig.context().sub();
        sub.set(RECONNECT_IVL, Duration.ofMillis(10));
        for (String topic : topics) {
            sub.subscribe(topic);
        }
        return sub;
    }

    /** An XPUB that hears of subscriptions, and so knows when a publication will arrive. */
    private XPubSocket xpub() {
        XPubSocket xpub = rig.context().xpub();
        xpub.set(LINGER, Duration.ZERO);
        return xpub;
    }

    private static Message subscription(String topic) {
        return Message.of("\u0001" + topic);
    }

    private static Message cancellation(String topic) {
        return Message.of("\u0000" + topic);
    }

    @EveryTransport
    @DisplayName(
            "RFC 29: PUB SHALL perform a binary comparison of the subscription against the start of the first frame")
    void topicsArePrefixesOfTheFirstFrame(Transport transport) {
        XPubSocket xpub = xpub();
        SubSocket sub = sub("net", "ger");
        sub.connect(xpub.bind(transport.freshEndpoint()));
        Rig.receive(xpub);
        Rig.receive(xpub);
        Rig.send(xpub, "other", "netherlands");
        Rig.send(xpub, "ne");
        Rig.send(xpub, "netherlands", "goal");
        Rig.send(xpub, "germany", "", "card");
        assertThat(Rig.receive(sub)).isEqualTo(Message.of("netherlands", "goal"));
        assertThat(Rig.receive(sub)).isEqualTo(Message.of("germany", "", "card"));
    }

    @EveryTransport
    @DisplayName(
            "RFC 29: PUB SHALL silently drop the message if the queue for a subscriber is full and SHALL NOT block")
    void aFullSubscriberMissesMessages(Transport transport) {
        PubSocket pub = pub();
        pub.set(SNDHWM, 2);
        String endpoint = pub.bind(transport.freshEndpoint()).uri();
        SubSocket idle = sub("large");
        idle.set(RCVHWM, 2);
        idle.connect(endpoint);
        SubSocket good = sub("small");
        good.connect(endpoint);
        Rig.awaitPeers(pub, 2);
        Rig.awaitPeer(pub);
        Message large = Message.wrap(new byte[][] {Bytes.utf8("large"), new byte[1 << 20]});
        Rig.await("the queue is full", () -> {
            assertThat(pub.trySend(large)).isTrue();
            return pub.drops().containsKey(DropReason.QUEUE_FULL);
        });
        Rig.await("the other subscriber is served", () -> {
            Rig.send(pub, "small");
            return good.tryReceive().isPresent();
        });
        assertThat(Rig.receive(idle)).isEqualTo(large);
    }

    @EveryTransport
    @DisplayName(
            "RFC 29: XPUB SHALL receive subscribe and unsubscribe requests and SHALL deliver them to its application")
    void xpubHearsSubscriptions(Transport transport) {
        XPubSocket xpub = xpub();
        SubSocket sub = sub("a");
        sub.connect(xpub.bind(transport.freshEndpoint()));
        assertThat(Rig.receive(xpub)).isEqualTo(subscription("a"));
        sub.subscribe("b");
        assertThat(Rig.receive(xpub)).isEqualTo(subscription("b"));
        sub.unsubscribe("a");
        assertThat(Rig.receive(xpub)).isEqualTo(cancellation("a"));
        Rig.send(xpub, "a");
        Rig.send(xpub, "b");
        assertThat(Rig.receiveText(sub)).isEqualTo("b");
    }

    @EveryTransport
    @DisplayName(
            "RFC 29: XPUB SHALL, if the subscriber peer disconnects prematurely, generate a suitable unsubscribe request")
    void xpubHearsThatASubscriberLeft(Transport transport) {
        XPubSocket xpub = xpub();
        SubSocket sub = sub("a");
        sub.connect(xpub.bind(transport.freshEndpoint()));
        assertThat(Rig.receive(xpub)).isEqualTo(subscription("a"));
        sub.close();
        assertThat(Rig.receive(xpub)).isEqualTo(cancellation("a"));
    }

    @EveryTransport
    @DisplayName(
            "RFC 29: XSUB SHALL accept subscription commands from its application and SHALL send them to publishers")
    void xsubSendsSubscriptions(Transport transport) {
        XPubSocket xpub = xpub();
        XSubSocket xsub = rig.context().xsub();
        xsub.connect(xpub.bind(transport.freshEndpoint()));
        Rig.awaitPeer(xsub);
        Rig.send(xsub, subscription("a"));
        assertThat(Rig.receive(xpub)).isEqualTo(subscription("a"));
        xsub.subscribe(Bytes.utf8("b"));
        assertThat(Rig.receive(xpub)).isEqualTo(subscription("b"));
        Rig.send(xsub, cancellation("a"));
        assertThat(Rig.receive(xpub)).isEqualTo(cancellation("a"));
    }

    @EveryTransport
    @DisplayName("RFC 29: XSUB SHALL send all messages to all connected publishers, unmodified")
    void xsubTalksToAllPublishers(Transport transport) {
        XPubSocket first = xpub();
        XPubSocket second = xpub();
        XSubSocket xsub = rig.context().xsub();
        xsub.connect(first.bind(transport.freshEndpoint()));
        xsub.connect(second.bind(transport.freshEndpoint()));
        Rig.awaitPeers(xsub, 2);
        Message upstream = Message.of("to the", "", "publishers");
        Rig.send(xsub, upstream);
        assertThat(Rig.receive(first)).isEqualTo(upstream);
        assertThat(Rig.receive(second)).isEqualTo(upstream);
    }

    @EveryTransport
    @DisplayName("RFC 29: PUB SHALL silently discard any messages that subscribers send it")
    void pubDiscardsWhatSubscribersSend(Transport transport) {
        PubSocket pub = pub();
        XSubSocket xsub = rig.context().xsub();
        xsub.connect(pub.bind(transport.freshEndpoint()));
        Rig.awaitPeer(xsub);
        Rig.send(xsub, "not for a PUB");
        Rig.send(xsub, subscription(""));
        Rig.awaitPeer(pub);
        assertThat(pub.drops()).containsEntry(DropReason.NOT_RECEIVING, 1L);
        Rig.send(pub, "still serving");
        assertThat(Rig.receiveText(xsub)).isEqualTo("still serving");
    }

    @EveryWire
    @DisplayName("RFC 29: PUB SHALL maintain the queue of an outgoing connection whether or not it is established")
    void aConnectedPublisherQueuesWhileItsSubscriberIsAway(Transport transport) {
        String endpoint = transport.freshEndpoint();
        SubSocket first = sub("");
        first.bind(endpoint);
        PubSocket pub = pub();
        pub.set(RECONNECT_IVL, Duration.ofMillis(10));
        pub.connect(endpoint);
        Rig.awaitPeer(pub);
        Rig.send(pub, "before");
        assertThat(Rig.receiveText(first)).isEqualTo("before");
        first.close();
        Rig.awaitPeers(pub, 0);
        Rig.send(pub, "meanwhile");
        SubSocket second = sub("");
        second.bind(endpoint);
        assertThat(Rig.receiveText(second)).isEqualTo("meanwhile");
    }

    @EveryWire
    @DisplayName("RFC 29: SUB sends its subscriptions to publishers, again after every reconnect")
    void subscriptionsOutliveThePublisher(Transport transport) {
        String endpoint = transport.freshEndpoint();
        XPubSocket first = xpub();
        first.bind(endpoint);
        SubSocket sub = sub("a");
        sub.connect(endpoint);
        assertThat(Rig.receive(first)).isEqualTo(subscription("a"));
        first.close();
        XPubSocket second = xpub();
        second.bind(endpoint);
        assertThat(Rig.receive(second)).isEqualTo(subscription("a"));
        Rig.send(second, "a again");
        assertThat(Rig.receiveText(sub)).isEqualTo("a again");
    }

    @Test
    @DisplayName("F8: 5000 subscriptions with a high-water mark of 1000 are all there, and all back after a link flap")
    void subscriptionsAreNotSubjectToHighWaterMarks() {
        XPubSocket xpub = xpub();
        xpub.set(RCVHWM, 1000);
        try (var proxy = FaultProxy.to(xpub.bind(Transport.TCP.freshEndpoint()).uri())) {
            SubSocket sub = sub(IntStream.range(0, MANY_TOPICS)
                    .mapToObj(PublishSubscribeRulesTest::topic)
                    .toArray(String[]::new));
            sub.set(SNDHWM, 1000);
            sub.connect(proxy.uri());
            expectEveryTopic(xpub, "\u0001");
            proxy.cut();
            expectEveryTopic(xpub, "\u0000");
            expectEveryTopic(xpub, "\u0001");
            Rig.send(xpub, topic(MANY_TOPICS - 1));
            assertThat(Rig.receiveText(sub)).isEqualTo(topic(MANY_TOPICS - 1));
        }
    }

    private static String topic(int number) {
        return "topic %04d.".formatted(number);
    }

    private static void expectEveryTopic(XPubSocket xpub, String prefix) {
        var expected = IntStream.range(0, MANY_TOPICS)
                .mapToObj(number -> prefix + topic(number))
                .toArray(String[]::new);
        assertThat(Rig.receiveTexts(xpub, MANY_TOPICS)).containsExactlyInAnyOrder(expected);
    }
}
