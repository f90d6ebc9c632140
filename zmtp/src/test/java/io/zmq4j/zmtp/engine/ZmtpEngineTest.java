package io.zmq4j.zmtp.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.message.Message;
import io.zmq4j.zmtp.CloseReason;
import io.zmq4j.zmtp.SocketType;
import io.zmq4j.zmtp.mechanism.Ask;
import io.zmq4j.zmtp.wire.ProtocolException;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Two engines back to back. */
class ZmtpEngineTest {
    private final Side dealer = Side.with(Side.options(SocketType.DEALER, "me", -1));
    private final Side router = Side.of(SocketType.ROUTER);

    @Test
    void twoEnginesShakeHands() {
        Side.exchange(dealer, router);

        assertThat(dealer.peers).hasSize(1);
        assertThat(router.peers).hasSize(1);
        assertThat(router.peers).singleElement().satisfies(peer -> {
            assertThat(peer.socketType()).isEqualTo("DEALER");
            assertThat(peer.routingId()).asString().isEqualTo("me");
            assertThat(peer.version()).isEqualTo("3.1");
        });
    }

    @Test
    void messagesOfEveryShapeArriveAsTheyWereSent() {
        Message[] messages = {
            Message.of(""),
            Message.of("one"),
            Message.of("one", "", "three"),
            Message.wrap(Side.bytes(255)),
            Message.wrap(Side.bytes(256)),
            Message.wrap(Side.bytes(Outgoing.LARGE_BODY - 1)),
            Message.wrap(Side.bytes(Outgoing.LARGE_BODY)),
            Message.of(Side.bytes(300_000), Side.bytes(10), Side.bytes(9000)),
        };
        for (Message message : messages) {
            dealer.send(message);
        }

        Side.exchange(dealer, router);

        assertThat(router.messages).containsExactly(messages);
    }

    @Test
    void nothingIsSentBeforeTheHandshakeIsComplete() {
        dealer.send(Message.of("early"));

        assertThat(dealer.transmit()).hasSize(10);
        assertThat(dealer.outgoing).hasSize(1);
    }

    @Test
    void theListenerIsNotCalledBeforeItsOwnerHasTheEngine() {
        assertThat(dealer.outputs).isZero();
        assertThat(dealer.traces).isEmpty();
    }

    @Test
    @DisplayName("RFC 37: an unexpected connection close SHALL be treated as a temporary error")
    void aConnectionThatEndsIsTriedAgain() {
        CloseReason inHandshake = dealer.engine().endOfStream().reason();
        CloseReason inTraffic =
                Side.ready(SocketType.PULL, "PUSH").engine().endOfStream().reason();

        assertThat(inHandshake).isEqualTo(CloseReason.CONNECTION_LOST);
        assertThat(inTraffic).isEqualTo(CloseReason.PEER_CLOSED);
        assertThat(inHandshake.retry()).isTrue();
        assertThat(inTraffic.retry()).isTrue();
    }

    @Test
    @DisplayName("RFC 37: on a clear text connection message data SHALL be sent as message frames")
    void messageDataGoesInMessageFrames() {
        Side push = Side.ready(SocketType.PUSH, "PULL");
        push.send(Message.of("text"));

        assertThat(push.transmit()).isEqualTo(Octets.octets("00 04 'text'"));
    }

    @Test
    @DisplayName("RFC 37: all messages between two immediate peers SHALL be delivered in order, each once")
    void manyMessagesKeepTheirOrder() {
        for (int i = 0; i < 10_000; i++) {
            dealer.send(Message.of("m" + i));
        }
        Side.exchange(dealer, router);

        assertThat(router.messages).hasSize(10_000);
        for (int i = 0; i < 10_000; i++) {
            assertThat(router.messages.get(i).text()).isEqualTo("m" + i);
        }
    }

    @Test
    void whatTheEngineThrewItThrowsAgain() {
        Side push = Side.ready(SocketType.PUSH, "PULL");
        ProtocolException first = push.refusal(Octets.octets("ff"));

        assertThat(push.refusal(Octets.octets("00 00"))).isSameAs(first);
        assertThat(push.engine().endOfStream()).isSameAs(first);
        assertThatThrownBy(() -> push.engine().tick(push.now)).isSameAs(first);
        assertThatThrownBy(() -> push.engine().receiveBody(ByteBuffer.allocate(1), push.now))
                .isSameAs(first);
    }

    @Test
    void aClosedEngineSendsNoMessages() {
        Side push = Side.ready(SocketType.PUSH, "PULL");
        push.refusal(Octets.octets("ff"));
        push.send(Message.of("late"));

        assertThat(push.transmit()).isEmpty();
    }

    @Test
    void anOwnerThatRefusesThePeerClosesTheEngine() {
        var refusal = new ProtocolException(CloseReason.REFUSED_BY_SOCKET, "taken");
        var engine = new ZmtpEngine(Side.options(SocketType.PAIR), new Refusing(refusal), 0);
        byte[] opening = Side.opening("PAIR");

        assertThatThrownBy(() -> engine.receive(opening, 0, opening.length, 0)).isSameAs(refusal);
        assertThatThrownBy(() -> engine.receive(new byte[1], 0, 1, 0)).isSameAs(refusal);
    }

    private record Refusing(ProtocolException refusal) implements EngineListener {
        @Override
        public void onHandshake(PeerInfo peer) throws ProtocolException {
            throw refusal;
        }

        @Override
        public boolean onMessage(Message message) {
            throw new AssertionError("a message before the handshake");
        }

        @Override
        public void onOutput() {}

        @Override
        public void onAsk(Ask ask) {
            throw new AssertionError("NULL asks nothing");
        }
    }
}
