package io.zmq4j.testkit;

import static io.zmq4j.testkit.Bytes.hex;
import static io.zmq4j.testkit.Bytes.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RawPeerTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration BRIEFLY = Duration.ofMillis(50);

    /** Two peers on one connection. */
    private record Pair(RawListener listener, RawPeer client, RawPeer server) implements AutoCloseable {
        static Pair over(String transport) {
            var listener = new RawListener(transport.equals("tcp") ? Ports.tcpEndpoint() : Ports.ipcEndpoint());
            var client = RawPeer.connect(listener.endpoint());
            return new Pair(listener, client, listener.accept());
        }

        @Override
        public void close() {
            client.close();
            server.close();
            listener.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcp", "ipc"})
    void bytesArriveAsSent(String transport) {
        try (var pair = Pair.over(transport)) {
            pair.client().send("01 02 ff");
            pair.server().expect("0102FF");
            pair.server().sendSlowly(hex("0a 0b"));
            pair.client().expect("0a0b");
        }
    }

    @Test
    void unexpectedBytesAreShown() {
        try (var pair = Pair.over("tcp")) {
            pair.client().send("01 02");

            assertThatThrownBy(() -> pair.server().expect("01 03"))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContainingAll("01 03", "01 02");
        }
    }

    @Test
    void theEndIsShownWithWhatCameBefore() {
        try (var pair = Pair.over("tcp")) {
            pair.client().send("01");
            pair.client().close();

            assertThatThrownBy(() -> pair.server().expect("01 03"))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("ended")
                    .hasMessageContaining("01");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcp", "ipc"})
    void aCloseEndsTheConnectionAfterWhatWasSent(String transport) {
        try (var pair = Pair.over(transport)) {
            pair.client().send("05 06");
            pair.client().close();

            assertThat(pair.server().expectClosed(SOON)).isEqualTo(hex("05 06"));
        }
    }

    @Test
    void aResetIsToldFromAClose() {
        try (var pair = Pair.over("tcp")) {
            pair.client().reset();
            pair.server().expectReset(SOON);
        }
        try (var pair = Pair.over("tcp")) {
            pair.client().close();
            assertThatThrownBy(() -> pair.server().expectReset(SOON)).hasMessageContaining("FIN");
        }
    }

    @Test
    void overIpcAResetEndsTheConnection() {
        try (var pair = Pair.over("ipc")) {
            pair.client().reset();
            pair.server().expectClosed(SOON);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcp", "ipc"})
    void aHalfClosedPeerStillReads(String transport) {
        try (var pair = Pair.over(transport)) {
            pair.client().halfClose();
            pair.server().expectClosed(SOON);

            pair.server().send("07");
            pair.client().expect("07");
        }
    }

    @Test
    void anOpenConnectionIsNotTakenForClosed() {
        try (var pair = Pair.over("tcp")) {
            assertThatThrownBy(() -> pair.server().expectClosed(BRIEFLY)).hasMessageContaining("still open");
        }
    }

    @Test
    void silenceIsNeitherBytesNorAnEnd() {
        try (var pair = Pair.over("tcp")) {
            pair.server().expectSilence(BRIEFLY);

            pair.client().send("09");
            assertThatThrownBy(() -> pair.server().expectSilence(SOON)).hasMessageContaining("09");

            pair.client().close();
            assertThatThrownBy(() -> pair.server().expectSilence(SOON)).hasMessageContaining("ended");
        }
    }

    @Test
    void twoPeersShakeHandsAndExchangeFrames() {
        try (var pair = Pair.over("tcp")) {
            pair.server().send(Greeting.v31().encoded());
            pair.server().send(RawFrame.ready("ROUTER"));
            pair.client().handshake("DEALER", "Identity", "me");
            assertThat(pair.server().expectGreeting()).isEqualTo(new Greeting(3, 1, "NULL", false));
            pair.server().expect(RawFrame.ready("DEALER", "Identity", "me"));

            pair.client().send(RawFrame.more(utf8("a")));
            pair.client().send(RawFrame.message(new byte[300]).asLong());

            pair.server().expect(RawFrame.more(utf8("a")));
            assertThat(pair.server().readFrame().body()).hasSize(300);
        }
    }

    @Test
    void anAbsurdSizeFailsInsteadOfAllocating() {
        try (var pair = Pair.over("tcp")) {
            pair.client().send("02 7fffffffffffffff");

            assertThatThrownBy(() -> pair.server().readFrame()).hasMessageContaining("9223372036854775807");
        }
    }

    @Test
    void nobodyComingIsAFailureInTime() {
        try (var listener = RawListener.tcp()) {
            assertThatThrownBy(() -> listener.accept(BRIEFLY)).hasMessageContaining(listener.endpoint());
        }
    }
}
