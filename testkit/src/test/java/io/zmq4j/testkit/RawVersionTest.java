package io.zmq4j.testkit;

import static io.zmq4j.testkit.Bytes.hex;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is on the wire, by RFC 13 and 15. */
class RawVersionTest {
    private record Pair(RawListener listener, RawPeer client, RawPeer server) implements AutoCloseable {
        static Pair open() {
            var listener = RawListener.tcp();
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

    @Test
    void theHandshakeOf10IsTheIdentity() {
        try (var pair = Pair.open()) {
            pair.server().send("ff 0000000000000005 7f 66 6f 75 72");
            RawVersion.ZMTP_1_0.handshake(pair.client(), "PUSH", "id");
            pair.server().expect("03 00 69 64");
            pair.server().send("02 00 61");
            assertThat(RawVersion.ZMTP_1_0.read(pair.client())).isEqualTo(RawFrame.message(hex("61")));
        }
    }

    @ParameterizedTest
    @CsvSource({"PAIR, 00", "DEALER, 05", "XPUB, 01", "XSUB, 02", "CHANNEL, 14"})
    void theGreetingOf20TellsTheType(String type, String number) {
        try (var pair = Pair.open()) {
            pair.server().send("ff 0000000000000001 7f 03 05 00 00");
            RawVersion.ZMTP_2_0.handshake(pair.client(), type, "id");
            pair.server().expect("ff 0000000000000001 7f 01" + number + "00 02 69 64");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 253, 254, 255, 70_000})
    void framesOf10AreReadAsTheyAreSent(int size) {
        try (var pair = Pair.open()) {
            RawFrame frame = RawFrame.more(new byte[size]);
            RawVersion.ZMTP_1_0.send(pair.client(), frame);
            assertThat(RawVersion.ZMTP_1_0.read(pair.server())).isEqualTo(frame);
        }
    }

    @Test
    void subscriptionsAreCommandsIn31Alone() {
        assertThat(RawVersion.ZMTP_3_1.subscription("a").isCommand()).isTrue();
        for (RawVersion older : new RawVersion[] {RawVersion.ZMTP_3_0, RawVersion.ZMTP_2_0, RawVersion.ZMTP_1_0}) {
            assertThat(older.subscription("a")).isEqualTo(RawFrame.message(hex("01 61")));
        }
        assertThat(RawVersion.ZMTP_3_1).hasToString("3.1");
    }
}
