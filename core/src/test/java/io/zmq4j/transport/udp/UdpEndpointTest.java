package io.zmq4j.transport.udp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.error.EndpointException;
import io.zmq4j.transport.spi.Use;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UdpEndpointTest {
    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "udp://*:5555, BIND, '', none, 5555, false",
                "udp://*:*, BIND, '', none, 0, false",
                "udp://eth0:0, BIND, eth0, none, 0, false",
                "udp://10.0.0.7:5555, BIND, '', 10.0.0.7, 5555, false",
                "udp://10.0.0.7:5555, CONNECT, '', 10.0.0.7, 5555, false",
                "udp://localhost:5555, CONNECT, '', 127.0.0.1, 5555, false",
                "udp://239.0.0.1:5555, BIND, '', 239.0.0.1, 5555, true",
                "udp://239.0.0.1:5555, CONNECT, '', 239.0.0.1, 5555, true",
                "udp://eth0;239.0.0.1:5555, CONNECT, eth0, 239.0.0.1, 5555, true",
                "udp://10.0.0.7;239.0.0.1:5555, BIND, 10.0.0.7, 239.0.0.1, 5555, true",
                "udp://[::1]:5555, CONNECT, '', 0:0:0:0:0:0:0:1, 5555, false",
                "udp://eth0;[ff02::1]:5555, BIND, eth0, ff02:0:0:0:0:0:0:1, 5555, true"
            })
    void theForms(String text, Use use, String networkInterface, String host, int port, boolean isMulticast) {
        UdpEndpoint endpoint = UdpEndpoint.parse(text, use);
        assertThat(endpoint).hasToString(text);
        assertThat(endpoint.networkInterface()).isEqualTo(networkInterface);
        assertThat(endpoint.host() == null ? null : endpoint.host().getHostAddress())
                .isEqualTo(host);
        assertThat(endpoint.port()).isEqualTo(port);
        assertThat(endpoint.isMulticast()).isEqualTo(isMulticast);
    }

    @ParameterizedTest
    @CsvSource({
        "udp://10.0.0.7, BIND, no port",
        "udp://[::1], BIND, no port",
        "udp://10.0.0.7:, BIND, is no port",
        "udp://10.0.0.7:65536, BIND, is no port",
        "udp://10.0.0.7:-1, BIND, is no port",
        "udp://10.0.0.7:x, BIND, is no port",
        "udp://10.0.0.7:0, CONNECT, is no port",
        "udp://10.0.0.7:*, CONNECT, is no port",
        "udp://*:5555, CONNECT, is no address",
        "udp://:5555, BIND, is no address",
        "udp://example.org:5555, CONNECT, names are not looked up",
        "udp://1.2.3.256:5555, CONNECT, is no address",
        "udp://[:::1]:5555, CONNECT, is no address",
        "udp://eth0;10.0.0.7:5555, BIND, is no multicast address",
        "udp://eth0;:5555, CONNECT, is no multicast address",
        "udp://239.0.0.1;239.0.0.2;239.0.0.3:5555, BIND, is no multicast address"
    })
    void whatIsWrongIsSaid(String text, Use use, String problem) {
        assertThatThrownBy(() -> UdpEndpoint.parse(text, use))
                .isInstanceOf(EndpointException.class)
                .hasMessageContaining(text)
                .hasMessageContaining(problem)
                .hasMessageContaining("; allowed: ");
    }

    @Test
    void theOnesOfAScheme() {
        var transport = new UdpTransport();
        assertThat(transport.schemes()).containsExactly("udp");
        assertThat(transport.port("udp://127.0.0.1:5555")).isEqualTo(5555);
    }
}
