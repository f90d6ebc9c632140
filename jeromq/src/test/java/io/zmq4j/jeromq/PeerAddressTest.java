package io.zmq4j.jeromq;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnixDomainSocketAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeerAddressTest {
    @Test
    void numericAddressesAndPathsAreRead() throws Exception {
        assertThat(PeerAddress.parse("10.0.0.7:40112"))
                .isEqualTo(new InetSocketAddress(InetAddress.getByName("10.0.0.7"), 40112));
        assertThat(PeerAddress.parse("[::1]:80")).isEqualTo(new InetSocketAddress(InetAddress.getByName("::1"), 80));
        assertThat(PeerAddress.ofEndpoint("ipc:///tmp/x")).isEqualTo(UnixDomainSocketAddress.of("/tmp/x"));
        assertThat(PeerAddress.ofEndpoint("tcp://127.0.0.1:5")).isEqualTo(PeerAddress.parse("127.0.0.1:5"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":",
                ":1",
                "example.org:80",
                "local process",
                "10.0.0.7",
                "10.0.0.7:",
                "10.0.0.7:x",
                "1.2.3.4:65536"
            })
    void ofOtherTextThereIsNoAddress(String text) {
        assertThat(PeerAddress.parse(text)).isNull();
        assertThat(PeerAddress.ofEndpoint("tcp://" + text)).isNull();
    }

    @Test
    void otherTransportsHaveNone() {
        assertThat(PeerAddress.ofEndpoint("inproc://name")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.7:40112", "[0:0:0:0:0:0:0:1]:80", "/tmp/x"})
    void theTextIsReadAgain(String text) {
        assertThat(PeerAddress.text(PeerAddress.parse(text))).isEqualTo(text);
    }
}
