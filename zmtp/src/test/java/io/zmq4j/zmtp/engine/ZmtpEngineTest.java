package io.zmq4j.zmtp.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.message.Message;
import io.zmq4j.zmtp.SocketType;
import org.junit.jupiter.api.Test;

/** Two engines back to back. */
class ZmtpEngineTest {
    private final Side dealer = Side.with(Side.options(SocketType.DEALER, "me", -1));
    private final Side router = Side.of(SocketType.ROUTER);

    @Test
    void twoEnginesShakeHands() {
        Side.exchange(dealer, router);

        assertThat(dealer.engine().isReady()).isTrue();
        assertThat(router.engine().isReady()).isTrue();
        assertThat(router.peers).singleElement().satisfies(peer -> {
            assertThat(peer.socketType()).isEqualTo(SocketType.DEALER);
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
}
