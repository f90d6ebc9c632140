package io.zmq4j.interop;

import static io.zmq4j.options.SocketOptions.LINGER;
import static io.zmq4j.options.SocketOptions.RCVHWM;
import static io.zmq4j.options.SocketOptions.ROUTING_ID;
import static io.zmq4j.options.SocketOptions.SNDHWM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.DealerSocket;
import io.zmq4j.RepSocket;
import io.zmq4j.ReqSocket;
import io.zmq4j.RouterSocket;
import io.zmq4j.error.SocketStateException;
import io.zmq4j.event.DropReason;
import io.zmq4j.message.Message;
import io.zmq4j.testkit.Bytes;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.RegisterExtension;

/** REQ, REP and ROUTER (RFC 28) over real connections. */
class RequestReplyRulesTest {
    @RegisterExtension
    final Rig rig = new Rig();

    private ReqSocket req() {
        ReqSocket req = rig.context().req();
        req.set(LINGER, Duration.ZERO);
        return req;
    }

    private RouterSocket router() {
        RouterSocket router = rig.context().router();
        router.set(LINGER, Duration.ZERO);
        return router;
    }

    private DealerSocket dealer(String routingId) {
        DealerSocket dealer = rig.context().dealer();
        dealer.set(LINGER, Duration.ZERO);
        dealer.set(ROUTING_ID, Bytes.utf8(routingId));
        return dealer;
    }

    @EveryTransport
    @DisplayName("RFC 28: REQ SHALL block on sending, or return a suitable error, when it has no connected peers")
    void aRequestWaitsForAServer(Transport transport) {
        ReqSocket req = req();
        String endpoint = req.bind(transport.freshEndpoint()).uri();
        assertThat(req.trySend(Message.of("refused"))).isFalse();
        var asked = rig.start(() -> Rig.send(req, "question"));
        RepSocket rep = rig.context().rep();
        rep.connect(endpoint);
        assertThat(Rig.receiveText(rep)).isEqualTo("question");
        Rig.result(asked);
    }

    @EveryTransport
    @DisplayName("RFC 28: REQ SHALL send and then receive exactly one message at a time")
    void aSecondRequestBeforeTheReplyIsRefused(Transport transport) {
        RepSocket rep = rig.context().rep();
        ReqSocket req = req();
        req.connect(rep.bind(transport.freshEndpoint()));
        assertThatThrownBy(req::tryReceive).isInstanceOf(SocketStateException.class);
        Rig.send(req, "first");
        assertThatThrownBy(() -> req.send("second")).isInstanceOf(SocketStateException.class);
        assertThat(Rig.receiveText(rep)).isEqualTo("first");
        Rig.send(rep, "reply");
        assertThat(Rig.receiveText(req)).isEqualTo("reply");
    }

    @EveryTransport
    @DisplayName("RFC 28: REP SHALL receive and then send exactly one message at a time")
    void aReplyWithoutARequestIsRefused(Transport transport) {
        RepSocket rep = rig.context().rep();
        ReqSocket req = req();
        req.connect(rep.bind(transport.freshEndpoint()));
        assertThatThrownBy(() -> rep.send("unasked")).isInstanceOf(SocketStateException.class);
        Rig.send(req, "question");
        assertThat(Rig.receiveText(rep)).isEqualTo("question");
        assertThatThrownBy(rep::tryReceive).isInstanceOf(SocketStateException.class);
        Rig.send(rep, "answer");
        assertThat(Rig.receiveText(req)).isEqualTo("answer");
    }

    @EveryTransport
    @DisplayName("RFC 28: REQ SHALL accept an incoming message only from the last peer that it sent a request to and "
            + "SHALL discard silently any messages received from other peers")
    void anotherServersMessageIsNotTheReply(Transport transport) {
        ReqSocket req = req();
        RouterSocket first = router();
        RouterSocket second = router();
        req.connect(first.bind(transport.freshEndpoint()));
        Rig.awaitPeers(req, 1);
        req.connect(second.bind(transport.freshEndpoint()));
        Rig.awaitPeers(req, 2);
        Rig.send(req, "one");
        Message one = Rig.receive(first);
        Rig.send(first, one);
        assertThat(Rig.receiveText(req)).isEqualTo("one");
        Rig.send(req, "two");
        Message two = Rig.receive(second);
        Rig.send(first, Message.wrap(new byte[][] {one.bytes(0), {}, Bytes.utf8("not asked")}));
        Rig.await("the stray message is discarded", () -> {
            assertThat(req.tryReceive()).isEmpty();
            return req.drops().containsKey(DropReason.LATE_REPLY);
        });
        Rig.send(second, two);
        assertThat(Rig.receiveText(req)).isEqualTo("two");
    }

