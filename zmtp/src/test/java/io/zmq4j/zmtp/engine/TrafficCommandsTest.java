package io.zmq4j.zmtp.engine;

import static io.zmq4j.zmtp.engine.Octets.command;
import static io.zmq4j.zmtp.engine.Octets.concat;
import static io.zmq4j.zmtp.engine.Octets.header;
import static io.zmq4j.zmtp.engine.Octets.octets;
import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.message.Message;
import io.zmq4j.zmtp.CloseReason;
import io.zmq4j.zmtp.SocketType;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands after the handshake, and subscriptions in both their forms. */
class TrafficCommandsTest {
    private static Side pull() {
        return Side.ready(SocketType.PULL, "PUSH");
    }

    private static Side pub() {
        return Side.ready(SocketType.PUB, "SUB");
    }

    private static Side sub(int peerMinor) {
        Side side = Side.of(SocketType.SUB);
        side.receive(concat(Octets.greeting(peerMinor), Octets.ready("PUB")));
        side.transmit();
        return side;
    }

    @Test
    @DisplayName("E1: an unknown command is ignored and counted")
    void unknownCommandIsIgnored() {
        byte[] bytes = concat(command("JOIN", octets("'g'")), command("Q", new byte[0]), octets("00 01 'm'"));

        Feed.accepted(TrafficCommandsTest::pull, bytes, side -> {
            assertThat(side.engine().ignoredCommands()).isEqualTo(2);
            assertThat(side.messages).containsExactly(Message.of("m"));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"READY", "HELLO", "WELCOME", "INITIATE"})
    @DisplayName("E2: a command of the handshake after the handshake is refused")
    void handshakeCommandIsRefused(String name) {
        Feed.refused(TrafficCommandsTest::pull, command(name, new byte[0]), CloseReason.UNEXPECTED_COMMAND, name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"04 00", "04 01 00", "04 03 03 'ab'", "06 0000000000000000", "04 01 ff"})
    @DisplayName("E3: a command without bytes, or with a name longer than its body, is refused")
    void malformedCommandIsRefused(String frame) {
        Feed.refused(TrafficCommandsTest::pull, octets(frame), CloseReason.MALFORMED_COMMAND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"04 05 04 'PING'", "04 06 04 'PING' 00"})
    @DisplayName("E4: a PING without its two octets of time to live is refused")
    void pingWithoutTimeToLiveIsRefused(String frame) {
        Feed.refused(TrafficCommandsTest::pull, octets(frame), CloseReason.MALFORMED_COMMAND);
    }

    @ParameterizedTest
    @CsvSource({"'',", "'1',", "'0123456789abcdef',"})
    @DisplayName("E5, RFC 37: a PING SHALL be answered with a PONG that echoes its context of 0 to 16 octets")
    void pingIsAnsweredWithItsContext(String context) {
        byte[] ping = command("PING", octets("00 00 '" + context + "'"));

        Feed.accepted(
                TrafficCommandsTest::pull,
                ping,
                side -> assertThat(side.transmit()).isEqualTo(command("PONG", octets("'" + context + "'"))));
    }

    @Test
    @DisplayName("E5, RFC 37: the ping-context MUST not exceed 16 octets")
    void longerContextIsRefused() {
        Feed.refused(
                TrafficCommandsTest::pull,
                command("PING", octets("00 00 '0123456789abcdefg'")),
                CloseReason.MALFORMED_COMMAND);
    }

    @Test
    @DisplayName("E8: at most 16 PONGs wait for a peer that does not read, and messages still go out")
    void pongsAreBounded() {
        Side side = Side.ready(SocketType.PUSH, "PULL");
        byte[] ping = command("PING", octets("00 00"));
        for (int i = 0; i < 1000; i++) {
            side.receive(ping);
        }
        side.send(Message.of("m"));

        byte[] pongs = new byte[0];
        for (int i = 0; i < 16; i++) {
            pongs = concat(pongs, command("PONG", new byte[0]));
        }
        assertThat(side.transmit()).isEqualTo(concat(pongs, octets("00 01 'm'")));

        side.receive(ping);
        assertThat(side.transmit()).isEqualTo(command("PONG", new byte[0]));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "'foreign'", "'longer than any context of ours'"})
    @DisplayName("E9: a PONG that nobody asked for is traffic and no more")
    void strayPongIsTraffic(String context) {
        Feed.accepted(TrafficCommandsTest::pull, command("PONG", octets(context)), side -> {
            assertThat(side.transmit()).isEmpty();
            assertThat(side.messages).isEmpty();
        });
    }

