package io.zmq4j.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumericHostTest {
    @ParameterizedTest
    @CsvSource({
        "127.0.0.1:40112, 127.0.0.1",
        "10.0.0.7:1, 10.0.0.7",
        "[::1]:40112, ::1",
        "[2001:db8::7]:5, 2001:db8::7",
        "[fe80::1%eth0]:5, fe80::1%eth0"
    })
    @DisplayName("RFC 27: the address SHALL be an IPv4 dotted string, or an IPv6 canonical string representation")
    void anAddressIsWithoutItsPort(String peer, String host) {
        assertThat(NumericHost.of(peer)).isEqualTo(host);
    }

    @ParameterizedTest
    @ValueSource(strings = {"local process", "/tmp/path", "/tmp/a:1", "example.org:5555", ":1", ""})
    void whatHasNoAddressGivesNone(String peer) {
        assertThat(NumericHost.of(peer)).isEmpty();
    }

    @Test
    void nobodyHasNone() {
        assertThat(NumericHost.of(null)).isEmpty();
    }
}
