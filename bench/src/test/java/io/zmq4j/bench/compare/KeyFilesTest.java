package io.zmq4j.bench.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.curve.CurveCertificate;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFilesTest {
    @TempDir
    Path directory;

    @Test
    void theClientKnowsTheServerAndHasAKeyOfItsOwn() throws Exception {
        var files = KeyFiles.make(directory.resolve("keys"));

        var server = CurveCertificate.load(files.server()).keyPair().orElseThrow();
        var client = CurveCertificate.load(files.client()).keyPair().orElseThrow();
        assertThat(CurveCertificate.load(files.serverKey()).publicKey()).isEqualTo(server.publicKey());
        assertThat(CurveCertificate.load(files.serverKey()).keyPair()).isEmpty();
        assertThat(client.publicKey()).isNotEqualTo(server.publicKey());
    }

    @Test
    void keysAreTheSameInEveryRun() throws Exception {
        var one = KeyFiles.make(directory.resolve("one"));
        var other = KeyFiles.make(directory.resolve("other"));

        assertThat(other.server()).hasSameTextualContentAs(one.server());
        assertThat(other.client()).hasSameTextualContentAs(one.client());
    }

    @Test
    void theyHaveTheNamesThatKeygenGives() {
        assertThat(KeyFiles.in(Path.of("/keys")).options(true))
                .containsExactly("--curve-server-secret", "/keys/server_secret");
        assertThat(KeyFiles.in(Path.of("/keys")).options(false))
                .containsExactly("--curve-server-key", "/keys/server", "--curve-client", "/keys/client_secret");
    }
}
