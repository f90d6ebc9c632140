package io.zmq4j.transport.tcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.transport.EndpointText;
import io.zmq4j.transport.spi.Use;
import java.io.IOException;
import java.util.HexFormat;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SocksHandshakeTest {
    private static SocksHandshake to(String target, String user, String password) {
        return new SocksHandshake(
                TcpEndpoint.parse(EndpointText.of("tcp://" + target, Use.CONNECT))
                        .address(),
                user,
                password);
    }

    private static SocksHandshake to(String target) {
        return to(target, "", "");
    }

    private static String output(SocksHandshake handshake) {
        return HexFormat.ofDelimiter(" ").formatHex(handshake.output());
    }

    private static void take(SocksHandshake handshake, String hex) throws IOException {
        byte[] bytes = HexFormat.ofDelimiter(" ").parseHex(hex);
        assertThat(handshake.wanted()).isEqualTo(bytes.length);
        handshake.take(bytes);
    }

    @ParameterizedTest
    @CsvSource({
        "1.2.3.4:5555, 05 01 00 01 01 02 03 04 15 b3",
        "[::1]:1, 05 01 00 04 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 01 00 01",
        "ab.cd:65535, 05 01 00 03 05 61 62 2e 63 64 ff ff"
    })
    @DisplayName("RFC 1928, section 4: the target as an address, or as a name that the proxy looks up")
    void theProxyIsAskedForTheTarget(String target, String request) throws IOException {
        var handshake = to(target);
        assertThat(output(handshake)).isEqualTo("05 01 00");
        take(handshake, "05 00");
        assertThat(output(handshake)).isEqualTo(request);
    }

    @ParameterizedTest
    @CsvSource({
        "05 00 00 01 7f, 00 00 01 1f 90",
        "05 00 00 04 00, 00 00 00 00 00 00 00 00 00 00 00 00 00 00 01 1f 90",
        "05 00 00 03 03, 61 62 63 1f 90",
        "05 00 00 03 00, 1f 90"
    })
    @DisplayName("RFC 1928, section 6: what follows the answer is the target's, whatever address the answer has")
    void theAnswerIsReadToItsEndAndNoFurther(String begin, String rest) throws IOException {
        var handshake = to("1.2.3.4:5");
        take(handshake, "05 00");
        take(handshake, begin);
        assertThat(handshake.isDone()).isFalse();
        take(handshake, rest);
        assertThat(handshake.isDone()).isTrue();
    }

    @Test
    @DisplayName("RFC 1929, section 2: name and password, each behind its length")
    void nameAndPasswordAreSentIfTheProxyWantsThem() throws IOException {
        var handshake = to("1.2.3.4:5", "ann", "pw");
        assertThat(output(handshake)).isEqualTo("05 02 00 02");
        take(handshake, "05 02");
        assertThat(output(handshake)).isEqualTo("01 03 61 6e 6e 02 70 77");
        take(handshake, "01 00");
        assertThat(output(handshake)).startsWith("05 01 00 01");
    }

    @Test
    void theyAreNotSentToAProxyThatDoesNotWantThem() throws IOException {
        var handshake = to("1.2.3.4:5", "ann", "pw");
        handshake.output();
        take(handshake, "05 00");
        assertThat(output(handshake)).startsWith("05 01 00 01");
    }

    @Test
    void whatIsWrittenIsWrittenOnce() {
        var handshake = to("1.2.3.4:5");
        handshake.output();
        assertThat(handshake.output()).isEmpty();
    }

    @Test
    void aProxyThatWantsANameIsSaidSo() {
        for (String method : new String[] {"05 02", "05 ff"}) {
            assertThatThrownBy(() -> take(to("1.2.3.4:5"), method))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("SOCKS_USERNAME");
        }
        assertThatThrownBy(() -> take(to("1.2.3.4:5", "ann", "pw"), "05 ff")).hasMessageContaining("neither");
    }

    @Test
    void aWrongPasswordIsSaidWithoutIt() throws IOException {
        var handshake = to("1.2.3.4:5", "ann", "secret");
        take(handshake, "05 02");
        assertThatThrownBy(() -> take(handshake, "01 01"))
                .hasMessageContaining("does not accept")
                .hasMessageNotContaining("secret");
    }

    @ParameterizedTest
    @CsvSource({"01, general failure", "05, connection refused", "08, address type", "09, status 9", "ff, status 255"})
    void aRefusalIsSaidWithItsReason(String status, String reason) throws IOException {
        var handshake = to("1.2.3.4:5");
        take(handshake, "05 00");
        assertThatThrownBy(() -> take(handshake, "05 " + status + " 00 01 00"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("1.2.3.4:5")
                .hasMessageContaining(reason);
    }

    @Test
    void whatIsNoProxyIsSaidSo() throws IOException {
        assertThatThrownBy(() -> take(to("1.2.3.4:5"), "48 54")).hasMessageContaining("no SOCKS5 proxy");
        var handshake = to("1.2.3.4:5");
        take(handshake, "05 00");
        assertThatThrownBy(() -> take(handshake, "04 00 00 01 00")).hasMessageContaining("no SOCKS5 proxy");
        var odd = to("1.2.3.4:5");
        take(odd, "05 00");
        assertThatThrownBy(() -> take(odd, "05 00 00 07 00")).hasMessageContaining("type 7");
    }
}
