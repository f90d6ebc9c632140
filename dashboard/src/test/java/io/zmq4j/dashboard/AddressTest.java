package io.zmq4j.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressTest {
    @ParameterizedTest
    @CsvSource({
        "tcp://localhost:5555, tcp://127.0.0.1:5555",
        "tcp://localhost:5555, tcp://0.0.0.0:5555",
        "tcp://10.0.0.1:5555, tcp://10.0.0.1:5555",
        "tcp://[::1]:5555, tcp://[::]:5555",
        "tcp://10.0.0.9:0;10.0.0.1:5555, tcp://10.0.0.1:5555",
        "ipc:///run/a, ipc:///run/a",
        "inproc://a, inproc://a",
    })
    void leads(String connected, String bound) {
        assertThat(Address.leads(connected, null, Made.bound(bound, 1))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "tcp://localhost:5555, tcp://127.0.0.1:5556",
        "tcp://10.0.0.1:5555, tcp://10.0.0.2:5555",
        "tcp://10.0.0.1:5555, tcp://127.0.0.1:5555",
        "ipc:///run/a, ipc:///run/b",
        "tcp://localhost:5555, ipc:///run/a",
        "tcp://::::, tcp://0.0.0.0:5555",
    })
    void leadsElsewhere(String connected, String bound) {
        assertThat(Address.leads(connected, null, Made.bound(bound, 1))).isFalse();
    }

    @Test
    void nameIsKnownByTheAddressThatWasReached() {
        assertThat(Address.leads("tcp://db:5555", "10.0.0.1:5555", Made.bound("tcp://10.0.0.1:5555", 1)))
                .isTrue();
    }

    @Test
    void whatIsNotBoundIsNotLedTo() {
        assertThat(Address.leads("ipc:///run/a", null, Made.connected("ipc:///run/a")))
                .isFalse();
    }
}
