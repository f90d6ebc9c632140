package io.zmq4j.zmtp.engine;

import static io.zmq4j.zmtp.engine.Octets.command;
import static io.zmq4j.zmtp.engine.Octets.concat;
import static io.zmq4j.zmtp.engine.Octets.greeting;
import static io.zmq4j.zmtp.engine.Octets.octets;
import static io.zmq4j.zmtp.engine.Octets.property;
import static io.zmq4j.zmtp.engine.Octets.ready;
import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.message.Message;
import io.zmq4j.zmtp.CloseReason;
import io.zmq4j.zmtp.SocketType;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Handshakes of types that are not among those of RFC 28 to 31. */
class OtherTypesTest {
    private static final SocketType ECHO = SocketType.of("ECHO", "PULL", "ECHO", "CAVE");

    private static Side greeted(SocketType type) {
        Side side = Side.of(type);
        side.receive(greeting());
        return side;
    }

    @Test
    void itTellsItsName() {
        Side side = greeted(ECHO);

        assertThat(side.transmit()).endsWith(octets("04 1a 05 'READY' 0b 'Socket-Type' 00000004 'ECHO'"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ECHO", "echo", "CAVE", "PULL", "pull"})
    void whomItNamesItTalksTo(String peer) {
        Feed.accepted(() -> greeted(ECHO), concat(ready(peer), octets("00 01 'm'")), side -> {
            assertThat(side.peers)
                    .singleElement()
                    .satisfies(info -> assertThat(info.socketType())
                            .isEqualToIgnoringCase(peer)
                            .isUpperCase());
            assertThat(side.messages).containsExactly(Message.of("m"));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUSH", "PAIR", "CAVES", "", "\u0131"})
    void anybodyElseIsToldAndRefused(String peer) {
        Feed.refused(() -> greeted(ECHO), ready(peer), CloseReason.INCOMPATIBLE_SOCKET_TYPE, "a ECHO does not talk to");
        Side side = greeted(ECHO);
        side.transmit();

        side.refusal(ready(peer));

        assertThat(side.transmit()).isEqualTo(octets("04 1f 05 'ERROR' 18 'Incompatible-Socket-Type'"));
    }

    @Test
    void oneOfTheRfcsDoesNotTalkToIt() {
        Feed.refused(() -> greeted(SocketType.PUSH), ready("ECHO"), CloseReason.INCOMPATIBLE_SOCKET_TYPE, "ECHO");
    }

    @Test
    void anIdentityCountsUnlessTheTypeIsKnownToHaveNone() {
        assertThat(announced(ECHO, "CAVE")).isEqualTo("me");
        assertThat(announced(ECHO, "PULL")).isEmpty();
        assertThat(announced(ECHO, "ECHO")).isEmpty();
        assertThat(announced(ECHO.announcingIdentity(), "ECHO")).isEqualTo("me");
    }

    private static String announced(SocketType own, String peer) {
        Side side = greeted(own);
        side.receive(command("READY", concat(property("Socket-Type", peer), property("Identity", "me"))));
        return new String(side.peers.get(0).routingId(), StandardCharsets.US_ASCII);
    }

    @Test
    void withoutANumberItIsNotSpokenWithOver20() {
        Feed.refused(
                () -> Side.of(ECHO),
                octets("ff 0000000000000001 7f 01 07 00 00"),
                CloseReason.INCOMPATIBLE_SOCKET_TYPE,
                "the peer speaks ZMTP 2.0, where a ECHO has no number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"07 PULL", "c8 ECHO"})
    void withANumberItIsTo20(String numberAndName) {
        String number = numberAndName.substring(0, 2);
        Feed.accepted(
                () -> Side.of(ECHO.numbered(200)), octets("ff 0000000000000001 7f 01 " + number + " 00 00"), side -> {
                    assertThat(side.peers.get(0).socketType()).isEqualTo(numberAndName.substring(3));
                    assertThat(side.transmit()).isEqualTo(octets("ff 0000000000000001 7f 03 c8 00 00"));
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"08", "c9", "ff"})
    void otherNumbersOf20AreRefused(String number) {
        Feed.refused(
                () -> Side.of(ECHO.numbered(200)),
                octets("ff 0000000000000001 7f 01 " + number + " 00 00"),
                CloseReason.INCOMPATIBLE_SOCKET_TYPE);
    }

    @Test
    void anOlderNumberIsToldTo20() {
        Side side = Side.of(ECHO.numbered(200).formerly(SocketType.PUSH));
        side.receive(octets("ff 0000000000000001 7f 01 07 00 00"));

        assertThat(side.transmit()).isEqualTo(octets("ff 0000000000000001 7f 03 08 00 00"));
    }

    @Test
    void whoTellsNoTypeIsTakenForTheFirstItNames() {
        Feed.accepted(() -> Side.of(ECHO), octets("01 00 02 00 'm'"), side -> {
            assertThat(side.peers.get(0).socketType()).isEqualTo("PULL");
            assertThat(side.messages).containsExactly(Message.of("m"));
        });
    }

    @Test
    void oneThatPublishesIsSubscribedToByCommand() {
        Feed.accepted(
                () -> greeted(SocketType.of("RADIO", "DISH").publishing()),
                concat(ready("DISH"), octets("04 0c 09 'SUBSCRIBE' 'ab'")),
                side -> assertThat(side.messages).containsExactly(Message.wrap(octets("01 'ab'"))));
    }

    @Test
    void oneThatSubscribesDoesSoByCommand() {
        Side side = Side.of(SocketType.of("DISH", "RADIO").subscribing()).shakeHands("RADIO");
        side.send(Message.wrap(octets("01 'ab'")));

        assertThat(side.transmit()).isEqualTo(octets("04 0c 09 'SUBSCRIBE' 'ab'"));
    }
}
