package io.zmq4j.cli;

import static io.zmq4j.cli.Endpoint.Direction.BIND;
import static io.zmq4j.cli.Endpoint.Direction.CONNECT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointTest {
    @Test
    void withoutPrefixTheOptionDecides() {
        assertThat(Endpoint.parse("tcp://*:5555", BIND)).containsExactly(new Endpoint(BIND, "tcp://*:5555"));
        assertThat(Endpoint.parse("inproc://work", CONNECT)).containsExactly(new Endpoint(CONNECT, "inproc://work"));
        assertThat(Endpoint.parse("dns+tcp://work:5555,srv+tcp://_zmq._tcp.test", CONNECT))
                .containsExactly(
                        new Endpoint(CONNECT, "dns+tcp://work:5555"),
                        new Endpoint(CONNECT, "srv+tcp://_zmq._tcp.test"));
        assertThat(Endpoint.parse("gossip+tcp://a:1,b:2/work", CONNECT))
                .containsExactly(new Endpoint(CONNECT, "gossip+tcp://a:1,b:2/work"));
    }

    @Test
    void aPrefixWins() {
        assertThat(Endpoint.parse("@tcp://*:5555", CONNECT)).containsExactly(new Endpoint(BIND, "tcp://*:5555"));
        assertThat(Endpoint.parse(">tcp://a:5555", BIND)).containsExactly(new Endpoint(CONNECT, "tcp://a:5555"));
    }

    @Test
    void commasSeparateSeveral() {
        assertThat(Endpoint.parse("tcp://a:1,>tcp://b:2,@ipc:///tmp/c", BIND))
                .containsExactly(
                        new Endpoint(BIND, "tcp://a:1"),
                        new Endpoint(CONNECT, "tcp://b:2"),
                        new Endpoint(BIND, "ipc:///tmp/c"));
    }

    @Test
    void aPortAloneIsTcpOnEveryInterfaceOrOnThisMachine() {
        assertThat(Endpoint.parse(":5555", BIND)).containsExactly(new Endpoint(BIND, "tcp://*:5555"));
        assertThat(Endpoint.parse(":*", BIND)).containsExactly(new Endpoint(BIND, "tcp://*:*"));
        assertThat(Endpoint.parse(":5555,@:5556,>:5557", CONNECT))
                .containsExactly(
                        new Endpoint(CONNECT, "tcp://localhost:5555"),
                        new Endpoint(BIND, "tcp://*:5556"),
                        new Endpoint(CONNECT, "tcp://localhost:5557"));
        assertThat(Endpoint.parse("ipc:///tmp/a,:b", BIND)).containsExactly(new Endpoint(BIND, "ipc:///tmp/a,:b"));
    }

    @Test
    void aCommaInAPathBelongsToIt() {
        assertThat(Endpoint.parse("ipc:///tmp/a,b", BIND)).containsExactly(new Endpoint(BIND, "ipc:///tmp/a,b"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "@", "localhost:5555", "tcp://", "5555", ":", ":http", "@@tcp://a:1"})
    void whatIsNoEndpointIsRefusedByName(String text) {
        assertThatThrownBy(() -> Endpoint.parse(text, BIND))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("'" + text + "' is no endpoint")
                .hasMessageContaining("tcp://HOST:PORT");
    }
}
