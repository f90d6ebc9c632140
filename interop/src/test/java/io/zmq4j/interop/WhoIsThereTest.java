package io.zmq4j.interop;

import static io.zmq4j.options.SocketOptions.CONNECT_ROUTING_ID;
import static io.zmq4j.options.SocketOptions.LINGER;
import static io.zmq4j.options.SocketOptions.RECONNECT_IVL;
import static io.zmq4j.options.SocketOptions.ROUTER_HANDOVER;
import static io.zmq4j.options.SocketOptions.ROUTER_MANDATORY;
import static io.zmq4j.options.SocketOptions.ROUTING_ID;
import static io.zmq4j.options.SocketOptions.SNDTIMEO;
import static io.zmq4j.options.SocketOptions.XPUB_NODROP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.DealerSocket;
import io.zmq4j.PairSocket;
import io.zmq4j.PubSocket;
import io.zmq4j.RepSocket;
import io.zmq4j.RouterSocket;
import io.zmq4j.Sender;
import io.zmq4j.Socket;
import io.zmq4j.SubSocket;
import io.zmq4j.XPubSocket;
import io.zmq4j.error.EndpointException;
import io.zmq4j.error.UnroutableException;
import io.zmq4j.event.DropReason;
import io.zmq4j.event.SocketEvent;
import io.zmq4j.message.Message;
import io.zmq4j.testkit.Bytes;
import java.time.Duration;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A peer that left is not there: for sends, for those who ask, for the poller, and for the next one at its place. */
class WhoIsThereTest {
    private static final byte[] ID = Bytes.utf8("A");

    @RegisterExtension
    final Rig rig = new Rig();

    private RouterSocket router() {
        RouterSocket router = rig.context().router();
        router.set(LINGER, Duration.ZERO);
        router.set(SNDTIMEO, Rig.PATIENCE);
        router.set(RECONNECT_IVL, Duration.ofMillis(10));
        return router;
    }

    private DealerSocket dealer() {
        DealerSocket dealer = rig.context().dealer();
        dealer.set(ROUTING_ID, ID);
        dealer.set(RECONNECT_IVL, Duration.ofMillis(10));
        return dealer;
    }

    /** A ROUTER whose peer has left, with a message unread. */
    private RouterSocket deserted(Transport transport, boolean mandatory) {
        RouterSocket router = router();
        router.set(ROUTER_MANDATORY, mandatory);
        String endpoint = router.bind(transport.freshEndpoint()).uri();
        DealerSocket client = dealer();
        client.connect(endpoint);
        Rig.send(client, "1");
        Rig.send(client, "2");
        assertThat(Rig.receive(router)).isEqualTo(Message.of("A", "1"));
        client.close();
        Rig.awaitPeers(router, 0);
        return router;
    }

    @EveryTransport
    void aMandatorySendToOneWhoLeftIsAnErrorAtOnce(Transport transport) {
        RouterSocket router = deserted(transport, true);
        assertThat(router.hasPeer(ID)).isFalse();
        assertThatThrownBy(() -> router.send("A", "reply")).isInstanceOf(UnroutableException.class);
        assertThat(Rig.receive(router)).isEqualTo(Message.of("A", "2"));
        assertThatThrownBy(() -> router.send("A", "reply")).isInstanceOf(UnroutableException.class);
        assertThat(router.drops()).isEmpty();
    }

    @EveryTransport
    void aSendToOneWhoLeftIsCountedAsUnroutable(Transport transport) {
        RouterSocket router = deserted(transport, false);
        router.send("A", "reply");
        assertThat(router.drops()).containsOnlyKeys(DropReason.UNROUTABLE);
    }

    @EveryTransport
    void aClientIsBackUnderItsIdThoughItsLastMessageIsUnread(Transport transport) {
        RouterSocket router = router();
        String endpoint = router.bind(transport.freshEndpoint()).uri();
        DealerSocket client = dealer();
        for (int life = 0; life < 3; life++) {
            client.connect(endpoint);
            leaveAWord(client, endpoint, router, String.valueOf(life), transport);
        }
        client.connect(endpoint);
        for (int life = 0; life < 3; life++) {
            assertThat(Rig.receive(router)).isEqualTo(Message.of("A", String.valueOf(life)));
        }
        Rig.awaitPeers(router, 1);
        Rig.send(router, "A", "reply");
        assertThat(Rig.receiveText(client)).isEqualTo("reply");
    }