    @EveryTransport
    @DisplayName(
            "RFC 28: REP SHALL remove and store the address envelope, SHALL prepend it and SHALL deliver this message "
                    + "back to the originating peer")
    void everyClientGetsItsOwnReply(Transport transport) {
        RepSocket rep = rig.context().rep();
        String endpoint = rep.bind(transport.freshEndpoint()).uri();
        var clients = IntStream.range(0, 5)
                .mapToObj(i -> {
                    ReqSocket req = req();
                    req.connect(endpoint);
                    return req;
                })
                .toList();
        for (int i = 0; i < clients.size(); i++) {
            Rig.send(clients.get(i), "from " + i);
        }
        clients.forEach(client -> Rig.send(rep, Rig.receiveText(rep).replace("from", "to")));
        for (int i = 0; i < clients.size(); i++) {
            assertThat(Rig.receiveText(clients.get(i))).isEqualTo("to " + i);
        }
    }

    @EveryTransport
    @DisplayName(
            "RFC 28: REP SHALL silently discard the reply if the originating peer is no longer connected and SHALL not "
                    + "block on sending")
    void aReplyToNobodyIsDropped(Transport transport) {
        RepSocket rep = rig.context().rep();
        String endpoint = rep.bind(transport.freshEndpoint()).uri();
        ReqSocket gone = req();
        gone.connect(endpoint);
        Rig.send(gone, "question");
        assertThat(Rig.receiveText(rep)).isEqualTo("question");
        gone.close();
        Rig.awaitPeers(rep, 0);
        assertThat(rep.trySend(Message.of("answer"))).isTrue();
        assertThat(rep.drops()).containsEntry(DropReason.REQUESTER_GONE, 1L);
        ReqSocket next = req();
        next.connect(endpoint);
        Rig.send(next, "next question");
        assertThat(Rig.receiveText(rep)).isEqualTo("next question");
    }

    @EveryTransport
    @DisplayName("RFC 28: REP discards a request without the delimiter and waits for the next")
    void aRequestWithoutEnvelopeIsDropped(Transport transport) {
        RepSocket rep = rig.context().rep();
        DealerSocket dealer = dealer("d");
        dealer.connect(rep.bind(transport.freshEndpoint()));
        Rig.send(dealer, "no delimiter");
        Rig.send(dealer, "", "request");
        assertThat(Rig.receiveText(rep)).isEqualTo("request");
        assertThat(rep.drops()).containsEntry(DropReason.MALFORMED_ENVELOPE, 1L);
    }

    @EveryTransport
    @DisplayName("RFC 28: ROUTER SHALL identify each double queue using a unique identity and SHOULD allow the peer to "
            + "specify it")
    void routersAddressTheirPeers(Transport transport) {
        RouterSocket router = router();
        String endpoint = router.bind(transport.freshEndpoint()).uri();
        DealerSocket a = dealer("a");
        DealerSocket b = dealer("b");
        a.connect(endpoint);
        b.connect(endpoint);
        Rig.await("both known", () -> router.hasPeer(Bytes.utf8("a")) && router.hasPeer(Bytes.utf8("b")));
        Rig.send(router, "b", "for b");
        Rig.send(router, "a", "for", "a");
        assertThat(Rig.receive(a)).isEqualTo(Message.of("for", "a"));
        assertThat(Rig.receive(b)).isEqualTo(Message.of("for b"));
        Rig.send(b, "from b");
        assertThat(Rig.receive(router)).isEqualTo(Message.of("b", "from b"));
    }

    @EveryTransport
    @DisplayName(
            "RFC 28: ROUTER SHALL silently drop the message if the queue does not exist and SHALL NOT block on sending")
    void aMessageToNobodyIsDropped(Transport transport) {
        RouterSocket router = router();
        router.bind(transport.freshEndpoint());
        assertThat(router.trySend(Message.of("nobody", "lost"))).isTrue();
        assertThat(router.drops()).containsEntry(DropReason.UNROUTABLE, 1L);
    }

    @EveryTransport
    @DisplayName("RFC 28: ROUTER SHALL silently drop the message if the queue is full and SHALL NOT block on sending")
    void aMessageToAFullPeerIsDropped(Transport transport) {
        RouterSocket router = router();
        router.set(SNDHWM, 2);
        String endpoint = router.bind(transport.freshEndpoint()).uri();
        DealerSocket dealer = dealer("full");
        dealer.set(RCVHWM, 2);
        dealer.connect(endpoint);
        Rig.awaitPeer(router);
        Message large = Message.wrap(new byte[][] {Bytes.utf8("full"), new byte[1 << 20]});
        Rig.await("the queue is full", () -> {
            assertThat(router.trySend(large)).isTrue();
            return router.drops().containsKey(DropReason.QUEUE_FULL);
        });
    }

    @EveryTransport
    @DisplayName("RFC 28: If this peer disconnects, ROUTER SHALL destroy its double queue")
    void aPeerThatLeftIsUnroutable(Transport transport) {
        RouterSocket router = router();
        String endpoint = router.bind(transport.freshEndpoint()).uri();
        DealerSocket dealer = dealer("guest");
        dealer.connect(endpoint);
        Rig.await("known", () -> router.hasPeer(Bytes.utf8("guest")));
        dealer.close();
        Rig.await("forgotten", () -> !router.hasPeer(Bytes.utf8("guest")));
        Rig.send(router, "guest", "lost");
        assertThat(router.drops()).containsEntry(DropReason.UNROUTABLE, 1L);
    }
}
