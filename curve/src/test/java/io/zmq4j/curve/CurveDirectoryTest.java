package io.zmq4j.curve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CurveDirectoryTest {
    private static final byte[] CLIENT = Keys.CLIENT.publicKey().toBytes();

    @TempDir
    Path folder;

    private void save(String name, CurveKeyPair pair) {
        CurveCertificate.of(pair, Map.of("name", name)).savePublic(folder.resolve(name));
    }

    @Test
    void aClientWithACertificateIsKnownByItsKey() {
        save("client.key", Keys.CLIENT);
        var directory = new CurveDirectory(folder);
        assertThat(directory.apply(CLIENT)).isEqualTo(Keys.CLIENT.publicKey().toString());
        assertThat(directory.apply(Keys.STRANGER.publicKey().toBytes())).isNull();
    }

    @Test
    void certificatesMayComeAndGo() throws Exception {
        var directory = new CurveDirectory(folder);
        assertThat(directory.apply(CLIENT)).isNull();
        save("client.key", Keys.CLIENT);
        assertThat(directory.apply(CLIENT)).isNotNull();
        save("client.key", Keys.STRANGER);
        Files.setLastModifiedTime(folder.resolve("client.key"), FileTime.fromMillis(1));
        assertThat(directory.apply(CLIENT)).as("it is another's now").isNull();
        save("another.key", Keys.CLIENT);
        assertThat(directory.apply(CLIENT)).isNotNull();
        Files.delete(folder.resolve("another.key"));
        assertThat(directory.apply(CLIENT)).isNull();
    }

    @Test
    void secretFilesAndOthersLetNobodyIn() throws Exception {
        CurveCertificate.of(Keys.CLIENT, Map.of()).saveSecret(folder.resolve("client.key_secret"));
        Files.writeString(folder.resolve("wrong.key"), "no certificate");
        save("stranger.key", Keys.STRANGER);
        var directory = new CurveDirectory(folder);
        assertThat(directory.apply(CLIENT)).isNull();
        assertThat(directory.apply(Keys.STRANGER.publicKey().toBytes())).isNotNull();
    }

    @Test
    void aDirectoryThatIsNotThereIsAnError() {
        assertThatThrownBy(() -> new CurveDirectory(folder.resolve("nowhere")))
                .isInstanceOf(UncheckedIOException.class);
    }
}