    /** Over a wire the next connection might come before the end of this one; within a context everything is in order. */
    private static <S extends Socket & Sender> void leaveAWord(
            S from, String endpoint, Socket to, String word, Transport transport) {
        if (transport != Transport.INPROC) {
            Rig.awaitPeers(to, 1);
        }
        Rig.send(from, word);
        from.disconnect(endpoint);
        if (transport != Transport.INPROC) {
            Rig.awaitPeers(to, 0);
        }
    }

    @EveryTransport
    void aPairIsBackThoughItsLastMessageIsUnread(Transport transport) {
        PairSocket one = rig.context().pair();
        PairSocket two = rig.context().pair();
        two.set(RECONNECT_IVL, Duration.ofMillis(10));
        String endpoint = one.bind(transport.freshEndpoint()).uri();
        for (int life = 0; life < 4; life++) {
            two.connect(endpoint);
            leaveAWord(two, endpoint, one, String.valueOf(life), transport);
        }
        two.connect(endpoint);
        Rig.send(two, "4");
        assertThat(Rig.receiveTexts(one, 5)).containsExactly("0", "1", "2", "3", "4");
        Rig.send(one, "back");
        assertThat(Rig.receiveText(two)).isEqualTo("back");
    }

    @EveryTransport
    void aChosenIdIsFreeWhenTheDisconnectReturns(Transport transport) {
        DealerSocket server = rig.context().dealer();
        String endpoint = server.bind(transport.freshEndpoint()).uri();
        RouterSocket client = router();
        client.set(ROUTER_MANDATORY, true);
        client.set(LINGER, Rig.PATIENCE);
        for (int life = 0; life < 5; life++) {
            client.set(CONNECT_ROUTING_ID, Bytes.utf8("server"));
            client.connect(endpoint);
            Rig.send(client, "server", String.valueOf(life));
            client.disconnect(endpoint);
            assertThat(client.hasPeer(Bytes.utf8("server"))).isFalse();
            assertThat(client.peerCount()).isZero();
        }
        assertThat(Rig.receiveTexts(server, 5)).containsExactlyInAnyOrder("0", "1", "2", "3", "4");
    }

    @EveryTransport
    void aChosenIdThatIsInUseIsAnErrorOfConnect(Transport transport) {
        RouterSocket client = router();
        String endpoint = transport.freshEndpoint();
        client.set(CONNECT_ROUTING_ID, ID);
        client.connect(endpoint);
        client.set(CONNECT_ROUTING_ID, ID);
        assertThatThrownBy(() -> client.connect(endpoint))
                .isInstanceOf(EndpointException.class)
                .hasMessageContainingAll(endpoint, "CONNECT_ROUTING_ID");
        client.set(ROUTER_HANDOVER, true);
        client.set(CONNECT_ROUTING_ID, ID);
        client.connect(transport.freshEndpoint());
        client.set(ROUTER_HANDOVER, false);
        // The one whose id was given away is not connected any more: nothing is left of it.
        Rig.await("the older one ends", () -> {
            try {
                client.disconnect(endpoint);
                return false;
            } catch (EndpointException e) {
                return true;
            }
        });
    }

    /** A ROUTER that connects to two servers of the same id: the second gets its turn. */
    @EveryTransport
    void whoIsRefusedByTheConnectingSideIsTriedAgain(Transport transport) {
        DealerSocket first = dealer();
        DealerSocket second = dealer();
        RouterSocket client = router();
        String one = first.bind(transport.freshEndpoint()).uri();
        client.connect(one);
        Rig.await("the first is known", () -> client.hasPeer(ID));
        var events = EventLog.of(client);
        client.connect(second.bind(transport.freshEndpoint()));
        events.await(SocketEvent.Type.CONNECT_RETRIED);
        client.disconnect(one);
        Rig.await("the second is known", () -> client.hasPeer(ID));
        Rig.send(client, "A", "to the second");
        assertThat(Rig.receiveText(second)).isEqualTo("to the second");
    }

