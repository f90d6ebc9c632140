package io.zmq4j.options;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.zmq4j.zmtp.SocketType;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SocketOptionTest {
    private static final String ID_255 = "i".repeat(255);

    @ParameterizedTest
    @CsvSource({
        "SNDHWM, 0, 0",
        "SNDHWM, 2147483647, 2147483647",
        "RCVHWM, 17, 17",
        "SNDTIMEO, -1, -1",
        "RCVTIMEO, 0, 0",
        "RCVTIMEO, 0.25, 0.25",
        "LINGER, 2147483647, 2147483647",
        "RECONNECT_IVL, -1, -1",
        "RECONNECT_IVL, 1, 1",
        "RECONNECT_IVL_MAX, 0, 0",
        "IMMEDIATE, 1, true",
        "IMMEDIATE, 0, false",
        "IPV6, TRUE, true",
        "IPV6, false, false",
        "ROUTING_ID, worker-1, worker-1",
        "ROUTING_ID, 0x01fF, 0x01ff",
        "ROUTING_ID, 0x776f726b, work",
        "ROUTING_ID, '', ''",
        "ROUTING_ID, 0x, ''",
        "CONNECT_ROUTING_ID, 0x80, 0x80",
        "XPUB_WELCOME_MSG, ' grüß', ' grüß'",
        "XPUB_WELCOME_MSG, 0x00, 0x00",
        "XPUB_WELCOME_MSG, 0x30783030, 0x30783030",
        "XPUB_WELCOME_MSG, 0x0a, 0x0a",
        "MAXMSGSIZE, -1, -1",
        "MAXMSGSIZE, 9223372036854775807, 9223372036854775807",
        "HANDSHAKE_IVL, 0, 0",
        "HEARTBEAT_TTL, 6553599, 6553500",
        "HEARTBEAT_TTL, 199, 100",
        "HEARTBEAT_TIMEOUT, -1, -1",
        "BACKLOG, 0, 0",
        "SNDBUF, -1, -1",
        "RCVBUF, 65536, 65536",
        "TCP_KEEPALIVE, -1, -1",
        "TCP_KEEPALIVE, 1, 1",
        "TCP_KEEPALIVE_CNT, -1, -1",
        "TCP_KEEPALIVE_IDLE, 1, 1",
        "TOS, 255, 255",
        "CONNECT_TIMEOUT, 0, 0",
    })
    void textIsReadAndWritten(String name, String text, String written) {
        assertThat(rewritten(SocketOptions.named(name), text)).isEqualTo(written);
        assertThat(rewritten(SocketOptions.named(name), written)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({
        "SNDHWM, -1, 0 or more",
        "SNDHWM, many, integer",
        "SNDHWM, 2147483648, integer",
        "SNDHWM, '', integer",
        "SNDTIMEO, -2, -1 (for ever) or 0 to 2147483647 ms",
        "SNDTIMEO, -0.5, -1 (for ever)",
        "LINGER, 2147483648, 0 to 2147483647 ms",
        "LINGER, 1e999999999, duration",
        "LINGER, 1s, duration",
        "RECONNECT_IVL, 0, -1 (never) or 1 to 2147483647 ms",
        "RECONNECT_IVL_MAX, -1, 0 to 2147483647 ms",
        "IMMEDIATE, 2, true or false",
        "IMMEDIATE, yes, true or false",
        "ROUTING_ID, 0x0041, 0 to 255 bytes",
        "ROUTING_ID, 0x123, hex digits",
        "ROUTING_ID, 0xzz, hex digits",
        "CONNECT_ROUTING_ID, 0x00, 0 to 255 bytes",
        "MAXMSGSIZE, -2, -1 or more",
        "HEARTBEAT_TTL, 6553600, 0 to 6553599 ms",
        "HEARTBEAT_TTL, -1, 0 to 6553599 ms",
        "HEARTBEAT_TIMEOUT, -2, -1 (as HEARTBEAT_IVL)",
        "HANDSHAKE_IVL, -1, 0 to 2147483647 ms",
        "BACKLOG, -1, 0 or more",
        "SNDBUF, -2, -1 or more",
        "TCP_KEEPALIVE, 2, -1 to 1",
        "TCP_KEEPALIVE_CNT, 0, 1 or more",
        "TCP_KEEPALIVE_INTVL, -2, -1 (the system's)",
        "TOS, 256, 0 to 255",
        "TOS, -1, 0 to 255",
    })
    void refusalNamesOptionValueAndWhatIsAllowed(String name, String text, String allowed) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SocketOptions.named(name).parse(text))
                .withMessageContaining(name)
                .withMessageContaining(text.startsWith("0x00") ? "0x00" : text)
                .withMessageContaining(allowed);
    }

    @Test
    void routingIdOf255BytesIsTheLongest() {
        assertThat(SocketOptions.ROUTING_ID.parse(ID_255)).isEqualTo(ID_255.getBytes(UTF_8));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SocketOptions.ROUTING_ID.parse(ID_255 + "i"))
                .withMessage("ROUTING_ID = 256 bytes is not allowed;"
                        + " allowed: 0 to 255 bytes, the first of them not zero");
    }

    @Test
    void bytesThatAreNotUtf8AreWrittenAsHex() {
        assertThat(SocketOptions.ROUTING_ID.format(new byte[] {'a', (byte) 0xC3}))
                .isEqualTo("0x61c3");
    }

    @Test
    void durationTooLongForNanosecondsIsRefusedAndShown() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new OptionValues(SocketType.PUSH).set(SocketOptions.LINGER, Duration.ofSeconds(Long.MAX_VALUE)))
                .withMessageContaining("LINGER = 9223372036854775807000 ms");
    }

    @Test
    void typeIsThatOfTheValues() {
        assertThat(SocketOptions.all())
                .allSatisfy(option -> assertThat(option.defaultValue()).isInstanceOf(option.type()));
        assertThat(SocketOptions.MAXMSGSIZE.type()).isEqualTo(Long.class);
        assertThat(SocketOptions.LINGER.type()).isEqualTo(Duration.class);
    }

    private static <T> String rewritten(SocketOption<T> option, String text) {
        return option.format(option.parse(text));
    }
}
