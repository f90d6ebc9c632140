package io.zmq4j.zmtp.engine;

import static io.zmq4j.zmtp.engine.Octets.concat;
import static io.zmq4j.zmtp.engine.Octets.octets;
import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.message.Message;
import io.zmq4j.zmtp.CloseReason;
import io.zmq4j.zmtp.SocketType;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Peers that speak ZMTP 1.0 and 2.0. */
class DowngradeTest {
    private static Side pull() {
        return Side.of(SocketType.PULL);
    }

    /** A side in traffic with a 1.0 peer, whose part of the handshake was taken. */
    private static Side old(SocketType type) {
        Side side = Side.of(type);
        side.receive(octets("01 00"));
        side.transmit();
        return side;
    }

    @Test
    @DisplayName("RFC 37: a first octet other than 0xFF is a 1.0 peer's short identity")
    void shortIdentityIsAZmtp10Peer() {
        Feed.accepted(() -> Side.of(SocketType.ROUTER), octets("05 00 'mine' 04 00 'one'"), side -> {
            assertThat(side.peers).singleElement().satisfies(peer -> {
                assertThat(peer.version()).isEqualTo("1.0");
                assertThat(peer.routingId()).asString().isEqualTo("mine");
                assertThat(peer.socketType()).isEqualTo("DEALER");
            });
            assertThat(side.messages).containsExactly(Message.of("one"));
        });
    }

    @Test
    @DisplayName("RFC 37: bit 0 of the 10th octet zero is a 1.0 peer's long identity")
    void longIdentityIsAZmtp10Peer() {
        byte[] opening = concat(octets("ff 0000000000000100 00"), Side.bytes(255));

        Feed.accepted(
                () -> Side.of(SocketType.ROUTER),
                opening,
                side -> assertThat(side.peers.get(0).routingId()).isEqualTo(Side.bytes(255)));
    }

    @Test
    @DisplayName("RFC 37: to a 1.0 peer the signature is the header of our identity frame, then comes its body")
    void ourIdentityFollowsTheSignature() {
        Side side = Side.with(Side.options(SocketType.DEALER, "four", -1));
        side.send(Message.of("hi", ""));
        side.receive(octets("01 00"));

        assertThat(side.transmit()).isEqualTo(octets("ff 0000000000000005 7f 'four'  03 01 'hi' 01 00"));
    }

