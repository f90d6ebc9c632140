package io.zmq4j;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CapabilitiesTest {
    @ParameterizedTest
    @ValueSource(strings = {"tcp", "ipc", "inproc", "udp", "null", "plain", "IPC", "Plain"})
    void whatCoreBringsIsThere(String name) {
        assertThat(Capabilities.has(name)).isTrue();
    }

    /** Their modules are not on the path of these tests. */
    @ParameterizedTest
    @ValueSource(strings = {"curve", "gssapi", "epgm", "dns+tcp", "norm", "", "tcp://"})
    void whatNobodyBringsIsNot(String name) {
        assertThat(Capabilities.has(name)).isFalse();
    }

    @Test
    void allAreTold() {
        assertThat(Capabilities.all())
                .contains("inproc", "ipc", "null", "plain", "tcp", "udp")
                .isUnmodifiable();
    }
}
