package io.zmq4j.multicast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.zmq4j.error.EndpointException;
import io.zmq4j.transport.spi.Use;
import io.zmq4j.zmtp.SocketType;
import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EpgmEndpointTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "epgm://eth0;239.192.1.1:5555 eth0 239.192.1.1 239.192.1.1 5555",
                "epgm://10.0.0.7;239.192.1.1:1 10.0.0.7 239.192.1.1 239.192.1.1 1",
                "epgm://239.192.1.1:65535 '' 239.192.1.1 239.192.1.1 65535",
                "epgm://;239.192.1.1:5555 '' 239.192.1.1 239.192.1.1 5555",
                "epgm://eth0;239.192.1.1,239.192.1.2:5555 eth0 239.192.1.1,239.192.1.2 239.192.1.1 5555",
                "epgm://eth0;239.192.1.1,239.192.1.1:5555 eth0 239.192.1.1 239.192.1.1 5555",
                "epgm://eth0;239.192.1.1;239.192.1.9:5555 eth0 239.192.1.1 239.192.1.9 5555",
                "epgm://;239.192.1.1,239.192.1.2;224.0.0.9:5555 '' 239.192.1.1,239.192.1.2 224.0.0.9 5555",
                "epgm://eth0;[ff15::1]:5555 eth0 [ff15::1] [ff15::1] 5555",
                "epgm://[fe80::7%eth0];[ff15::1],[ff15::2];[ff02::3]:5 [fe80::7%eth0] [ff15::1],[ff15::2] [ff02::3] 5",
                "epgm://[ff15::1]:5555 '' [ff15::1] [ff15::1] 5555",
            })
    void everyFormIsRead(String text, String networkInterface, String groups, String sendGroup, int port)
            throws Exception {
        EpgmEndpoint endpoint = EpgmEndpoint.parse(text);

        assertThat(endpoint.networkInterface()).isEqualTo(networkInterface);
        String[] names = groups.split(",");
        assertThat(endpoint.groups()).hasSize(names.length);
        for (int i = 0; i < names.length; i++) {
            assertThat(endpoint.groups().get(i)).isEqualTo(InetAddress.getByName(names[i]));
        }
        assertThat(endpoint.sendGroup()).isEqualTo(InetAddress.getByName(sendGroup));
        assertThat(endpoint.port()).isEqualTo(port);
        assertThat(endpoint).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "epgm://eth0;239.192.1.1|no port",
                "epgm://eth0;[ff15::1]|no port",
                "epgm://eth0;239.192.1.1:|is no port",
                "epgm://eth0;239.192.1.1:0|is no port",
                "epgm://eth0;239.192.1.1:65536|is no port",
                "epgm://eth0;239.192.1.1:*|is no port",
                "epgm://eth0;239.192.1.1:99999999999|is no port",
                "epgm://eth0;:5555|is no group",
                "epgm://:5555|is no group",
                "epgm://eth0;239.192.1.1,:5555|is no group",
                "epgm://eth0;239.192.1.1;:5555|is no group",
                "epgm://eth0;group.example.org:5555|is no group",
                "epgm://eth0;239.192.1:5555|is no group",
                "epgm://eth0;239.192.1.256:5555|is no group",
                "epgm://eth0;ff15::1:5555|is no group",
                "epgm://eth0;[ff15::g]:5555|is no group",
                "epgm://eth0;10.0.0.1:5555|no multicast address",
                "epgm://eth0;[fe80::1]:5555|no multicast address",
                "epgm://eth0;239.192.1.1,[ff15::1]:5555|IPv4 and of IPv6",
                "epgm://eth0;239.192.1.1;[ff15::1]:5555|IPv4 and of IPv6",
                "epgm://eth0;239.192.1.1;239.192.1.2;239.192.1.3:5555|more than two semicolons",
            })
    void whatIsWrongIsNamed(String text, String problem) {
        assertThatExceptionOfType(EndpointException.class)
                .isThrownBy(() -> new EpgmTransport().parse(text, Use.BIND))
                .withMessageContaining(text)
                .withMessageContaining(problem)
                .withMessageContaining("allowed: ");
    }

    @Test
    void tooManyGroupsAreRefused() {
        var text = new StringBuilder("epgm://eth0;239.0.0.1");
        for (int i = 2; i <= 65; i++) {
            text.append(",239.0.0.").append(i);
        }
        assertThatExceptionOfType(EndpointException.class)
                .isThrownBy(() -> EpgmEndpoint.parse(text + ":1"))
                .withMessageContaining("65 groups");
    }

    @Test
    void rawPgmIsRefusedAndEpgmNamed() {
        assertThatExceptionOfType(EndpointException.class)
                .isThrownBy(() -> new EpgmTransport().parse("pgm://eth0;239.192.1.1:5555", Use.CONNECT))
                .withMessageContaining("raw sockets")
                .withMessageContaining("epgm://eth0;239.192.1.1:5555");
    }

    @ParameterizedTest
    @EnumSource
    void toBindAndToConnectAreTheSame(Use use) {
        var transport = new EpgmTransport();

        assertThat(transport.parse("epgm://eth0;239.192.1.1:5555", use))
                .isEqualTo(EpgmEndpoint.parse("epgm://eth0;239.192.1.1:5555"));
        assertThat(SocketType.values().stream().filter(type -> transport.accepts(type, use)))
                .containsExactly(SocketType.PUB, SocketType.SUB, SocketType.XPUB, SocketType.XSUB);
        assertThat(transport.accepts(SocketType.of("NEWS", "SUB").publishing(), use))
                .isTrue();
    }
}
