package io.zmq4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PortsTest {
    @Test
    void noPortIsHandedOutTwice() {
        assertThat(IntStream.range(0, 100).map(i -> Ports.freeTcpPort())).doesNotHaveDuplicates();
    }

    @Test
    void aFreePortCanBeListenedAt() {
        String endpoint = Ports.tcpEndpoint();
        try (var listener = new RawListener(endpoint)) {
            assertThat(listener.endpoint()).isEqualTo(endpoint);
        }
    }

    @Test
    void anIpcPathIsShortAndNew() {
        var path = Ports.ipcPath();

        assertThat(path.toString()).hasSizeLessThan(60);
        assertThat(Files.exists(path)).isFalse();
        assertThat(path.getParent()).isDirectory();
        assertThat(Ports.ipcPath()).isNotEqualTo(path);
    }
}
