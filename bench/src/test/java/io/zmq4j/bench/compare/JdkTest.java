package io.zmq4j.bench.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdkTest {
    @TempDir
    Path home;

    @Test
    void itsFileReleaseTellsWhatItIs() throws IOException {
        var java = Files.createDirectories(home.resolve("bin")).resolve("java");
        Files.createFile(java);
        assertThat(java.toFile().setExecutable(true)).isTrue();
        Files.writeString(home.resolve("release"), """
                IMPLEMENTOR="A Vendor"
                JAVA_RUNTIME_VERSION="25.0.1+8-LTS"
                JAVA_VERSION="25.0.1"
                """);

        assertThat(Jdk.at(home)).isEqualTo(new Jdk(home, "25", "25.0.1+8-LTS, A Vendor"));
    }

    @Test
    void anotherDirectoryIsNone() {
        assertThatThrownBy(() -> Jdk.at(home)).isInstanceOf(IOException.class).hasMessageContaining("bin/java");
    }
}
