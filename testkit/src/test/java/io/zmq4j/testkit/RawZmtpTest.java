package io.zmq4j.testkit;

import static io.zmq4j.testkit.Bytes.hex;
import static io.zmq4j.testkit.Bytes.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** {@link Greeting} and {@link RawFrame} against bytes spelled out by hand. */
class RawZmtpTest {
    private static final String GREETING_31 = """
            ff 00 00 00 00 00 00 00 00 7f
            03 01
            4e 55 4c 4c 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00
            00
            00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00
            """;

    @Test
    @DisplayName("RFC 37: greeting = signature version mechanism as-server filler")
    void greetingIsAsTheRfcDrawsIt() {
        assertThat(Greeting.v31().encoded()).isEqualTo(hex(GREETING_31));
        assertThat(Greeting.v30().encoded()[11]).isZero();
        assertThat(new Greeting(3, 1, "PLAIN", true).encoded()[32]).isOne();
    }

    @Test
    void greetingIsReadBack() {
        var plain = new Greeting(3, 0, "PLAIN", true);

        assertThat(Greeting.decode(plain.encoded())).isEqualTo(plain);
        assertThatThrownBy(() -> Greeting.decode(new byte[64])).hasMessageContaining("not a ZMTP 3 greeting");
    }

    @Test
    @DisplayName("RFC 37: a short frame has a size of one octet, a long frame one of eight")
    void sizesHaveOneOrEightBytes() {
        assertThat(RawFrame.message(utf8("hi")).encoded()).isEqualTo(hex("00 02 68 69"));
        assertThat(RawFrame.more(utf8("hi")).encoded()).isEqualTo(hex("01 02 68 69"));
        assertThat(RawFrame.message(utf8("hi")).asLong().encoded()).isEqualTo(hex("02 0000000000000002 68 69"));
        assertThat(RawFrame.message(new byte[255]).encoded())
                .startsWith(hex("00 ff"))
                .hasSize(257);
        assertThat(RawFrame.message(new byte[256]).encoded())
                .startsWith(hex("02 0000000000000100"))
                .hasSize(265);
    }

    @Test
    @DisplayName("RFC 37: command = command-size command-name command-data, metadata = *property")
    void readyIsACommandWithProperties() {
        byte[] ready = RawFrame.ready("DEALER", "Identity", "me").encoded();

        assertThat(ready).isEqualTo(hex("""
                                04 2b
                                05 52 45 41 44 59
                                0b 53 6f 63 6b 65 74 2d 54 79 70 65   00 00 00 06   44 45 41 4c 45 52
                                08 49 64 65 6e 74 69 74 79            00 00 00 02   6d 65
                                """));
    }

    @Test
    void commandsAreTakenApart() {
        var ping = RawFrame.command("PING", hex("00 64"));

        assertThat(ping.isCommand()).isTrue();
        assertThat(ping.commandName()).isEqualTo("PING");
        assertThat(ping.commandData()).isEqualTo(hex("00 64"));
    }
}
