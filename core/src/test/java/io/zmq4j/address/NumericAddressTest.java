package io.zmq4j.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumericAddressTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0.7:5555",
                "255.255.255.255:65535",
                "0.0.0.0:1",
                "[::1]:5555",
                "[2001:db8::7]:1",
                "[fe80::]:9"
            })
    void whatIsReadIsWrittenTheSame(String text) {
        InetSocketAddress address = NumericAddress.parse(text);
        assertThat(address).isNotNull();
        assertThat(NumericAddress.text(address)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"[0:0:0:0:0:0:0:1]:5, [::1]:5", "[2001:DB8::7]:1, [2001:db8::7]:1", "[::ffff:10.0.0.7]:1, 10.0.0.7:1"})
    void theShortestIsWritten(String text, String shortest) {
        assertThat(NumericAddress.text(NumericAddress.parse(text))).isEqualTo(shortest);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":",
                "10.0.0.7",
                "10.0.0.7:",
                "10.0.0.7:0",
                "10.0.0.7:65536",
                "10.0.0.7:123456",
                "10.0.0.7:-1",
                "10.0.0.256:1",
                "10.0.0.07:1",
                "10.0.0:1",
                "localhost:1",
                "::1:1",
                "[::1]",
                "[:::1]:1",
                "[::1%nosuchinterface]:1",
                "[localhost]:1",
                " 10.0.0.7:1"
            })
    void nothingElseIsRead(String text) {
        assertThat(NumericAddress.parse(text)).isNull();
    }

    @Test
    void aLongTextIsCut() {
        assertThat(NumericAddress.shown("a".repeat(1000))).hasSize(101);
        assertThat(NumericAddress.shown("short")).isEqualTo("short");
    }
}
