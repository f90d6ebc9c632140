package io.zmq4j.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.event.Peer;
import io.zmq4j.event.Received;
import io.zmq4j.message.Message;
import io.zmq4j.zmtp.SocketType;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What libzmq tells of itself is known of a message that it sent. */
class ReceiveFromLibzmqTest {
    @RegisterExtension
    static final Libzmq LIBZMQ = new Libzmq();

    @RegisterExtension
    final Rig rig = new Rig();

    @EveryWire
    void aDealerIsKnownByItsNumber(Transport transport) {
        var router = rig.context().router();
        LibzmqSocket dealer = LIBZMQ.open(SocketType.DEALER);
        String endpoint = router.bind(transport.freshEndpoint()).uri();
        dealer.connect(endpoint);
        dealer.send("hello");

        Received received = router.receiveFrom(Rig.PATIENCE).orElseThrow();

        assertThat(received.message().array(1)).isEqualTo(Message.of("hello").array(0));
        Peer peer = received.peer();
        assertThat(peer.endpoint()).isEqualTo(endpoint);
        assertThat(peer.type()).isEqualTo("DEALER");
        assertThat(peer.routingId()).isEqualTo(received.message().array(0));
        assertThat(peer.version()).isIn("3.0", "3.1");
        assertThat(peer.mechanism()).isEqualTo("NULL");
        assertThat(peer.metadata()).containsEntry("Socket-Type", "DEALER").containsEntry("Identity", "");
        assertThat(router.peer(peer.routingId())).contains(peer);
        dealer.close();
        Rig.awaitPeers(router, 0);
        assertThat(router.peer(peer.routingId())).isEmpty();
    }

    @EveryWire
    void aSubscriptionIsOfWhoSubscribes(Transport transport) {
        var xpub = rig.context().xpub();
        LibzmqSocket sub = LIBZMQ.open(SocketType.SUB);
        sub.connect(xpub.bind(transport.freshEndpoint()).uri());
        sub.subscribe("topic");

        Received received = xpub.receiveFrom(Rig.PATIENCE).orElseThrow();

        assertThat(received.message()).isEqualTo(Message.of("\1topic"));
        assertThat(received.peer().type()).isEqualTo("SUB");
    }
}
