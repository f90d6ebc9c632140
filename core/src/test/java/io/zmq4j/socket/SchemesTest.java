package io.zmq4j.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.zmq4j.error.EndpointException;
import io.zmq4j.transport.EndpointText;
import io.zmq4j.transport.spi.Use;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemesTest {
    private static Scheme<?> of(String text, Use use) {
        return Schemes.of(EndpointText.of(text, use));
    }

    @ParameterizedTest
    @EnumSource
    void eachTransportHasItsRow(Use use) {
        assertThat(of("tcp://host:5", use)).isInstanceOf(WireScheme.class).isSameAs(of("tcp://host:6", use));
        assertThat(of("ipc:///tmp/a", use)).isInstanceOf(WireScheme.class).isNotSameAs(of("tcp://host:5", use));
        assertThat(of("inproc://a", use)).isInstanceOf(InprocScheme.class);
    }

    @ParameterizedTest
    @CsvSource({
        "tcp, there is no :// in it",
        "'', there is no :// in it",
        "localhost:5555, there is no :// in it",
        "tcp:/localhost:5555, there is no :// in it",
        "://localhost:5555, there is nothing before ://",
        "://, there is nothing before ://",
        "tcp://, nothing after",
        "foo://, nothing after",
        "TCP://host:5, unknown transport TCP",
        "http://host:5, unknown transport http",
        "ws://host:5, unknown transport ws",
        "pgm://eth0;239.0.0.1:5, pgm:// needs the module io.zmq4j.multicast",
        "epgm://eth0;239.0.0.1:5, epgm:// needs the module io.zmq4j.multicast",
        "dns+tcp://workers:5, dns+tcp:// needs the module io.zmq4j.discovery",
        "file:///etc/workers, file:// needs the module io.zmq4j.discovery",
    })
    void whatIsWrongIsNamedWhetherBoundOrConnected(String text, String problem) {
        for (Use use : Use.values()) {
            assertThatExceptionOfType(EndpointException.class)
                    .isThrownBy(() -> of(text, use))
                    .withMessageStartingWith("Endpoint \"" + text + "\": ")
                    .withMessageContaining(problem)
                    .withMessageContaining("; allowed: ");
        }
    }

    @Test
    void anUnknownTransportIsAnsweredWithTheKnown() {
        assertThatExceptionOfType(EndpointException.class)
                .isThrownBy(() -> of("foo://bar", Use.BIND))
                .withMessage(
                        "Endpoint \"foo://bar\": unknown transport foo; allowed: tcp://, ipc://, inproc://, udp://");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "://a"})
    void anEnormousTextIsCutInTheMessage(String end) {
        assertThatExceptionOfType(EndpointException.class)
                .isThrownBy(() -> of("x".repeat(1_000_000) + end, Use.CONNECT))
                .satisfies(
                        e -> assertThat(e.getMessage()).hasSizeLessThan(1_000).contains("xxx…"));
        assertThatExceptionOfType(EndpointException.class)
                .isThrownBy(() -> of("x".repeat(1_500) + end, Use.CONNECT))
                .satisfies(
                        e -> assertThat(e.getMessage()).hasSizeLessThan(1_000).contains("xxx…"));
    }
}
