package org.zeromq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ZCertStoreTest {
    @TempDir
    Path directory;

    private final ZCert certificate = new ZCert();

    private Path save(String name) throws IOException {
        return certificate.savePublic(directory.resolve(name).toString()).toPath();
    }

    static Stream<ZCertStore.Fingerprinter> fingerprinters() {
        return Stream.of(new ZCertStore.Timestamper(), new ZCertStore.Hasher(), file -> null);
    }

    @ParameterizedTest
    @MethodSource("fingerprinters")
    void changesAreSeen(ZCertStore.Fingerprinter fingerprinter) throws IOException {
        var store = new ZCertStore(directory.toString(), fingerprinter);
        String key = certificate.getPublicKeyAsZ85();
        assertThat(store.containsPublicKey(key)).isFalse();
        Path file = save("below/cert");
        assertThat(store.containsPublicKey(key)).isTrue();
        assertThat(store.containsPublicKey(certificate.getPublicKey())).isTrue();
        assertThat(store.getMetadata(key)).isNull();
        certificate.setMeta("name", "Ann");
        save("below/cert");
        assertThat(store.getMetadata(key).get("name")).isEqualTo("Ann");
        Files.delete(file);
        assertThat(store.containsPublicKey(key)).isFalse();
    }

    @Test
    void theSameTimeWithAnotherSizeIsAnotherFile() throws IOException {
        var store = new ZCertStore(directory.toString());
        FileTime time = FileTime.fromMillis(1_000_000_000_000L);
        Files.setLastModifiedTime(save("cert"), time);
        assertThat(store.getMetadata(certificate.getPublicKeyAsZ85())).isNull();
        certificate.setMeta("name", "Ann");
        Files.setLastModifiedTime(save("cert"), time);
        assertThat(store.getMetadata(certificate.getPublicKeyAsZ85())).isNotNull();
    }

    @Test
    void whatHasNotChangedIsNotReadAgain() throws IOException {
        var asked = new AtomicInteger();
        var store = new ZCertStore(directory.toString(), file -> {
            asked.incrementAndGet();
            return new byte[0];
        });
        Path file = save("cert");
        assertThat(store.containsPublicKey(certificate.getPublicKey())).isTrue();
        Files.writeString(file, "no certificate any more");
        assertThat(store.containsPublicKey(certificate.getPublicKey())).isTrue();
        assertThat(asked).hasValue(2);
    }

    @Test
    void strayFilesAndLinksInACircleAreLeftOut() throws IOException {
        save("good");
        Files.writeString(directory.resolve("junk"), "Dear diary, today");
        Files.write(directory.resolve("binary"), new byte[] {0, -1, 10, 9});
        Files.writeString(directory.resolve("other"), "curve\n    public-key = \"too short\"\n");
        Files.write(directory.resolve("large"), new byte[1 << 20]);
        Files.createSymbolicLink(directory.resolve("circle"), directory);
        Files.createSymbolicLink(directory.resolve("nowhere"), directory.resolve("missing"));
        assertThat(new ZCertStore(directory.toString()).containsPublicKey(certificate.getPublicKey()))
                .isTrue();
    }

    @Test
    void theDirectoryIsMadeAndNothingElseIsTaken() throws IOException {
        Path made = directory.resolve("a").resolve("b");
        assertThat(new ZCertStore(made.toString()).getMetadata("unknown")).isNull();
        assertThat(made).isDirectory();
        Path file = Files.createFile(directory.resolve("file"));
        assertThatIllegalArgumentException().isThrownBy(() -> new ZCertStore(file.toString()));
        var store = new ZCertStore(made.toString());
        assertThatIllegalArgumentException().isThrownBy(() -> store.containsPublicKey("short"));
        assertThatIllegalArgumentException().isThrownBy(() -> store.containsPublicKey(new byte[31]));
    }

    @Test
    void fingerprintsAreNullForWhatIsNotThere() {
        var missing = new File(directory.toFile(), "missing");
        assertThat(new ZCertStore.Hasher().print(missing)).isNull();
        assertThat(new ZCertStore.Hasher().print(directory.toFile())).hasSize(20);
        assertThat(new ZCertStore.Timestamper().print(missing)).containsOnly(0);
    }
}
