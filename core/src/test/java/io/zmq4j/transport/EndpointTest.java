package io.zmq4j.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.zmq4j.error.EndpointException;
import io.zmq4j.inproc.InprocEndpoint;
import io.zmq4j.transport.ipc.IpcEndpoint;
import io.zmq4j.transport.tcp.TcpAddress;
import io.zmq4j.transport.tcp.TcpEndpoint;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointTest {
    @ParameterizedTest
    @CsvSource({
        "tcp://*:5555, *, 5555",
        "tcp://*:*, *, 0",
        "tcp://*:0, *, 0",
        "tcp://0.0.0.0:1, 0.0.0.0, 1",
        "tcp://255.255.255.255:65535, 255.255.255.255, 65535",
        "tcp://[::]:80, ::, 80",
        "tcp://[1234::1]:*, 1234::1, 0",
        "tcp://[fe80::1%eth0]:80, fe80::1%eth0, 80",
        "tcp://[fe80::1%2]:80, fe80::1%2, 80",
        "tcp://[::ffff:1.2.3.4]:80, ::ffff:1.2.3.4, 80",
        "tcp://[127.0.0.1]:80, 127.0.0.1, 80",
        "tcp://eth0:80, eth0, 80",
        "tcp://br-1_a.7:80, br-1_a.7, 80",
        "tcp://localhost:80, localhost, 80",
    })
    void tcpIsBound(String text, String host, int port) {
        assertThat(Texts.bound(text)).isEqualTo(new TcpEndpoint(new TcpAddress(host, port), null));
    }

    @ParameterizedTest
    @CsvSource({
        "tcp://example.org:5555, example.org, 5555",
        "tcp://10.0.0.1:1, 10.0.0.1, 1",
        "tcp://[abcd:1234::1:0:234]:123, abcd:1234::1:0:234, 123",
        "tcp://[fe80::1%eth0]:65535, fe80::1%eth0, 65535",
        "tcp://[host]:1, host, 1",
    })
    void tcpIsConnected(String text, String host, int port) {
        assertThat(Texts.connected(text)).isEqualTo(new TcpEndpoint(new TcpAddress(host, port), null));
    }

    @ParameterizedTest
    @CsvSource({
        "tcp://192.168.1.17:5555;192.168.1.1:5556, 192.168.1.17, 5555, 192.168.1.1, 5556",
        "tcp://eth1:0;server1:5555, eth1, 0, server1, 5555",
        "tcp://*:*;server1:5555, *, 0, server1, 5555",
        "tcp://[::1]:7;[::2]:8, ::1, 7, ::2, 8",
    })
    void tcpIsConnectedFromASource(String text, String source, int sourcePort, String host, int port) {
        assertThat(Texts.connected(text))
                .isEqualTo(new TcpEndpoint(new TcpAddress(host, port), new TcpAddress(source, sourcePort)));
    }

    @ParameterizedTest
    @CsvSource({
        "tcp://example.org, no port",
        "tcp://[::1], no port",
        "tcp://:5555, no host",
        "tcp://host:, port \"\"",
        "tcp://host:http, port \"http\"",
        "tcp://host:+5, port \"+5\"",
        "tcp://host:-5, port \"-5\"",
        "tcp://host:567bad, port \"567bad\"",
        "tcp://host:65536, 65535",
        "tcp://host:99999999999, 65535",
        "tcp://host:5/path, port \"5/path\"",
        "tcp://::1:5, has a colon",
        "tcp://fe80::1%eth0:5, has a colon",
        "tcp://1.2.3.4:5:6, has a colon",
        "tcp://[::1:5, has a colon",
        "tcp://::1]:5, has a colon",
        "tcp://[1.2.3.4:5]:6, not an IPv6 address",
        "tcp://[[::1]]:5, not an IPv6 address",
        "tcp://[1:2:3:4:5:6:7:8:9]:5, not an IPv6 address",
        "tcp://[12345::]:5, not an IPv6 address",
        "tcp://[g::1]:5, not an IPv6 address",
        "tcp://[::1%]:5, zone \"\"",
        "tcp://[::1%0]:5, zone \"0\"",
        "tcp://[::1%a b]:5, zone \"a b\"",
        "tcp://[]:5, host \"\"",
        "tcp://[*]:5, host \"*\"",
        "tcp://[1.2.3].4:5, host",
        "tcp://1.2.3.4]:5, host",
        "tcp://1.2.3:5, not an IPv4 address",
        "tcp://1.2.3.256:5, not an IPv4 address",
        "tcp://1.2.3.04:5, not an IPv4 address",
        "tcp://1.2.3.4.5:5, not an IPv4 address",
        "tcp://a b:5, host \"a b\"",
        "tcp://host%eth0:5, host \"host%eth0\"",
        "tcp://*.example.org:5, host",
        "tcp://, nothing after",
        "ipc://, nothing after",
        "inproc://, nothing after",
        "ipc://@, abstract name",
    })
    void whatIsWrongIsNamedWhetherBoundOrConnected(String text, String problem) {
        assertThatExceptionOfType(EndpointException.class)
                .isThrownBy(() -> Texts.bound(text))
                .withMessageStartingWith("Endpoint \"" + text + "\": ")
                .withMessageContaining(problem)
                .withMessageContaining("; allowed: ");
        assertThatExceptionOfType(EndpointException.class)
                .isThrownBy(() -> Texts.connected(text))
                .withMessageStartingWith("Endpoint \"" + text + "\": ")
                .withMessageContaining(problem)
                .withMessageContaining("; allowed: ");
    }

    @Test
    void anEnormousTextIsCutInTheMessage() {
        String enormous = "x".repeat(1_000_000);
        for (String text : List.of("ipc://" + enormous, "tcp://a:" + enormous)) {
            assertThatExceptionOfType(EndpointException.class)
                    .isThrownBy(() -> Texts.connected(text))
                    .satisfies(e ->
                            assertThat(e.getMessage()).hasSizeLessThan(1_000).contains("xxx…"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "tcp://*:5555, host * can be bound only",
        "tcp://host:0, 1 to 65535",
        "tcp://host:*, 1 to 65535",
        "tcp://a:1;b:0, 1 to 65535",
        "tcp://a:1;*:2, host * can be bound only",
        "tcp://a:1;b:2;c:3, more than one source address",
        "tcp://a;b:2, no port",
        "tcp://;b:2, no port",
        "tcp://a:1;, no port",
        "ipc://*, * can be bound only",
    })
    void whatOnlyABindMayLeaveOpenIsNotConnected(String text, String problem) {
        assertThatExceptionOfType(EndpointException.class)
                .isThrownBy(() -> Texts.connected(text))
                .withMessageContaining(text)
                .withMessageContaining(problem);
    }

    @Test
    void sourceAddressIsNotBound() {
        assertThatExceptionOfType(EndpointException.class)
                .isThrownBy(() -> Texts.bound("tcp://eth1:0;server1:5555"))
                .withMessageContaining("source address");
    }

    @ParameterizedTest
    @CsvSource({
        "ipc:///tmp/feed, /tmp/feed, false, false",
        "ipc://feed.sock, feed.sock, false, false",
        "ipc://*, *, true, false",
        "ipc://**, **, false, false",
        "ipc://@feed, @feed, false, true",
    })
    void ipcIsAFileAWildcardOrAnAbstractName(String text, String path, boolean wildcard, boolean isAbstract) {
        IpcEndpoint endpoint = (IpcEndpoint) Texts.bound(text);

        assertThat(endpoint).isEqualTo(new IpcEndpoint(path));
        assertThat(endpoint.isWildcard()).isEqualTo(wildcard);
        assertThat(endpoint.isAbstract()).isEqualTo(isAbstract);
    }

    @Test
    void ipcPathHasAtMost106BytesInUtf8() {
        String longest = "/x" + "é".repeat(52);

        assertThat(Texts.connected("ipc://" + longest)).isEqualTo(new IpcEndpoint(longest));
        assertThatExceptionOfType(EndpointException.class)
                .isThrownBy(() -> Texts.bound("ipc://" + longest + "x"))
                .withMessageEndingWith("a path of 107 bytes; allowed: 1 to 106 bytes in UTF-8");
    }

    @Test
    void ipcPathHasNoZeroCharacter() {
        assertThatExceptionOfType(EndpointException.class)
                .isThrownBy(() -> Texts.bound("ipc:///tmp/a\0b"))
                .withMessageContaining("zero character");
    }

    @Test
    void inprocNameHasAtMost256BytesInUtf8() {
        String longest = "é".repeat(128);

        assertThat(Texts.bound("inproc://" + longest)).isEqualTo(new InprocEndpoint(longest));
        assertThatExceptionOfType(EndpointException.class)
                .isThrownBy(() -> Texts.connected("inproc://" + longest + "x"))
                .withMessageEndingWith("a name of 257 bytes; allowed: 1 to 256 bytes in UTF-8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tcp://*:0",
                "tcp://1.2.3.4:5",
                "tcp://[fe80::1%eth0]:5",
                "ipc:///tmp/feed",
                "ipc://*",
                "ipc://@feed",
                "inproc://a://b;c*"
            })
    void textOfABoundEndpointGivesItAgain(String text) {
        assertThat(Texts.bound(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcp://host:5", "tcp://eth1:0;[::1]:5555", "ipc://feed", "inproc://feed"})
    void textOfAConnectedEndpointGivesItAgain(String text) {
        assertThat(Texts.connected(text)).hasToString(text);
    }
}
