package io.zmq4j.zmtp.engine;

import static io.zmq4j.zmtp.engine.Octets.concat;
import static io.zmq4j.zmtp.engine.Octets.greeting;
import static io.zmq4j.zmtp.engine.Octets.octets;
import static io.zmq4j.zmtp.engine.Octets.ready;
import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.zmtp.CloseReason;
import io.zmq4j.zmtp.SocketType;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The greeting, ours and the peer's. */
class GreetingTest {
    private static Side pull() {
        return Side.of(SocketType.PULL);
    }

    private static byte[] greetingWith(int at, int octet) {
        byte[] greeting = greeting();
        greeting[at] = (byte) octet;
        return concat(greeting, ready("PUSH"));
    }

    private static byte[] mechanism(String literal) {
        byte[] greeting = greeting();
        Arrays.fill(greeting, 12, 32, (byte) 0);
        byte[] name = octets(literal);
        System.arraycopy(name, 0, greeting, 12, name.length);
        return greeting;
    }

    @Test
    @DisplayName("RFC 37: a peer SHALL send a partial greeting sufficient to trigger version detection first")
    void theSignatureGoesFirstAndTheRestAsThePeerShowsItsVersion() {
        Side side = pull();
        assertThat(side.transmit()).isEqualTo(octets("ff 00 00 00 00 00 00 00 01 7f"));

        side.receive(Arrays.copyOf(greeting(), 10));
        assertThat(side.transmit()).isEqualTo(octets("03"));

        side.receive(octets("03"));
        assertThat(side.transmit()).isEqualTo(concat(octets("01 'NULL'"), new byte[48]));
    }

    @Test
    @DisplayName("RFC 37: a peer that reads a full greeting MUST also send a full greeting")
    void aFullGreetingIsAnsweredByAFullGreetingAndReady() {
        Side side = pull();
        side.receive(greeting());

        byte[] sent = side.transmit();

        assertThat(Arrays.copyOf(sent, 64))
                .isEqualTo(concat(octets("ff 0000000000000001 7f 03 01 'NULL'"), new byte[48]));
        assertThat(Arrays.copyOfRange(sent, 64, sent.length)).isEqualTo(ready("PULL"));
    }

    @Test
    @DisplayName("RFC 37: as-server MUST be zero with NULL")
    void asServerIsSentAsZero() {
        Side side = pull();
        side.receive(greeting());

        assertThat(side.transmit()[32]).isZero();
    }

