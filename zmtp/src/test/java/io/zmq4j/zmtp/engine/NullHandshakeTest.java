package io.zmq4j.zmtp.engine;

import static io.zmq4j.zmtp.engine.Octets.command;
import static io.zmq4j.zmtp.engine.Octets.concat;
import static io.zmq4j.zmtp.engine.Octets.greeting;
import static io.zmq4j.zmtp.engine.Octets.header;
import static io.zmq4j.zmtp.engine.Octets.octets;
import static io.zmq4j.zmtp.engine.Octets.property;
import static io.zmq4j.zmtp.engine.Octets.ready;
import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.message.Message;
import io.zmq4j.zmtp.CloseReason;
import io.zmq4j.zmtp.SocketType;
import java.util.Arrays;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** READY, ERROR and the metadata they carry. */
class NullHandshakeTest {
    private static final byte[] DEALER = property("Socket-Type", "DEALER");

    /** A ROUTER that has the peer's greeting. */
    private static Side router() {
        return greeted(SocketType.ROUTER);
    }

    private static Side greeted(SocketType type) {
        Side side = Side.of(type);
        side.receive(greeting());
        return side;
    }

    private static byte[] readyWith(byte[]... properties) {
        return command("READY", concat(properties));
    }

    private static void refused(byte[] bytes, CloseReason reason) {
        Feed.refused(NullHandshakeTest::router, bytes, reason);
    }

    @Test
    @DisplayName("RFC 37: the worked example: DEALER announces itself with an empty Identity")
    void dealerSendsTheReadyOfTheWorkedExample() {
        byte[] expected = octets("04 29 05 'READY' 08 'Identity' 00000000 0b 'Socket-Type' 00000006 'DEALER'");
        Side side = greeted(SocketType.DEALER);
        byte[] sent = side.transmit();

        assertThat(Arrays.copyOfRange(sent, 64, sent.length)).isEqualTo(expected);
    }

    @Test
    @DisplayName("RFC 37: the worked example: the DEALER's READY of 41 octets is accepted")
    void theReadyOfTheWorkedExampleIsAccepted() {
        byte[] ready = octets("04 29 05 'READY' 0b 'Socket-Type' 00000006 'DEALER' 08 'Identity' 00000000");

        Feed.accepted(
                NullHandshakeTest::router,
                ready,
                side -> assertThat(side.peers).singleElement().satisfies(peer -> {
                    assertThat(peer.socketType()).isEqualTo("DEALER");
                    assertThat(peer.routingId()).isEmpty();
                }));
    }

    @Test
    @DisplayName("RFC 23: each peer MUST send its READY before attempting to receive a READY")
    void readyIsSentWithoutWaitingForThePeers() {
        Side side = greeted(SocketType.PULL);

        byte[] sent = side.transmit();

        assertThat(Arrays.copyOfRange(sent, 64, sent.length)).isEqualTo(ready("PULL"));
    }

    @Test
    @DisplayName("RFC 37: the server MUST send a READY in reply; RFC 23: both SHALL send one; no second one is sent")
    void readyIsSentOnce() {
        Side side = greeted(SocketType.PULL);
        side.transmit();

        side.receive(ready("PUSH"));

        assertThat(side.transmit()).isEmpty();
        assertThat(side.peers).hasSize(1);
    }

    @Test
    @DisplayName("RFC 37: a peer MAY start to send messages after having both sent and received a READY")
    void messagesFollowReady() {
        Side side = Side.of(SocketType.PUSH);
        side.send(Message.of("m"));
        side.receive(greeting());
        byte[] before = side.transmit();
        side.receive(ready("PULL"));

        assertThat(before).endsWith(ready("PUSH"));
        assertThat(side.transmit()).isEqualTo(octets("00 01 'm'"));
    }

    @Test
    void readyGoesBeforeTheFirstMessageWhenBothWait() {
        Side side = Side.of(SocketType.PUSH);
        side.send(Message.of("m"));
        side.receive(concat(greeting(), ready("PULL")));

        assertThat(side.transmit()).endsWith(concat(ready("PUSH"), octets("00 01 'm'")));
    }

    @Test
    @DisplayName("B1: READY without Socket-Type is refused")
    void missingSocketTypeIsRefused() {
        refused(readyWith(), CloseReason.INVALID_METADATA);
        refused(readyWith(property("Identity", "x")), CloseReason.INVALID_METADATA);
    }

