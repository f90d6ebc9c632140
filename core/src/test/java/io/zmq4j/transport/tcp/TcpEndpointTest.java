package io.zmq4j.transport.tcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.zmq4j.transport.Texts;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TcpEndpointTest {
    /** The IPv6 forms are those of RFC 5952, sections 1 and 4. */
    @ParameterizedTest
    @CsvSource({
        "1.2.3.4, tcp://1.2.3.4:5",
        "0.0.0.0, tcp://0.0.0.0:5",
        "::, tcp://[::]:5",
        "::1, tcp://[::1]:5",
        "1::, tcp://[1::]:5",
        "2001:db8:0:0:1:0:0:1, tcp://[2001:db8::1:0:0:1]:5",
        "2001:db8:0:1:1:1:1:1, tcp://[2001:db8:0:1:1:1:1:1]:5",
        "2001:0:0:1:0:0:0:1, tcp://[2001:0:0:1::1]:5",
        "2001:0DB8::000A, tcp://[2001:db8::a]:5",
        "1:2:3:4:5:6:7:8, tcp://[1:2:3:4:5:6:7:8]:5",
        "fe80::1%7, tcp://[fe80::1%7]:5",
    })
    void addressIsFormattedInItsShortestForm(String address, String text) throws UnknownHostException {
        assertThat(TcpEndpoint.format(new InetSocketAddress(InetAddress.getByName(address), 5)))
                .isEqualTo(text);
        assertThat(Texts.connected(text)).hasToString(text);
    }

    @Test
    void hostNameOfAnAddressIsNotShown() throws UnknownHostException {
        InetAddress named = InetAddress.getByAddress("example.org", new byte[] {1, 2, 3, 4});

        assertThat(TcpEndpoint.format(new InetSocketAddress(named, 80))).isEqualTo("tcp://1.2.3.4:80");
    }

    @Test
    void unresolvedAddressIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TcpEndpoint.format(InetSocketAddress.createUnresolved("example.org", 80)))
                .withMessageContaining("example.org");
    }
}
