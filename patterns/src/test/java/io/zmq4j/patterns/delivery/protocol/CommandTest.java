package io.zmq4j.patterns.delivery.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.message.Message;
import java.util.HexFormat;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandTest {
    private static final UUID ID = new UUID(0x0102030405060708L, 0x090a0b0c0d0e0f10L);
    private static final String ID_HEX = "0102030405060708090a0b0c0d0e0f10";

    @Test
    void helloAndReadyIntroduce() throws MalformedCommandException {
        var sender = new Introduction(Role.SENDER, ID, 5000, 0, 0);
        var receiver = new Introduction(Role.RECEIVER, ID, 100, 10, 1024);
        String hello = "01 00000007 01 53 " + ID_HEX + " 00001388 00000000 0000000000000000";
        String ready = "02 00000007 01 52 " + ID_HEX + " 00000064 0000000a 0000000000000400";

        assertThat(new Hello(7, sender).encode()).isEqualTo(message(hello));
        assertThat(Command.read(message(hello))).isEqualTo(new Hello(7, sender));
        assertThat(new Ready(7, receiver).encode()).isEqualTo(message(ready));
        assertThat(Command.read(message(ready))).isEqualTo(new Ready(7, receiver));
    }

    @Test
    void eachFrameIsAMessage() throws MalformedCommandException {
        var command = (Messages) Command.read(message("03 00000007 00 0000000000000005", "746561", ""));

        assertThat(command.count()).isEqualTo(2);
        assertThat(command.first()).isEqualTo(5);
        assertThat(command.isRedelivered()).isFalse();
        assertThat(command.message(0)).isEqualTo(Message.of("tea"));
        assertThat(command.message(1)).isEqualTo(Message.empty());
        assertThat(command.size()).isEqualTo(3);
    }

    @Test
    void aMessageOfSeveralFramesStandsAlone() throws MalformedCommandException {
        var command = (Messages) Command.read(message("03 00000007 03 0000000000000005", "746561", "3432"));

        assertThat(command.count()).isEqualTo(1);
        assertThat(command.isRedelivered()).isTrue();
        assertThat(command.message(0)).isEqualTo(Message.of("tea", "42"));
    }

    @Test
    void anAcknowledgementHasRuns() throws MalformedCommandException {
        String bytes = "04 00000007 0000000000000001 00000003 0000000000000009 00000001";
        var settlement = new Settlement();
        for (long number : new long[] {9, 2, 1, 3}) {
            settlement.add(number, 10);
        }
        var command = (Acknowledgement) Command.read(message(bytes));

        assertThat(settlement.take(7).encode()).isEqualTo(message(bytes));
        assertThat(settlement.count()).isZero();
        assertThat(settlement.bytes()).isZero();
        assertThat(command.count()).isEqualTo(2);
        assertThat(command.first(0)).isEqualTo(1);
        assertThat(command.last(0)).isEqualTo(3);
        assertThat(command.first(1)).isEqualTo(9);
        assertThat(command.last(1)).isEqualTo(9);
    }

    @Test
    void heartbeatAndBye() throws MalformedCommandException {
        assertThat(new Heartbeat(-1).encode()).isEqualTo(message("05 ffffffff"));
        assertThat(Command.read(message("05 ffffffff"))).isEqualTo(new Heartbeat(-1));
        assertThat(new Bye(1, "é").encode()).isEqualTo(message("06 00000001 c3a9"));
        assertThat(Command.read(message("06 00000001 c3a9"))).isEqualTo(new Bye(1, "é"));
        assertThat(((Bye) Command.read(message("06 00000001" + "61".repeat(1000)))).reason())
                .hasSize(255);
    }

    @ParameterizedTest
    @CsvSource({
        "'', a header has 5 octets",
        "05 000000, a header has 5 octets",
        "00 00000001, there is no command 0",
        "07 00000001, there is no command 7",
        "01 00000001, version 1 is spoken here",
        "01 00000001 02, version 1 is spoken here",
        "01 00000001 01 53, an introduction has 39 octets",
        "01 00000001 01 41 0102030405060708090a0b0c0d0e0f10 00001388 00000000 0000000000000000, there is no role",
        "01 00000001 01 53 0102030405060708090a0b0c0d0e0f10 00000063 00000000 0000000000000000, a silence is 100 ms",
        "01 00000001 01 53 0102030405060708090a0b0c0d0e0f10 80000000 00000000 0000000000000000, a silence is 100 ms",
        "01 00000001 01 53 0102030405060708090a0b0c0d0e0f10 00001388 00000001 0000000000000000, a receiver gives credit",
        "02 00000001 01 52 0102030405060708090a0b0c0d0e0f10 00001388 00000000 0000000000000001, a receiver gives credit",
        "02 00000001 01 52 0102030405060708090a0b0c0d0e0f10 00001388 00000001 ffffffffffffffff, a receiver gives credit",
        "03 00000001 00 0000000000000001, MESSAGES has a message",
        "03 00000001 00, the header of MESSAGES",
        "04 00000001, ACK has a run",
        "04 00000001 0000000000000001, ACK has a run",
        "04 00000001 0000000000000000 00000001, a run of ACK",
        "04 00000001 0000000000000001 00000000, a run of ACK",
        "04 00000001 0000000000000001 80000000, a run of ACK",
        "04 00000001 7fffffffffffffff 00000001, a run of ACK",
        "04 00000001 0000000000000001 00000005 0000000000000005 00000001, a run of ACK",
    })
    void whatBreaksTheRulesIsRefused(String header, String why) {
        assertThatThrownBy(() -> Command.read(message(header)))
                .isInstanceOf(MalformedCommandException.class)
                .hasMessageContaining(why);
    }

    @ParameterizedTest
    @CsvSource({
        "03 00000001 04 0000000000000001, flags",
        "03 00000001 00 0000000000000000, numbers from 1 on",
        "03 00000001 00 7fffffffffffffff, numbers from 1 on",
        "03 00000001 00 ffffffffffffffff, numbers from 1 on",
    })
    void messagesThatBreakTheRulesAreRefused(String header, String why) {
        assertThatThrownBy(() -> Command.read(message(header, "00")))
                .isInstanceOf(MalformedCommandException.class)
                .hasMessageContaining(why);
    }

    @Test
    void anyBytesAreACommandOrRefused() {
        var random = new Random(11);
        for (int i = 0; i < 200_000; i++) {
            var header = new byte[random.nextInt(60)];
            random.nextBytes(header);
            if (header.length > 0) {
                header[0] = (byte) random.nextInt(8);
            }
            try {
                Command command = Command.read(Message.wrap(new byte[][] {header, new byte[random.nextInt(3)]}));
                assertThat(command.session()).isNotNull();
            } catch (MalformedCommandException e) {
                assertThat(e).hasMessageMatching(".+");
            }
        }
    }

    private static Message message(String... frames) {
        var bytes = new byte[frames.length][];
        for (int i = 0; i < frames.length; i++) {
            bytes[i] = HexFormat.of().parseHex(frames[i].replace(" ", ""));
        }
        return Message.wrap(bytes);
    }
}