    @Test
    @DisplayName("C12, RFC 13: lengths of 255 and more take 0xFF and 8 octets; bodies around 8 KiB come through")
    void longFramesOf10AreWrittenAndRead() {
        Side side = old(SocketType.PAIR);
        side.send(Message.wrap(Side.bytes(253)));
        side.send(Message.wrap(Side.bytes(254)));
        byte[] sent = side.transmit();
        byte[] expected = concat(octets("fe 00"), Side.bytes(253), octets("ff 00000000000000ff 00"), Side.bytes(254));
        assertThat(sent).isEqualTo(expected);
        for (int size : new int[] {8191, 8192, 8193}) {
            side.send(Message.of(Side.bytes(size), Side.bytes(size)));
        }
        Side other = old(SocketType.PAIR);
        other.receive(concat(expected, side.transmit()));

        assertThat(other.messages)
                .containsExactly(
                        Message.wrap(Side.bytes(253)),
                        Message.wrap(Side.bytes(254)),
                        Message.of(Side.bytes(8191), Side.bytes(8191)),
                        Message.of(Side.bytes(8192), Side.bytes(8192)),
                        Message.of(Side.bytes(8193), Side.bytes(8193)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"00", "ff 0000000000000000", "ff 8000000000000000", "ff ffffffffffffffff"})
    @DisplayName("C11: a 1.0 length of 0, or of 2^63 and more, is refused")
    void impossibleLengthsOf10AreRefused(String length) {
        Feed.refused(() -> old(SocketType.PULL), octets(length + "00"), CloseReason.MALFORMED_FRAME);
    }

    @Test
    @DisplayName("C11: 1.0 flags other than MORE are not looked at")
    void reservedFlagsOf10AreIgnored() {
        Feed.accepted(
                () -> old(SocketType.PULL),
                octets("02 03 'a' 02 fe 'b'"),
                side -> assertThat(side.messages).containsExactly(Message.of("a", "b")));
    }

    @Test
    @DisplayName("C5: the limit holds for 1.0 frames")
    void theLimitHoldsFor10() {
        Feed.refused(
                () -> {
                    Side side = Side.with(Side.options(SocketType.PULL, "", 3));
                    side.receive(octets("01 00"));
                    return side;
                },
                octets("05 00"),
                CloseReason.MESSAGE_TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUB", "XPUB"})
    void anUnversionedSubscriberIsTakenToWantEverything(String type) {
        Feed.accepted(() -> Side.of(SocketType.named(type)), octets("01 00"), side -> {
            assertThat(side.peers).hasSize(1);
            assertThat(side.messages).containsExactly(Message.wrap(octets("01")));
        });
    }

    @Test
    void otherSocketsAreGivenNoSubscription() {
        assertThat(old(SocketType.PULL).messages).isEmpty();
    }

    @Test
    void theSubscriptionToEverythingStopsAFullListener() throws Exception {
        Side side = Side.of(SocketType.PUB);
        side.room = 1;

        assertThat(side.engine().receive(octets("01 00 02 00 'm'"), 0, 5, side.now))
                .isEqualTo(2);
    }

    @Test
    void subscriptionsGoTo10And20PeersAsMessages() {
        Side side = old(SocketType.SUB);
        side.send(Message.wrap(octets("01 'a'")));

        assertThat(side.transmit()).isEqualTo(octets("03 00 01 'a'"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    @DisplayName("A9, RFC 37: a version of 1 or 2 is a 2.0 peer: socket type, identity, then 2.0 framing")
    void zmtp20PeerIsSpokenTo(int revision) {
        byte[] opening = octets("ff 0000000000000001 7f %02x 05 00 02 'id'  00 01 'm'".formatted(revision));
        Feed.accepted(() -> Side.of(SocketType.ROUTER), opening, side -> {
            assertThat(side.peers).singleElement().satisfies(peer -> {
                assertThat(peer.version()).isEqualTo("2.0");
                assertThat(peer.socketType()).isEqualTo("DEALER");
                assertThat(peer.routingId()).asString().isEqualTo("id");
            });
            assertThat(side.messages).containsExactly(Message.of("m"));
            assertThat(side.transmit()).isEqualTo(octets("ff 0000000000000001 7f 03 06 00 00"));
        });
    }

    @Test
    @DisplayName("RFC 15: XPUB and XSUB are on the wire as PUB and SUB; messages use 2.0 framing")
    void xsubIsSubTo20() {
        Side side = Side.of(SocketType.XSUB);
        side.send(Message.wrap(octets("01 'a'")));
        side.receive(octets("ff 0000000000000001 7f 01 01 00 00"));

        assertThat(side.transmit()).isEqualTo(octets("ff 0000000000000001 7f 03 02 00 00  00 02 01 'a'"));
    }

    @Test
    @DisplayName("A9: version 0 has the greeting of 2.0 and the frames of 1.0")
    void versionZeroIsSpokenTo() {
        Feed.accepted(DowngradeTest::pull, octets("ff 0000000000000001 7f 00 08 01 00  02 00 'm'"), side -> {
            assertThat(side.peers.get(0).version()).isEqualTo("1.0");
            assertThat(side.messages).containsExactly(Message.of("m"));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"01", "0b", "ff"})
    @DisplayName("RFC 15: a socket type that does not fit SHOULD be disconnected silently")
    void incompatible20TypeIsRefused(String type) {
        Feed.refused(
                DowngradeTest::pull,
                octets("ff 0000000000000001 7f 01 " + type + " 00 00"),
                CloseReason.INCOMPATIBLE_SOCKET_TYPE);
    }

    @ParameterizedTest
    @ValueSource(ints = {0x04, 0x08, 0x80})
    @DisplayName("C1, RFC 15: bits 2-7 are reserved and MUST be zero; 2.0 has no commands")
    void reservedBitsOf20AreRefused(int flags) {
        byte[] opening = octets("ff 0000000000000001 7f 01 08 00 00");

        Feed.refused(DowngradeTest::pull, concat(opening, new byte[] {(byte) flags}), CloseReason.MALFORMED_FRAME);
    }

    @Test
    @DisplayName("B9, B10: an identity of 256 octets, or one that starts with zero, is refused in 1.0 and 2.0 too")
    void identityRulesHoldForOldPeers() {
        byte[] zmtp20 = octets("ff 0000000000000001 7f 01 08");

        Feed.refused(DowngradeTest::pull, concat(zmtp20, Octets.header(0, 256)), CloseReason.INVALID_METADATA);
        Feed.refused(DowngradeTest::pull, concat(zmtp20, octets("00 01 00")), CloseReason.INVALID_METADATA);
        Feed.refused(DowngradeTest::pull, octets("02 00 00"), CloseReason.INVALID_METADATA);
        Feed.refused(DowngradeTest::pull, octets("ff 0000000000000102 00"), CloseReason.NOT_ZMTP);
    }

    @Test
    @DisplayName("RFC 15: the identity of a 2.0 peer is a final short frame")
    void identityOf20HasNoMoreFrames() {
        Feed.refused(DowngradeTest::pull, octets("ff 0000000000000001 7f 01 08 01 00"), CloseReason.MALFORMED_FRAME);
    }

    @Test
    @DisplayName("RFC 37: PING is for 3.1 peers: none goes to a 2.0 peer")
    void heartbeatsStayAtHome() {
        Side side =
                Side.with(Side.heartbeat(SocketType.PULL, Duration.ofSeconds(1), Duration.ZERO, Duration.ofSeconds(1)));
        side.receive(octets("ff 0000000000000001 7f 01 08 00 00"));
        side.transmit();

        assertThat(side.engine().nextTick()).isEqualTo(Long.MAX_VALUE);
        assertThat(side.tickAfter(10_000)).isNull();
        assertThat(side.transmit()).isEmpty();
    }

    @Test
    void oldVersionsAreTraced() {
        Side side = old(SocketType.PULL);

        assertThat(side.traces).contains("received greeting ZMTP 1.0");
    }
}
