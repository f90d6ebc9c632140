package io.zmq4j.zmtp.engine;

import static io.zmq4j.zmtp.engine.Octets.command;
import static io.zmq4j.zmtp.engine.Octets.concat;
import static io.zmq4j.zmtp.engine.Octets.octets;
import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.message.Message;
import io.zmq4j.zmtp.CloseReason;
import io.zmq4j.zmtp.SocketType;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RADIO and DISH on the wire. */
class GroupsTest {
    private static Side radio() {
        return Side.ready(SocketType.RADIO, "DISH");
    }

    private static Side dish(int peerMinor) {
        Side side = Side.of(SocketType.DISH);
        side.receive(concat(Octets.greeting(peerMinor), Octets.ready("RADIO")));
        side.transmit();
        return side;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    @DisplayName("RFC 37: to join a group, the DISH peer SHALL send a JOIN command, and to leave it a LEAVE command")
    void aDishJoinsAndLeavesByCommand(int peerMinor) {
        Side dish = dish(peerMinor);
        dish.send(Message.of("\1weather"));
        dish.send(Message.of("\0weather"));
        dish.send(Message.of("\1"));
        assertThat(dish.transmit())
                .isEqualTo(octets("04 0c 04 'JOIN' 'weather'" + "04 0d 05 'LEAVE' 'weather'" + "04 05 04 'JOIN'"));
    }

    @Test
    @DisplayName("RFC 37: join = command-size %d4 JOIN group; leave = command-size %d5 LEAVE group")
    void aRadioHearsThem() {
        byte[] bytes = octets("04 0c 04 'JOIN' 'weather'" + "04 0d 05 'LEAVE' 'weather'" + "04 05 04 'JOIN'");
        Feed.accepted(
                GroupsTest::radio,
                bytes,
                side -> assertThat(side.messages)
                        .containsExactly(Message.of("\1weather"), Message.of("\0weather"), Message.of("\1")));
    }

    @Test
    @DisplayName("RFC 37: a RADIO sends the group and the message over the wire as a two parts message")
    void aMessageIsAGroupAndABody() {
        Side radio = radio();
        radio.send(Message.of("weather", "sunny"));
        radio.send(Message.of("", ""));
        assertThat(radio.transmit()).isEqualTo(octets("01 07 'weather' 00 05 'sunny'" + "01 00 00 00"));
    }

    @Test
    @DisplayName("RFC 48: RADIO SHALL silently discard any messages that dishes send it: none of them is a JOIN")
    void aMessageThatLooksLikeASubscriptionIsNone() {
        byte[] bytes = octets("00 02 01 'a'" + "02 0000000000000002 00 'a'" + "00 01 'b'" + "01 01 01 00 01 'c'");
        Feed.accepted(GroupsTest::radio, bytes, side -> {
            assertThat(side.messages).containsExactly(Message.of("b"), Message.of("\1", "c"));
            assertThat(side.engine().ignoredCommands()).isEqualTo(2);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "RADIO, DISH, SUBSCRIBE",
        "RADIO, DISH, CANCEL",
        "PUB, SUB, JOIN",
        "PUB, SUB, LEAVE",
        "DISH, RADIO, JOIN"
    })
    void whatTheOtherPatternAsksForMeansNothing(SocketType type, String peer, String name) {
        byte[] bytes = command(name, new byte[] {0});
        Feed.accepted(() -> Side.ready(type, peer), bytes, side -> {
            assertThat(side.messages).isEmpty();
            assertThat(side.engine().ignoredCommands()).isEqualTo(1);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"JOIN", "LEAVE"})
    @DisplayName("RFC 48: the length of a group MUST be between 0 to 255 bytes")
    void aGroupHasAnEnd(String name) {
        Side radio = radio();
        radio.receive(command(name, new byte[0]));
        radio.receive(command(name, "x".repeat(255).getBytes()));
        assertThat(radio.messages).hasSize(2);
        Feed.refused(
                GroupsTest::radio,
                command(name, "x".repeat(256).getBytes()),
                CloseReason.MALFORMED_COMMAND,
                "a group of 256 bytes, allowed are 255");
    }

    @ParameterizedTest
    @ValueSource(strings = {"JOIN", "LEAVE"})
    @DisplayName("RFC 48: group characters are 1-255")
    void aGroupHasNoZero(String name) {
        Feed.refused(
                GroupsTest::radio,
                command(name, new byte[] {'a', 0}),
                CloseReason.MALFORMED_COMMAND,
                "a zero in its group");
    }

    @ParameterizedTest
    @CsvSource({"RADIO, 0f", "DISH, 0e"})
    void aPeerOfZmtp20IsRefused(SocketType type, String peerNumber) {
        byte[] greeting = octets("ff 0000000000000001 7f 01 " + peerNumber);
        Feed.refused(() -> Side.of(type), greeting, CloseReason.NOT_ZMTP, "speaks ZMTP 2.0, which has no commands");
    }

    @ParameterizedTest
    @ValueSource(strings = {"RADIO", "DISH"})
    void aPeerOfZmtp10IsRefused(SocketType type) {
        Feed.refused(
                () -> Side.of(type), octets("01 00"), CloseReason.NOT_ZMTP, "speaks ZMTP 1.0, which has no commands");
    }

    @ParameterizedTest
    @CsvSource({"CLIENT, SERVER", "SCATTER, GATHER", "PEER, PEER", "CHANNEL, CHANNEL"})
    void theOthersSendTheirFrameAndNothingElse(SocketType type, String peer) {
        Side side = Side.ready(type, peer);
        side.transmit();
        side.send(Message.of("body"));
        assertThat(side.transmit()).isEqualTo(octets("00 04 'body'"));
    }
}
