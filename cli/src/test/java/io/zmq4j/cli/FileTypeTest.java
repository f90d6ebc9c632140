package io.zmq4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TerminalTest {
    @Test
    void aTerminalIsACharacterDeviceAndAFileIsNot(@TempDir Path directory) throws IOException {
        assertThat(Terminal.isCharacterDevice(Path.of("/dev/null"))).isTrue();
        assertThat(Terminal.isCharacterDevice(Files.createFile(directory.resolve("lines"))))
                .isFalse();
        assertThat(Terminal.isCharacterDevice(directory.resolve("missing"))).isFalse();
    }
}