    @Test
    @DisplayName("B2, RFC 37: an incompatible Socket-Type SHOULD be answered with ERROR before disconnecting")
    void incompatibleSocketTypeIsToldAndRefused() {
        Side side = greeted(SocketType.PUSH);
        side.transmit();
        Feed.refused(() -> greeted(SocketType.PUSH), ready("PUB"), CloseReason.INCOMPATIBLE_SOCKET_TYPE, "PUB");

        side.refusal(ready("PUB"));

        assertThat(side.transmit()).isEqualTo(octets("04 1f 05 'ERROR' 18 'Incompatible-Socket-Type'"));
        assertThat(side.transmit()).isEmpty();
        assertThat(side.peers).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "STREAM", "CLIENT", "dealer2", "D\u00c9ALER", "DEALER\u0000"})
    void unknownSocketTypeIsRefused(String type) {
        refused(ready(type), CloseReason.INCOMPATIBLE_SOCKET_TYPE);
    }

    @ParameterizedTest
    @MethodSource("io.zmq4j.zmtp.SocketType#values")
    @DisplayName("RFC 37, RFC 23: the peer SHOULD enforce that the other peer uses a valid socket type")
    void everyPairOfSocketTypesIsDecidedByTheTable(SocketType own) {
        for (SocketType peer : SocketType.values()) {
            boolean refused = greeted(own).refusal(ready(peer.name())) != null;

            assertThat(refused).as("%s and %s", own, peer).isEqualTo(!own.accepts(peer));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "REQ,REP ROUTER",
        "REP,REQ DEALER",
        "DEALER,REP DEALER ROUTER",
        "ROUTER,REQ DEALER ROUTER",
        "PUB,SUB XSUB",
        "XPUB,SUB XSUB",
        "SUB,PUB XPUB",
        "XSUB,PUB XPUB",
        "PUSH,PULL",
        "PULL,PUSH",
        "PAIR,PAIR"
    })
    @DisplayName("RFC 37: for each socket type, its legal peer types")
    void theTableIsTheRfcs(String own, String peers) {
        assertThat(SocketType.values().stream()
                        .filter(SocketType.named(own)::accepts)
                        .map(SocketType::name))
                .containsExactlyInAnyOrder(peers.split(" "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Socket-Type", "SOCKET-TYPE", "socket-type", "sOcKeT-tYpE"})
    @DisplayName("B3, RFC 37: the case of property names SHALL NOT be significant")
    void namesAreFoundInAnyCase(String name) {
        Feed.accepted(
                NullHandshakeTest::router,
                readyWith(property(name, "DEALER")),
                side -> assertThat(side.peers).hasSize(1));
        refused(readyWith(property(name, "PUB")), CloseReason.INCOMPATIBLE_SOCKET_TYPE);
    }

    @Test
    @DisplayName("B4: a second Socket-Type or Identity is refused, in whichever case")
    void duplicatesOfWhatMattersAreRefused() {
        refused(readyWith(DEALER, property("SOCKET-type", "DEALER")), CloseReason.INVALID_METADATA);
        refused(readyWith(DEALER, property("Identity", "a"), property("identity", "a")), CloseReason.INVALID_METADATA);
    }

    @Test
    void propertiesOfTheApplicationAreToldAsSent() {
        byte[] ready = readyWith(DEALER, property("X-Colour", "red"), property("x-colour", "blue"));

        Feed.accepted(
                NullHandshakeTest::router,
                ready,
                side -> assertThat(side.peers).singleElement().satisfies(peer -> {
                    assertThat(peer.metadata()).containsOnlyKeys("Socket-Type", "X-Colour");
                    assertThat(peer.metadata().get("x-colour")).isEqualTo("red");
                }));
    }

    @Test
    @DisplayName("RFC 37: the implementation SHALL accept all resource requests")
    void anyResourceIsAccepted() {
        byte[] ready = readyWith(DEALER, property("Resource", "system/name-service/test"));

        Feed.accepted(
                NullHandshakeTest::router,
                ready,
                side -> assertThat(side.peers.get(0).metadata()).containsEntry("Resource", "system/name-service/test"));
    }

    @Test
    @DisplayName("B5, RFC 37: zero-sized names are not valid")
    void emptyPropertyNameIsRefused() {
        refused(readyWith(DEALER, octets("00 00000000")), CloseReason.INVALID_METADATA);
    }

    @Test
    @DisplayName("RFC 37: the name SHALL be 1 to 255 characters; zero-sized values are allowed")
    void longestNameAndEmptyValueAreAccepted() {
        byte[] ready = readyWith(DEALER, property("n".repeat(255), ""), property("n", ""));

        Feed.accepted(
                NullHandshakeTest::router,
                ready,
                side -> assertThat(side.peers.get(0).metadata())
                        .containsEntry("n".repeat(255), "")
                        .containsEntry("n", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "05 'abc'",
                "ff 'abc'",
                "01 'a' 00000001",
                "01 'a' 00000002 'x'",
                "01 'a' 7fffffff 'x'",
                "01 'a' 80000000 'x'",
                "01 'a' ffffffff 'x'",
                "01 'a' 000000",
                "01 'a'"
            })
    @DisplayName("B6, RFC 37: names and values that end behind the command, or of 2^31 octets and more, are refused")
    void propertyPastTheEndIsRefused(String property) {
        refused(readyWith(DEALER, octets(property)), CloseReason.INVALID_METADATA);
    }

    @Test
    @DisplayName("B7: one stray byte at the end is refused")
    void strayByteIsRefused() {
        refused(readyWith(DEALER, octets("01")), CloseReason.INVALID_METADATA);
    }

    @Test
    @DisplayName("B8: 128 properties are accepted, 129 are refused")
    void propertiesAreCounted() {
        var most = new byte[127][];
        for (int i = 0; i < most.length; i++) {
            most[i] = property("p" + i, "");
        }
        byte[] accepted = concat(DEALER, concat(most));

        Feed.accepted(
                NullHandshakeTest::router,
                readyWith(accepted),
                side -> assertThat(side.peers).hasSize(1));
        refused(readyWith(accepted, property("q", "")), CloseReason.INVALID_METADATA);
    }

    @Test
    @DisplayName("B8, B17: a handshake command of 64 KiB is accepted, one byte more is refused by its header alone")
    void handshakeCommandsAreBounded() {
        int largest = 64 * 1024;
        byte[] filling = property("f", Side.bytes(largest - 1 - 5 - DEALER.length - 1 - 1 - 4));
        byte[] ready = readyWith(DEALER, filling);
        assertThat(ready).hasSize(9 + largest);

        Feed.accepted(
                NullHandshakeTest::router, ready, side -> assertThat(side.peers).hasSize(1));
        refused(header(0x04, largest + 1), CloseReason.MALFORMED_COMMAND);
        refused(header(0x04, 1L << 31), CloseReason.MALFORMED_COMMAND);
        refused(header(0x04, Long.MAX_VALUE), CloseReason.MALFORMED_COMMAND);
    }

    @Test
    @DisplayName("B9, RFC 37: an Identity of 255 octets is accepted, one of 256 is refused")
    void identityIsAtMost255Octets() {
        Feed.accepted(
                NullHandshakeTest::router,
                readyWith(DEALER, property("Identity", Side.bytes(255))),
                side -> assertThat(side.peers.get(0).routingId()).hasSize(255));
        refused(readyWith(DEALER, property("Identity", Side.bytes(256))), CloseReason.INVALID_METADATA);
    }

    @Test
    @DisplayName("B10, RFC 37: the first octet of the Identity SHALL NOT be zero")
    void identityThatStartsWithZeroIsRefused() {
        refused(readyWith(DEALER, property("Identity", octets("00 01"))), CloseReason.INVALID_METADATA);
    }

    @Test
    @DisplayName("RFC 37: for all socket types but REQ, DEALER and ROUTER the Identity property shall be ignored")
    void identityOfOtherTypesIsIgnored() {
        byte[] ready = readyWith(property("Socket-Type", "PUSH"), property("Identity", "me"));

        Feed.accepted(
                () -> greeted(SocketType.PULL),
                ready,
                side -> assertThat(side.peers.get(0).routingId()).isEmpty());
    }

    @Test
    void onlyTheTypesThatAnnounceItSendAnIdentity() {
        Side push = Side.with(Side.options(SocketType.PUSH, "me", -1));
        push.receive(greeting());

        assertThat(push.transmit()).endsWith(ready("PUSH"));
    }

    @Test
    @DisplayName("B12: a handshake command without COMMAND, or with MORE, is refused")
    void handshakeCommandNeedsItsFlags() {
        byte[] ready = ready("DEALER");
        byte[] asMessage = ready.clone();
        asMessage[0] = 0x00;
        byte[] withMore = ready.clone();
        withMore[0] = 0x05;

        refused(asMessage, CloseReason.UNEXPECTED_COMMAND);
        refused(withMore, CloseReason.MALFORMED_FRAME);
    }

    @Test
    @DisplayName("B13: a second READY is refused")
    void secondReadyIsRefused() {
        refused(concat(ready("DEALER"), ready("DEALER")), CloseReason.UNEXPECTED_COMMAND);
    }

    @Test
    @DisplayName("B13: READY after ERROR is not looked at any more")
    void readyAfterErrorChangesNothing() {
        refused(concat(command("ERROR", octets("02 'no'")), ready("DEALER")), CloseReason.REFUSED_BY_PEER);
    }

    @Test
    @DisplayName("B13: READY in place of the greeting is refused")
    void readyBeforeTheGreetingIsRefused() {
        Feed.refused(() -> Side.of(SocketType.ROUTER), ready("DEALER"), CloseReason.NOT_ZMTP);
    }

    @ParameterizedTest
    @ValueSource(strings = {"00 00", "00 02 'hi'", "01 00", "02 0000000000000001 'x'"})
    @DisplayName("B14: a message before READY is refused")
    void messageBeforeReadyIsRefused(String frame) {
        refused(octets(frame), CloseReason.UNEXPECTED_COMMAND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HELLO", "WELCOME", "INITIATE", "PING", "SUBSCRIBE", "X"})
    void otherCommandsBeforeReadyAreRefused(String name) {
        refused(command(name, octets("00 00")), CloseReason.UNEXPECTED_COMMAND);
    }

    @ParameterizedTest
    @CsvSource({"'', ''", "02 'no', no", "09 'no', no", "00, ''", "01 'no', n", "04 'a' 0a 1b 'b', a\\x0A\\x1Bb"})
    @DisplayName("B15, RFC 37: the peer SHALL treat an incoming ERROR command as fatal; the reason is escaped")
    void errorIsFatal(String data, String reason) {
        Feed.refused(
                NullHandshakeTest::router,
                command("ERROR", octets(data)),
                CloseReason.REFUSED_BY_PEER,
                "\"" + reason + "\"");
    }

    @Test
    @DisplayName("B15: an ERROR of 255 characters is told whole")
    void longestErrorIsToldWhole() {
        Feed.refused(
                NullHandshakeTest::router,
                command("ERROR", concat(octets("ff"), Side.bytes(255))),
                CloseReason.REFUSED_BY_PEER,
                "x".repeat(255));
    }

    @Test
    void errorAfterReadyIsFatalToo() {
        refused(concat(ready("DEALER"), command("ERROR", octets("02 'no'"))), CloseReason.REFUSED_BY_PEER);
        assertThat(CloseReason.REFUSED_BY_PEER.retry()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"04 00", "04 01 00", "04 05 ff 'READ'", "04 05 05 'READ'", "04 01 05"})
    @DisplayName("B16: a command without a name, or with one longer than its body, is refused")
    void commandNameMustFit(String frame) {
        refused(octets(frame), CloseReason.MALFORMED_COMMAND);
    }

    @Test
    void metadataIsTracedBothWays() {
        Side side = router();
        side.receive(readyWith(DEALER, property("Identity", octets("'a' 00"))));

        assertThat(side.traces)
                .contains(
                        "sent READY Identity=, Socket-Type=ROUTER",
                        "received READY Identity=a\\x00, Socket-Type=DEALER");
    }

    @Test
    void refusalIsTraced() {
        Side side = router();
        side.refusal(command("ERROR", octets("03 '400'")));
        Side other = router();
        other.refusal(ready("PUB"));

        assertThat(side.traces).endsWith("received ERROR 400");
        assertThat(other.traces).endsWith("sent ERROR Incompatible-Socket-Type");
    }

    @Test
    @DisplayName("RFC 37: the command SHOULD use a long size field from 256 octets on, a short one up to 255")
    void readyUsesTheShortestSizeField() {
        Supplier<byte[]> sent = () -> {
            Side side = Side.with(Side.options(SocketType.DEALER, "i".repeat(255), -1));
            side.receive(greeting());
            byte[] all = side.transmit();
            return Arrays.copyOfRange(all, 64, all.length);
        };

        assertThat(sent.get()).startsWith(header(0x04, 6 + DEALER.length + property("Identity", "").length + 255));
    }
}