    @Test
    @DisplayName("RFC 37: the size in the pseudo-signature is the identity's plus one, 8 octets in network order")
    void theSignaturesPaddingIsTheSizeOfAnOldIdentityFrame() {
        Side side = Side.with(Side.options(SocketType.DEALER, "four", -1));

        assertThat(side.transmit()).isEqualTo(octets("ff 00 00 00 00 00 00 00 05 7f"));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 0x0102030405060708L, -1})
    @DisplayName("A7, RFC 37: a peer SHALL NOT assign any significance to the padding and MUST NOT validate it")
    void paddingIsNotLookedAt(long padding) {
        byte[] greeting = concat(octets("ff %016x".formatted(padding)), Arrays.copyOfRange(greeting(), 9, 64));

        Feed.accepted(
                GreetingTest::pull,
                concat(greeting, ready("PUSH")),
                side -> assertThat(side.peers).hasSize(1));
    }

    @Test
    @DisplayName("A8: a greeting cut at any point, and greeting and first frame in one piece, come to the same")
    void greetingMayBeCutAnywhere() {
        Feed.accepted(GreetingTest::pull, concat(greeting(), ready("PUSH"), octets("00 02 'hi'")), side -> {
            assertThat(side.peers).hasSize(1);
            assertThat(side.messages)
                    .singleElement()
                    .satisfies(message -> assertThat(message.text()).isEqualTo("hi"));
        });
    }

    @ParameterizedTest
    @CsvSource({"3,0,3.0", "3,1,3.1", "3,2,3.1", "3,255,3.1", "4,0,3.1", "4,9,3.1", "127,1,3.1", "255,0,3.1"})
    @DisplayName("A10, RFC 37: a peer MUST accept higher protocol versions and SHALL always use its own with them")
    void higherVersionsAreSpokenToInOurs(int major, int minor, String spoken) {
        byte[] greeting = greeting();
        greeting[10] = (byte) major;
        greeting[11] = (byte) minor;

        Feed.accepted(
                GreetingTest::pull,
                concat(greeting, ready("PUSH")),
                side -> assertThat(side.peers)
                        .singleElement()
                        .satisfies(peer -> assertThat(peer.version()).isEqualTo(spoken)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'PLAIN'",
                "'CURVE'",
                "'null'",
                "'NULL' 00 'x'",
                "'NULLNULLNULLNULLNULL'",
                "'ABCDEFGHIJKLMNOPQRST'",
                ""
            })
    @DisplayName("A11, A12, RFC 37: a mechanism that does not exactly match MUST close the connection")
    void anotherMechanismIsRefused(String mechanism) {
        Feed.refused(GreetingTest::pull, mechanism(mechanism), CloseReason.MECHANISM_MISMATCH);
    }

    @Test
    void theMechanismInTheRefusalIsEscaped() {
        Feed.refused(GreetingTest::pull, mechanism("'EVIL' 0a 1b"), CloseReason.MECHANISM_MISMATCH, "EVIL\\x0A\\x1B");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 255})
    @DisplayName("A13, RFC 37: the as-server field SHALL have no significance where the mechanism has no roles")
    void asServerIsNotLookedAt(int asServer) {
        Feed.accepted(
                GreetingTest::pull,
                greetingWith(32, asServer),
                side -> assertThat(side.peers).hasSize(1));
    }

    @Test
    @DisplayName("A14: a filler that is not zero is accepted")
    void fillerIsNotLookedAt() {
        Feed.accepted(
                GreetingTest::pull,
                greetingWith(63, 0xAA),
                side -> assertThat(side.peers).hasSize(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'GET / HTTP/1.1' 0d0a",
                "'SSH-2.0-OpenSSH_9.2' 0d0a",
                "16 03 01 02 00 01 00 01 fc 03 03",
                "00 00",
                "ff 00 00 00 00 00 00 01 01 00",
                "ff 80 00 00 00 00 00 00 05 00",
                "ff 00 00 00 00 00 00 00 05 02"
            })
    @DisplayName("A15: HTTP, SSH, TLS and nonsense are refused at once")
    void anotherProtocolIsRefused(String opening) {
        Feed.refused(GreetingTest::pull, octets(opening), CloseReason.NOT_ZMTP);
    }

    @Test
    @DisplayName("A15: 64 KiB of random bytes make no peer unless their second octet is a 1.0 identity's flags")
    void randomBytesAreRefused() {
        for (int seed = 0; seed < 200; seed++) {
            var bytes = new byte[64 * 1024];
            new Random(seed).nextBytes(bytes);
            bytes[1] |= 2;
            Side side = pull();

            assertThat(side.refusal(bytes)).as("seed %d", seed).isNotNull();
            assertThat(side.peers).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 10, 63, 64, 70})
    @DisplayName("A1, A2, A3: a peer that falls silent is closed at the handshake interval, wherever it stopped")
    void silenceInTheHandshakeEndsAtTheInterval(int received) {
        Side side = pull();
        side.receive(Arrays.copyOf(concat(greeting(), ready("PUSH")), received));

        assertThat(side.engine().nextTick()).isEqualTo(side.now + 30_000_000_000L);
        assertThat(side.tickAfter(29_999)).isNull();
        assertThat(side.tickAfter(1)).isEqualTo(CloseReason.HANDSHAKE_TIMEOUT);
    }

    @Test
    @DisplayName("A4: one byte now and then does not prolong the handshake interval")
    void theHandshakeIntervalIsATotal() {
        Side side = pull();
        byte[] greeting = greeting();
        for (int i = 0; i < 60; i++) {
            side.receive(new byte[] {greeting[i]});
            assertThat(side.tickAfter(499)).isNull();
        }

        assertThat(side.tickAfter(60)).isEqualTo(CloseReason.HANDSHAKE_TIMEOUT);
    }

    @Test
    void theHandshakeIntervalEndsWithTheHandshake() {
        Side side = Side.ready(SocketType.PULL, "PUSH");

        assertThat(side.engine().nextTick()).isEqualTo(Long.MAX_VALUE);
        assertThat(side.tickAfter(60_000)).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 10, 64, 70})
    @DisplayName("A17: a peer that goes before the handshake is complete is a lost connection")
    void anEndInTheHandshakeIsALostConnection(int received) {
        Side side = pull();
        side.receive(Arrays.copyOf(concat(greeting(), ready("PUSH")), received));

        assertThat(side.engine().endOfStream().reason()).isEqualTo(CloseReason.CONNECTION_LOST);
    }

    @Test
    void bothGreetingsAreTraced() {
        Side side = pull();
        side.receive(greeting());

        assertThat(side.traces)
                .contains("sent greeting ZMTP 3.1, mechanism NULL", "received greeting ZMTP 3.1, mechanism NULL");
    }
}