    @EveryTransport
    void aPairThatConnectsTwiceTurnsToTheSecondWhenTheFirstIsDisconnected(Transport transport) {
        PairSocket first = rig.context().pair();
        PairSocket second = rig.context().pair();
        PairSocket pair = rig.context().pair();
        pair.set(RECONNECT_IVL, Duration.ofMillis(10));
        String one = first.bind(transport.freshEndpoint()).uri();
        pair.connect(one);
        pair.connect(second.bind(transport.freshEndpoint()));
        Rig.send(pair, "to the first");
        assertThat(Rig.receiveText(first)).isEqualTo("to the first");
        pair.disconnect(one);
        Rig.awaitPeer(second);
        Rig.send(second, "from the second");
        assertThat(Rig.receiveText(pair)).isEqualTo("from the second");
    }

    @EveryTransport
    void theSecondPeerOfAPairFollowsTheFirstWithWhatItHasSent(Transport transport) {
        PairSocket centre = rig.context().pair();
        String endpoint = centre.bind(transport.freshEndpoint()).uri();
        PairSocket first = rig.context().pair();
        first.connect(endpoint);
        Rig.awaitPeer(centre);
        PairSocket second = rig.context().pair();
        second.set(RECONNECT_IVL, Duration.ofMillis(10));
        second.connect(endpoint);
        Rig.send(second, "my turn");
        assertThat(centre.receive(Rig.MOMENT)).isEmpty();
        first.close();
        assertThat(Rig.receiveText(centre)).isEqualTo("my turn");
    }

    @EveryTransport
    void unbindReturnsWhenNobodyIsThereAnyMore(Transport transport) {
        RouterSocket router = router();
        router.set(ROUTER_MANDATORY, true);
        String endpoint = router.bind(transport.freshEndpoint()).uri();
        DealerSocket client = dealer();
        client.set(LINGER, Duration.ZERO);
        client.connect(endpoint);
        Rig.await("the peer is known", () -> router.hasPeer(ID));
        router.unbind(endpoint);
        assertThat(router.hasPeer(ID)).isFalse();
        assertThat(router.peerCount()).isZero();
        assertThatThrownBy(() -> router.send("A", "x")).isInstanceOf(UnroutableException.class);
        assertThatThrownBy(() -> router.unbind(endpoint)).isInstanceOf(EndpointException.class);
        router.bind(endpoint);
        Rig.await("the peer is back", () -> router.hasPeer(ID));
    }

    @EveryTransport
    void aConnectedPeerComesBackToTheNextWhoBinds(Transport transport) {
        String endpoint = transport.freshEndpoint();
        DealerSocket client = dealer();
        client.set(LINGER, Duration.ZERO);
        client.connect(endpoint);
        for (int life = 0; life < 3; life++) {
            RouterSocket server = router();
            server.bind(endpoint);
            Rig.send(client, "request");
            assertThat(Rig.receive(server)).isEqualTo(Message.of("A", "request"));
            Rig.send(server, "A", String.valueOf(life));
            assertThat(Rig.receiveText(client)).isEqualTo(String.valueOf(life));
            server.close();
            Rig.awaitPeers(client, 0);
        }
    }

    /** What it had subscribed to is nothing to the next publisher, nor is the last publisher's message. */
    @EveryTransport
    void aSubscriberSubscribesAtTheNextWhoBinds(Transport transport) {
        String endpoint = transport.freshEndpoint();
        SubSocket sub = rig.context().sub();
        sub.set(RECONNECT_IVL, Duration.ofMillis(10));
        sub.subscribe("a");
        sub.connect(endpoint);
        for (int life = 0; life < 3; life++) {
            PubSocket pub = rig.context().pub();
            pub.bind(endpoint);
            Rig.awaitPeer(pub);
            pub.send("b", "not wanted");
            pub.send("a", String.valueOf(life));
            assertThat(Rig.receive(sub)).isEqualTo(Message.of("a", String.valueOf(life)));
            pub.close();
            Rig.awaitPeers(sub, 0);
        }
    }

