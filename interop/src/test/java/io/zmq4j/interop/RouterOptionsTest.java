package io.zmq4j.interop;

import static io.zmq4j.options.SocketOptions.CONNECT_ROUTING_ID;
import static io.zmq4j.options.SocketOptions.FOREVER;
import static io.zmq4j.options.SocketOptions.LINGER;
import static io.zmq4j.options.SocketOptions.PROBE_ROUTER;
import static io.zmq4j.options.SocketOptions.RECONNECT_IVL;
import static io.zmq4j.options.SocketOptions.ROUTER_HANDOVER;
import static io.zmq4j.options.SocketOptions.ROUTER_MANDATORY;
import static io.zmq4j.options.SocketOptions.ROUTING_ID;
import static io.zmq4j.options.SocketOptions.SNDHWM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.DealerSocket;
import io.zmq4j.RouterSocket;
import io.zmq4j.error.UnroutableException;
import io.zmq4j.event.SocketEvent;
import io.zmq4j.message.Message;
import io.zmq4j.testkit.Bytes;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a ROUTER can be told about its peers. */
class RouterOptionsTest {
    private static final byte[] ID = Bytes.utf8("same");

    @RegisterExtension
    final Rig rig = new Rig();

    private RouterSocket router() {
        RouterSocket router = rig.context().router();
        router.set(LINGER, Duration.ZERO);
        return router;
    }

    private DealerSocket dealer() {
        DealerSocket dealer = rig.context().dealer();
        dealer.set(LINGER, Duration.ZERO);
        dealer.set(RECONNECT_IVL, Duration.ofMillis(10));
        dealer.set(ROUTING_ID, ID);
        return dealer;
    }

    @EveryTransport
    void mandatoryMakesTheUnroutableAnError(Transport transport) {
        RouterSocket router = router();
        router.set(ROUTER_MANDATORY, true);
        DealerSocket dealer = dealer();
        dealer.connect(router.bind(transport.freshEndpoint()));
        assertThatThrownBy(() -> router.send("nobody", "lost")).isInstanceOf(UnroutableException.class);
        assertThatThrownBy(() -> router.trySend(Message.of("nobody", "lost"))).isInstanceOf(UnroutableException.class);
        Rig.await("the peer is known", () -> router.hasPeer(ID));
        Rig.send(router, "same", "arrives");
        assertThat(Rig.receiveText(dealer)).isEqualTo("arrives");
        assertThat(router.drops()).isEmpty();
    }

    @EveryTransport
    void mandatoryWaitsForAFullPeer(Transport transport) {
        RouterSocket router = router();
        router.set(ROUTER_MANDATORY, true);
        router.set(SNDHWM, 1);
        DealerSocket dealer = dealer();
        dealer.connect(router.bind(transport.freshEndpoint()));
        Rig.await("the peer is known", () -> router.hasPeer(ID));
        Message large = Message.wrap(new byte[][] {ID, new byte[1 << 20]});
        int sent = 0;
        while (router.send(large, Rig.MOMENT)) {
            sent++;
        }
        for (int i = 0; i < sent; i++) {
            assertThat(Rig.receive(dealer).size()).isEqualTo(1 << 20);
        }
        Rig.send(router, "same", "room again");
        assertThat(Rig.receiveText(dealer)).isEqualTo("room again");
        assertThat(router.drops()).isEmpty();
    }

    @EveryTransport
    @DisplayName("B11: a routing id in use is refused with an event, and the first peer goes on")
    void withoutHandoverTheFirstStays(Transport transport) {
        RouterSocket router = router();
        CompletableFuture<SocketEvent> refused = new CompletableFuture<>();
        var unused = router.onEvent(event -> {
            if (event.type() == SocketEvent.Type.HANDSHAKE_FAILED || event.type() == SocketEvent.Type.DISCONNECTED) {
                refused.complete(event);
            }
        });
        String endpoint = router.bind(transport.freshEndpoint()).uri();
        DealerSocket first = dealer();
        first.connect(endpoint);
        Rig.await("the peer is known", () -> router.hasPeer(ID));
        DealerSocket second = dealer();
        second.connect(endpoint);
        assertThat(Rig.result(refused).reason()).isNotNull();
        Rig.send(router, "same", "for the first");
        assertThat(Rig.receiveText(first)).isEqualTo("for the first");
        Rig.send(first, "from the first");
        assertThat(Rig.receive(router)).isEqualTo(Message.of("same", "from the first"));
        assertThat(second.tryReceive()).isEmpty();
    }

    @EveryTransport
    @DisplayName("B11: with ROUTER_HANDOVER the new peer takes the routing id over")
    void withHandoverTheSecondTakesOver(Transport transport) {
        RouterSocket router = router();
        router.set(ROUTER_HANDOVER, true);
        String endpoint = router.bind(transport.freshEndpoint()).uri();
        DealerSocket first = dealer();
        first.set(RECONNECT_IVL, FOREVER);
        first.connect(endpoint);
        Rig.send(first, "first");
        assertThat(Rig.receive(router)).isEqualTo(Message.of("same", "first"));
        DealerSocket second = dealer();
        second.connect(endpoint);
        Rig.send(second, "second");
        assertThat(Rig.receive(router)).isEqualTo(Message.of("same", "second"));
        Rig.send(router, "same", "for the second");
        assertThat(Rig.receiveText(second)).isEqualTo("for the second");
    }

    @EveryTransport
    void aProbeTellsTheRouterOfANewPeer(Transport transport) {
        RouterSocket router = router();
        DealerSocket dealer = dealer();
        dealer.set(PROBE_ROUTER, true);
        dealer.connect(router.bind(transport.freshEndpoint()));
        assertThat(Rig.receive(router)).isEqualTo(Message.of("same", ""));
    }

    @EveryTransport
    @DisplayName("RFC 28: ROUTER SHALL create a double queue when initiating an outgoing connection, and maintain it")
    void aConnectRoutingIdCanBeSentToAtOnce(Transport transport) {
        String endpoint = transport.freshEndpoint();
        RouterSocket router = router();
        router.set(CONNECT_ROUTING_ID, Bytes.utf8("chosen"));
        router.connect(endpoint);
        Rig.send(router, "chosen", "queued");
        assertThat(router.get(CONNECT_ROUTING_ID)).isEmpty();
        DealerSocket dealer = dealer();
        dealer.bind(endpoint);
        assertThat(Rig.receiveText(dealer)).isEqualTo("queued");
        Rig.send(dealer, "back");
        assertThat(Rig.receive(router)).isEqualTo(Message.of("chosen", "back"));
    }
}
