package io.zmq4j.transport.udp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.error.EndpointException;
import io.zmq4j.options.OptionValues;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.transport.spi.Use;
import io.zmq4j.zmtp.SocketType;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.DatagramChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UdpChannelTest {
    private final OptionValues options = new OptionValues(SocketType.DGRAM);

    private DatagramChannel open(String endpoint, Use use) throws IOException {
        return UdpChannel.open(UdpEndpoint.parse(endpoint, use), options);
    }

    @Test
    void theOptionsAreTheSystems() throws IOException {
        options.set(SocketOptions.MULTICAST_HOPS, 7);
        options.set(SocketOptions.MULTICAST_LOOP, false);
        options.set(SocketOptions.SNDBUF, 20_000);
        options.set(SocketOptions.RCVBUF, 30_000);
        try (DatagramChannel channel = open("udp://lo;239.192.7.1:5555", Use.CONNECT)) {
            assertThat(channel.isBlocking()).isFalse();
            assertThat(channel.getOption(StandardSocketOptions.IP_MULTICAST_TTL))
                    .isEqualTo(7);
            assertThat(channel.getOption(StandardSocketOptions.IP_MULTICAST_LOOP))
                    .isFalse();
            assertThat(channel.getOption(StandardSocketOptions.IP_MULTICAST_IF).getName())
                    .isEqualTo("lo");
            assertThat(channel.getOption(StandardSocketOptions.SO_SNDBUF)).isGreaterThanOrEqualTo(20_000);
            assertThat(channel.getOption(StandardSocketOptions.SO_RCVBUF)).isGreaterThanOrEqualTo(30_000);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "udp://*:*, false, 0.0.0.0",
        "udp://*:*, true, 0:0:0:0:0:0:0:0",
        "udp://lo:*, false, 127.0.0.1",
        "udp://127.0.0.1:*, true, 127.0.0.1",
        "udp://localhost:*, false, 127.0.0.1",
        "udp://[::1]:*, true, 0:0:0:0:0:0:0:1"
    })
    void whereItIsBound(String endpoint, boolean ipv6, String host) throws IOException {
        options.set(SocketOptions.IPV6, ipv6);
        try (DatagramChannel channel = open(endpoint, Use.BIND)) {
            var local = (InetSocketAddress) channel.getLocalAddress();
            assertThat(local.getAddress().getHostAddress()).isEqualTo(host);
            assertThat(local.getPort()).isPositive();
        }
    }

    @Test
    void aPortForOneselfIsNotShared() throws IOException {
        try (DatagramChannel channel = open("udp://127.0.0.1:*", Use.BIND)) {
            int port = ((InetSocketAddress) channel.getLocalAddress()).getPort();
            assertThatThrownBy(() -> open("udp://127.0.0.1:" + port, Use.BIND)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void whatIsNotThereIsSaid() {
        assertThatThrownBy(() -> open("udp://nosuchinterface:5555", Use.BIND))
                .isInstanceOf(EndpointException.class)
                .hasMessageContaining("no interface nosuchinterface; allowed: ");
        assertThatThrownBy(() -> open("udp://nosuchinterface;239.192.7.1:5555", Use.CONNECT))
                .isInstanceOf(EndpointException.class)
                .hasMessageContaining("no interface nosuchinterface");
        assertThatThrownBy(() -> open("udp://[::1]:5555", Use.BIND))
                .isInstanceOf(EndpointException.class)
                .hasMessageContaining("IPV6 is false");
    }
}
