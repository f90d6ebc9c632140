package io.zmq4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTypeTest {
    @Test
    void aTerminalIsACharacterDeviceAndAFileIsNot(@TempDir Path directory) throws IOException {
        assertThat(FileType.isCharacterDevice(Path.of("/dev/null"))).isTrue();
        assertThat(FileType.isCharacterDevice(Files.createFile(directory.resolve("lines"))))
                .isFalse();
        assertThat(FileType.isCharacterDevice(directory.resolve("missing"))).isFalse();
    }
}