    @EveryTransport
    void aReplyGoesToNobodyElseWhoComesAtTheAskersPlace(Transport transport) {
        String endpoint = transport.freshEndpoint();
        RepSocket rep = rig.context().rep();
        rep.set(RECONNECT_IVL, Duration.ofMillis(10));
        rep.set(LINGER, Duration.ZERO);
        DealerSocket asker = dealer();
        asker.bind(endpoint);
        rep.connect(endpoint);
        Rig.send(asker, "", "1");
        Rig.send(asker, "", "2");
        assertThat(Rig.receiveText(rep)).isEqualTo("1");
        asker.close();
        Rig.awaitPeers(rep, 0);
        DealerSocket next = dealer();
        next.bind(endpoint);
        Rig.awaitPeers(rep, 1);
        Rig.send(next, "", "3");
        rep.send("to the asker");
        assertThat(Rig.receiveText(rep)).isEqualTo("2");
        rep.send("to the asker");
        assertThat(Rig.receiveText(rep)).isEqualTo("3");
        rep.send("to the next");
        assertThat(Rig.receive(next)).isEqualTo(Message.of("", "to the next"));
        assertThat(rep.drops()).containsEntry(DropReason.REQUESTER_GONE, 2L);
    }

    @EveryTransport
    void whatAPeerSentIsNotTakenForTheNextOnes(Transport transport) {
        String endpoint = transport.freshEndpoint();
        RouterSocket router = router();
        router.connect(endpoint);
        DealerSocket first = dealer();
        first.bind(endpoint);
        Rig.send(first, "1");
        Rig.send(first, "2");
        assertThat(Rig.receive(router)).isEqualTo(Message.of("A", "1"));
        first.close();
        Rig.awaitPeers(router, 0);
        DealerSocket next = dealer();
        next.set(ROUTING_ID, Bytes.utf8("B"));
        next.bind(endpoint);
        Rig.await("the next one is known", () -> router.hasPeer(Bytes.utf8("B")));
        assertThat(router.hasPeer(ID)).isFalse();
        Rig.send(next, "3");
        assertThat(Rig.receive(router)).isEqualTo(Message.of("A", "2"));
        assertThat(Rig.receive(router)).isEqualTo(Message.of("B", "3"));
    }

    @EveryTransport
    void aPublisherWithoutItsSubscriberHasNoPeer(Transport transport) {
        String endpoint = transport.freshEndpoint();
        SubSocket sub = rig.context().sub();
        sub.subscribe("");
        sub.bind(endpoint);
        PubSocket pub = rig.context().pub();
        pub.connect(endpoint);
        Rig.awaitPeer(pub);
        sub.close();
        Rig.awaitPeers(pub, 0);
        assertThat(pub.awaitPeer(Duration.ZERO)).isFalse();
    }

    @EveryTransport
    void aPublisherThatWaitsForTheSlowDoesNotWaitForOneItDisconnected(Transport transport) {
        SubSocket sub = rig.context().sub();
        sub.subscribe("");
        String endpoint = sub.bind(transport.freshEndpoint()).uri();
        XPubSocket pub = rig.context().xpub();
        pub.set(XPUB_NODROP, true);
        pub.set(LINGER, Rig.PATIENCE);
        pub.connect(endpoint);
        assertThat(Rig.receiveText(pub)).isEqualTo("\1");
        // More than the kernel takes, so that the endpoint lingers.
        Message large = Message.wrap(new byte[1 << 20]);
        for (int i = 0; i < 20; i++) {
            Rig.send(pub, large);
        }
        pub.disconnect(endpoint);
        Rig.send(pub, "to nobody");
        assertThat(pub.drops()).isEmpty();
        for (int i = 0; i < 20; i++) {
            assertThat(Rig.receive(sub).size()).isEqualTo(1 << 20);
        }
    }
}