    @Test
    void aPeerThatPingsAmidAMessageIsAnsweredAndTheMessageStaysWhole() {
        byte[] bytes = concat(octets("01 01 'a'"), command("PING", octets("00 00")), octets("00 01 'b'"));

        Feed.accepted(TrafficCommandsTest::pull, bytes, side -> {
            assertThat(side.messages).containsExactly(Message.of("a", "b"));
            assertThat(side.transmit()).isEqualTo(command("PONG", new byte[0]));
        });
    }

    @Test
    @DisplayName("E12: the limit holds if the header comes alone, and if the whole command comes at once")
    void commandsAreBoundedHoweverTheyAreCut() {
        byte[] header = header(4, 64 * 1024 + 1);
        byte[] body = concat(octets("01 'Q'"), new byte[64 * 1024 - 1]);

        Side atOnce = pull();
        assertThat(Objects.requireNonNull(atOnce.refusal(concat(header, body))).reason())
                .isEqualTo(CloseReason.MALFORMED_COMMAND);

        Side alone = pull();
        alone.receive(header);
        assertThat(alone.engine().bodyMissing())
                .as("a command's body goes where its name is looked at")
                .isZero();
        assertThat(Objects.requireNonNull(alone.refusal(body)).reason()).isEqualTo(CloseReason.MALFORMED_COMMAND);
    }

    @Test
    @DisplayName("E12: a command of 64 KiB is ignored, a larger one is refused as soon as its name is known")
    void commandsAreBounded() {
        byte[] name = octets("01 'Q'");
        byte[] allowed = concat(header(4, 64 * 1024), name, new byte[64 * 1024 - 2]);

        Feed.accepted(
                TrafficCommandsTest::pull,
                allowed,
                side -> assertThat(side.engine().ignoredCommands()).isEqualTo(1));
        Feed.refused(TrafficCommandsTest::pull, concat(header(4, 64 * 1024 + 1), name), CloseReason.MALFORMED_COMMAND);
    }

    @Test
    @DisplayName("F1: a topic of 16 MiB is accepted, a longer one is refused by its header")
    void topicsAreBounded() {
        int longest = 16 * 1024 * 1024;
        byte[] topic = Side.bytes(longest);
        Side side = pub();
        side.receive(command("SUBSCRIBE", topic));
        side.receive(command("CANCEL", topic));

        assertThat(side.messages)
                .containsExactly(Message.wrap(concat(octets("01"), topic)), Message.wrap(concat(octets("00"), topic)));
        Feed.refused(TrafficCommandsTest::pub, header(4, longest + 11), CloseReason.MALFORMED_COMMAND);
    }

    @Test
    @DisplayName("RFC 37: to subscribe the peer SHALL send SUBSCRIBE, to cancel CANCEL; the subscription is binary")
    void subscriptionCommandsBecomeMessages() {
        byte[] bytes = concat(
                command("SUBSCRIBE", octets("'a'")),
                command("SUBSCRIBE", octets("00 ff")),
                command("CANCEL", octets("'a'")));

        Feed.accepted(
                TrafficCommandsTest::pub,
                bytes,
                side -> assertThat(side.messages)
                        .containsExactly(
                                Message.wrap(octets("01 'a'")),
                                Message.wrap(octets("01 00 ff")),
                                Message.wrap(octets("00 'a'"))));
    }

    @Test
    @DisplayName("RFC 37: subscriptions SHALL NOT be idempotent: each one is passed on; an empty one too")
    void equalSubscriptionsAreAllPassedOn() {
        byte[] bytes = concat(
                command("SUBSCRIBE", octets("'A'")),
                command("SUBSCRIBE", octets("'A'")),
                command("SUBSCRIBE", octets("")));

        Feed.accepted(
                TrafficCommandsTest::pub,
                bytes,
                side -> assertThat(side.messages)
                        .containsExactly(
                                Message.wrap(octets("01 'A'")),
                                Message.wrap(octets("01 'A'")),
                                Message.wrap(octets("01"))));
    }

