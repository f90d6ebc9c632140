package org.zeromq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.zmq4j.curve.CurveCertificate;
import io.zmq4j.curve.CurveKeyPair;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZCertTest {
    private static final String PUBLIC = "Yne@$w-vo<fVvi]a<NY6T1ed:M$fCG*[IaLV{hID";
    private static final String SECRET = "D:)Q[IlAW!ahhC2ac:9*A}h:p?([4%wOTJ%JR%cs";

    @TempDir
    Path directory;

    @Test
    void keysBelongTogether() {
        var certificate = new ZCert();
        assertThat(CurveKeyPair.of(certificate.getSecretKey()).publicKey())
                .hasToString(certificate.getPublicKeyAsZ85());
        assertThat(certificate.getSecretKeyAsZ85()).hasSize(40);
        assertThat(new ZCert(certificate.getPublicKey(), certificate.getSecretKey()).getSecretKeyAsZ85())
                .isEqualTo(certificate.getSecretKeyAsZ85());
    }

    @Test
    void keysAreCopied() {
        var key = new byte[32];
        var certificate = new ZCert(key, key);
        key[0] = 1;
        certificate.getPublicKey()[1] = 1;
        assertThat(certificate.getPublicKey()).isEqualTo(new byte[32]);
        assertThat(certificate.getSecretKey()).isEqualTo(new byte[32]);
    }

    @Test
    void whatIsNoKeyIsToldAndNotRepeated() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ZCert((String) null));
        assertThatIllegalArgumentException().isThrownBy(() -> new ZCert((byte[]) null, null));
        assertThatIllegalArgumentException().isThrownBy(() -> new ZCert(new byte[32], new byte[31]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ZCert(PUBLIC, SECRET.substring(1)))
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("IlAW"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ZCert(PUBLIC, SECRET.replace('Q', '"')))
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("IlAW"));
    }

    @Test
    void filesAreThoseOfOurCurve() throws IOException {
        var certificate = new ZCert(PUBLIC, SECRET);
        certificate.setMeta("name", "Ann \"A\" Onymous");
        File open =
                certificate.savePublic(directory.resolve("a").resolve("open").toString());
        File secret =
                certificate.saveSecret(directory.resolve("b").resolve("secret").toString());
        assertThat(CurveCertificate.load(open.toPath()).metadata()).isEqualTo(Map.of("name", "Ann \"A\" Onymous"));
        assertThat(CurveCertificate.load(open.toPath()).publicKey()).hasToString(PUBLIC);
        assertThat(CurveCertificate.load(open.toPath()).keyPair()).isEmpty();
        CurveKeyPair pair = CurveCertificate.load(secret.toPath()).keyPair().orElseThrow();
        assertThat(pair.secretKey()).isEqualTo(certificate.getSecretKey());

        Path theirs = directory.resolve("theirs");
        CurveCertificate.of(pair, Map.of("name", "Ann")).saveSecret(theirs);
        ZConfig config = ZConfig.load(theirs.toString());
        assertThat(config.getValues())
                .isEqualTo(Map.of("metadata/name", "Ann", "curve/public-key", PUBLIC, "curve/secret-key", SECRET));
    }

    @Test
    void secretFilesAreTheOwnersAlone() throws IOException {
        Path file = Files.createFile(directory.resolve("secret"));
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
            new ZCert().saveSecret(file.toString());
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
        try (var files = Files.list(directory)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void thereIsASecretLineOnlyIfThereIsASecret() throws IOException {
        var text = new StringWriter();
        new ZCert(PUBLIC).saveSecret(text);
        assertThat(text.toString())
                .contains(PUBLIC)
                .doesNotContain("secret-key")
                .doesNotContain("metadata");
        var open = new StringWriter();
        new ZCert(PUBLIC, SECRET).savePublic(open);
        assertThat(open.toString()).contains(PUBLIC).doesNotContain(SECRET);
    }

    @Test
    void pyzmqReadsOurFilesAndWeReadIts() throws Exception {
        var certificate = new ZCert(PUBLIC, SECRET);
        certificate.setMeta("name", "Ann");
        String secret = certificate
                .saveSecret(directory.resolve("ann.key_secret").toString())
                .toString();
        String open =
                certificate.savePublic(directory.resolve("ann.key").toString()).toString();
        String python = """
                import sys, zmq.auth
                public, secret = zmq.auth.load_certificate(sys.argv[1])
                print(public.decode(), secret.decode())
                print(zmq.auth.load_certificate(sys.argv[2]))
                zmq.auth.create_certificates(sys.argv[3], "theirs", metadata={"name": "Ben"})
                """;
        Process process = new ProcessBuilder("/usr/bin/python3", "-c", python, secret, open, directory.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(output.lines()).containsExactly(PUBLIC + " " + SECRET, "(b'" + PUBLIC + "', None)");

        ZConfig theirs = ZConfig.load(directory.resolve("theirs.key_secret").toString());
        var loaded = new ZCert(theirs.getValue("curve/public-key"), theirs.getValue("curve/secret-key"));
        assertThat(CurveKeyPair.of(loaded.getSecretKey()).publicKey()).hasToString(loaded.getPublicKeyAsZ85());
        var store = new ZCertStore(directory.toString());
        assertThat(store.getMetadata(loaded.getPublicKeyAsZ85()).get("name")).isEqualTo("Ben");
        assertThat(store.getMetadata(PUBLIC).get("name")).isEqualTo("Ann");
    }
}
