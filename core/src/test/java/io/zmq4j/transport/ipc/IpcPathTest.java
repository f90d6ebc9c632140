package io.zmq4j.transport.ipc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IpcPathTest {
    @ParameterizedTest
    @CsvSource({
        "/tmp/gr\u00fc\u00dfe,       /tmp/gr%C3%BC%C3%9Fe",
        "/tmp/\ud83d\ude00/s,        /tmp/%F0%9F%98%80/s",
        "/tmp/a b%41\u00fc,          /tmp/a%20b%2541%C3%BC",
        "/tmp/latin1_\udcfc,         /tmp/latin1_%FC",
        "//tmp//\u00fc,              /tmp/%C3%BC",
    })
    void theBytesOfANameAreItsUtf8InEveryLocale(String text, String bytes) {
        assertThat(IpcPath.inUtf8(text).toUri().getRawPath()).isEqualTo(bytes);
    }

    @Test
    void aRelativeNameStaysRelative() {
        var path = IpcPath.inUtf8("../\u00fc/s");
        assertThat(path.isAbsolute()).isFalse();
        assertThat(path.getNameCount()).isEqualTo(3);
        assertThat(path.toUri().getRawPath()).endsWith("/../%C3%BC/s");
    }

    @Test
    void plainNamesAreTheJdksOwn() {
        assertThat(IpcPath.of("/tmp/a b%41")).isEqualTo(Path.of("/tmp/a b%41"));
        assertThat(IpcPath.of("s")).isEqualTo(Path.of("s"));
    }
}