    @Test
    void aSubscriptionStopsReceiveWhenTheListenerIsFull() throws Exception {
        Side side = pub();
        side.room = 1;
        byte[] bytes = concat(command("SUBSCRIBE", octets("'a'")), command("SUBSCRIBE", octets("'b'")));

        assertThat(side.engine().receive(bytes, 0, bytes.length, side.now)).isEqualTo(bytes.length / 2);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    @DisplayName("F5, RFC 23: a subscription may come as a message that starts with 1 or 0, from any version")
    void subscriptionMessagesPassAsTheyAre(int minor) {
        byte[] opening = concat(Octets.greeting(minor), Octets.ready("SUB"));
        byte[] mixed = concat(octets("00 02 01 'a'"), command("SUBSCRIBE", octets("'b'")), octets("00 02 00 'a'"));

        Feed.accepted(
                () -> Side.of(SocketType.XPUB),
                concat(opening, mixed),
                side -> assertThat(side.messages)
                        .containsExactly(
                                Message.wrap(octets("01 'a'")),
                                Message.wrap(octets("01 'b'")),
                                Message.wrap(octets("00 'a'"))));
    }

    @Test
    @DisplayName("F6: SUBSCRIBE to a socket that does not publish is ignored and counted")
    void subscriptionToAnotherSocketIsIgnored() {
        byte[] bytes = concat(command("SUBSCRIBE", octets("'a'")), command("CANCEL", octets("'a'")));

        Feed.accepted(TrafficCommandsTest::pull, bytes, side -> {
            assertThat(side.messages).isEmpty();
            assertThat(side.engine().ignoredCommands()).isEqualTo(2);
        });
    }

    @Test
    @DisplayName("RFC 37: the SUB or XSUB peer SHALL send SUBSCRIBE and CANCEL commands")
    void subscriberSendsCommands() {
        Side side = sub(1);
        side.send(Message.wrap(octets("01 'topic'")));
        side.send(Message.wrap(octets("00 'topic'")));

        assertThat(side.transmit()).isEqualTo(octets("04 0f 09 'SUBSCRIBE' 'topic'  04 0c 06 'CANCEL' 'topic'"));
    }

    @Test
    @DisplayName("RFC 23: to a 3.0 peer the SUB or XSUB peer SHALL send subscriptions as messages")
    void subscriberSendsMessagesToA30Peer() {
        Side side = sub(0);
        side.send(Message.wrap(octets("01 'topic'")));
        side.send(Message.wrap(octets("00 'topic'")));

        assertThat(side.transmit()).isEqualTo(octets("00 06 01 'topic'  00 06 00 'topic'"));
    }

    @Test
    void onlyWhatLooksLikeASubscriptionBecomesACommand() {
        Side xsub = Side.of(SocketType.XSUB).shakeHands("XPUB");
        xsub.send(Message.of(octets("01 'a'"), octets("'b'")));
        xsub.send(Message.wrap(octets("02 'a'")));
        xsub.send(Message.wrap(octets("81 'a'")));
        xsub.send(Message.empty());

        assertThat(xsub.transmit()).isEqualTo(octets("01 02 01 'a' 00 01 'b'  00 02 02 'a'  00 02 81 'a'  00 00"));
    }

    @Test
    void otherSocketsSendWhatLooksLikeASubscriptionAsItIs() {
        Side side = Side.ready(SocketType.PUSH, "PULL");
        side.send(Message.wrap(octets("01 'a'")));

        assertThat(side.transmit()).isEqualTo(octets("00 02 01 'a'"));
    }

    @Test
    @DisplayName("RFC 37: command names SHALL be visible, also of commands over 255 octets")
    void aLongSubscriptionIsALongCommand() {
        Side side = sub(1);
        side.send(Message.wrap(concat(octets("01"), Side.bytes(246))));
        side.send(Message.wrap(concat(octets("01"), Side.bytes(245))));
        side.send(Message.wrap(concat(octets("01"), Side.bytes(200_000))));

        assertThat(side.transmit())
                .isEqualTo(concat(
                        header(4, 256),
                        octets("09 'SUBSCRIBE'"),
                        Side.bytes(246),
                        octets("04 ff 09 'SUBSCRIBE'"),
                        Side.bytes(245),
                        header(4, 200_010),
                        octets("09 'SUBSCRIBE'"),
                        Side.bytes(200_000)));
    }

    @Test
    void commandsAreTraced() {
        Side pub = pub();
        pub.receive(concat(
                command("SUBSCRIBE", octets("'a' 0a")),
                command("CANCEL", octets("'a'")),
                command("PING", octets("00 05 'c' 00")),
                command("PONG", octets("'d'"))));
        Side sub = sub(1);
        sub.send(Message.wrap(octets("01 'x' 0a")));
        sub.transmit();

        assertThat(pub.traces)
                .contains(
                        "received SUBSCRIBE a\\x0A",
                        "received CANCEL a",
                        "received PING, time to live 500 ms, context c\\x00",
                        "sent PONG, context c\\x00",
                        "received PONG, context d");
        assertThat(sub.traces).contains("sent SUBSCRIBE x\\x0A");
    }
}
