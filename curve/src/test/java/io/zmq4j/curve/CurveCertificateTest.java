package io.zmq4j.curve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.testkit.PythonPeer;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CurveCertificateTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String PUBLIC = "Yne@$w-vo<fVvi]a<NY6T1ed:M$fCG*[IaLV{hID";
    private static final String SECRET = "D:)Q[IlAW!ahhC2ac:9*A}h:p?([4%wOTJ%JR%cs";
    private static final CurveKeyPair PAIR = CurveKeyPair.of(SECRET);

    @TempDir
    Path directory;

    private Path file(String name) {
        return directory.resolve(name);
    }

    private CurveCertificate load(String text) throws Exception {
        Files.writeString(file("given"), text);
        return CurveCertificate.load(file("given"));
    }

    private static Map<String, String> metadata() {
        var metadata = new LinkedHashMap<String, String>();
        metadata.put("name", "Jérôme # 1");
        metadata.put("e-mail", "a \"b\" c");
        return metadata;
    }

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String detail) {
        assertThatThrownBy(call)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("given is no certificate: ")
                .hasMessageContaining(detail)
                .hasMessageNotContaining(SECRET.substring(0, 5));
    }

    @Test
    void theSecretFileHasAllOfIt() throws Exception {
        CurveCertificate.of(PAIR, metadata()).saveSecret(file("own.key_secret"));

        assertThat(Files.readAllLines(file("own.key_secret")).stream().filter(line -> !line.startsWith("#")))
                .containsExactly(
                        "",
                        "metadata",
                        "    name = \"Jérôme # 1\"",
                        "    e-mail = 'a \"b\" c'",
                        "curve",
                        "    public-key = \"" + PUBLIC + "\"",
                        "    secret-key = \"" + SECRET + "\"");
        CurveCertificate read = CurveCertificate.load(file("own.key_secret"));
        assertThat(read.keyPair()).hasValue(PAIR);
        assertThat(read.metadata()).containsExactlyEntriesOf(metadata());
    }

    @Test
    void thePublicFileHasNoSecret() throws Exception {
        CurveCertificate.of(PAIR, metadata()).savePublic(file("own.key"));

        assertThat(Files.readString(file("own.key"))).contains(PUBLIC).doesNotContain("secret-key", SECRET);
        CurveCertificate read = CurveCertificate.load(file("own.key"));
        assertThat(read.publicKey()).isEqualTo(PAIR.publicKey());
        assertThat(read.keyPair()).isEmpty();
        assertThat(read.metadata()).containsExactlyEntriesOf(metadata());
    }

    @Test
    void nobodyElseReadsTheSecretFile() throws Exception {
        Files.writeString(file("secret"), "was open to all");
        Files.setPosixFilePermissions(file("secret"), PosixFilePermissions.fromString("rw-rw-rw-"));

        CurveCertificate.of(PAIR, Map.of()).saveSecret(file("secret"));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file("secret"))))
                .isEqualTo("rw-------");
        try (var files = Files.list(directory)) {
            assertThat(files).as("nothing is left beside it").containsExactly(file("secret"));
        }
    }

    @Test
    void whatCannotBeWrittenLeavesWhatWasThere() throws Exception {
        Files.createDirectories(file("taken").resolve("inside"));

        assertThatThrownBy(() -> CurveCertificate.of(PAIR, Map.of()).saveSecret(file("taken")))
                .isInstanceOf(UncheckedIOException.class);

        try (var files = Files.list(directory)) {
            assertThat(files).containsExactly(file("taken"));
        }
    }

    @Test
    void pyzmqReadsBothFiles() {
        CurveCertificate.of(PAIR, metadata()).savePublic(file("own.key"));
        CurveCertificate.of(PAIR, metadata()).saveSecret(file("own.key_secret"));
        String program = """
                import sys, zmq.auth
                for name in ('own.key', 'own.key_secret'):
                    public, secret = zmq.auth.load_certificate(sys.argv[1] + '/' + name)
                    print(public.decode(), secret and secret.decode())
                """;
        try (var python = new PythonPeer(program, directory.toString())) {
            python.expectLine(PUBLIC + " None", PATIENCE);
            python.expectLine(PUBLIC + " " + SECRET, PATIENCE);
        }
    }

    @Test
    void bothFilesOfPyzmqAreRead() {
        String program = """
                import sys, zmq.auth
                zmq.auth.create_certificates(sys.argv[1], 'their', metadata={'name': 'me', 'n': '1'})
                print(zmq.auth.load_certificate(sys.argv[1] + '/their.key_secret')[1].decode())
                """;
        try (var python = new PythonPeer(program, directory.toString())) {
            String secret = python.nextLine(PATIENCE);
            CurveCertificate read = CurveCertificate.load(file("their.key_secret"));
            assertThat(read.keyPair()).hasValue(CurveKeyPair.of(secret));
            assertThat(read.metadata()).containsExactly(Map.entry("name", "me"), Map.entry("n", "1"));
            assertThat(CurveCertificate.load(file("their.key")).publicKey()).isEqualTo(read.publicKey());
        }
    }

    /** As CZMQ writes it. */
    @Test
    void filesOfCzmqAreRead() throws Exception {
        CurveCertificate read = load("""
                #   ****  Generated on 2014-03-01 12:00:00 by CZMQ  ****
                #   ZeroMQ CURVE **Secret** Certificate

                metadata
                    email = "ph@example.com"
                    organization = "A \\tCorporation"
                curve
                    public-key = "%s"
                    secret-key = "%s"
                """.formatted(PUBLIC, SECRET));

        assertThat(read.keyPair()).hasValue(PAIR);
        assertThat(read.metadata()).containsEntry("email", "ph@example.com").hasSize(2);
    }

    @Test
    void linesMayEndAsElsewhereAndHaveComments() throws Exception {
        CurveCertificate read =
                load("curve # keys\r\n    public-key = '%s'   # mine\r\n\r\nmetadata\r\n    a = b # c\r\n"
                        .formatted(PUBLIC));

        assertThat(read.publicKey()).isEqualTo(PAIR.publicKey());
        assertThat(read.metadata()).containsExactly(Map.entry("a", "b"));
    }

    @Test
    void whatIsNoCertificateIsRefused() {
        assertRefused(() -> load(""), "no curve/public-key");
        assertRefused(() -> load("curve\n    secret-key = \"" + SECRET + "\"\n"), "no curve/public-key");
        assertRefused(() -> load("curve\n    public-key = \"" + PUBLIC.substring(1) + "\"\n"), "multiples of 5");
        assertRefused(() -> load("curve\n    public-key = \"01234\"\n"), "allowed are 32");
        assertRefused(
                () -> load("curve\n    public-key = \"%s\"\n    secret-key = \"%s\"\n"
                        .formatted("rq:rM>}U?@Lns47E1%kR.o@n%FcmmsL/@{H8]yf7", SECRET)),
                "do not belong together");
        assertRefused(() -> load("#".repeat(64 * 1024 + 1)), "larger than 65536 bytes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "curve\n  public-key = x|line 2 is not indented by a multiple of four",
                "curve\n\tpublic-key = x|line 2 is not indented by spaces",
                "curve\n        public-key = x|line 2 is too deep",
                "    curve|line 1 is too deep",
                "curve\n    secret-key = \"" + SECRET + "|line 2 has a quote that is not closed",
                "curve\n    secret-key = \"" + SECRET + "\" x|line 2 has something behind its value",
                "curve\n    secret-key " + SECRET + "|line 2 has something else than =",
                "= x|line 1 has no name",
                "curve\n    a = 1\n    a = 2|line 3 has a name that was there before",
            })
    void whatIsNoZplIsRefusedByItsLine(String given) {
        assertRefused(
                () -> load(given.substring(0, given.lastIndexOf('|'))), given.substring(given.lastIndexOf('|') + 1));
    }

    @Test
    void whatZplCannotHoldIsNotWritten() {
        for (Map<String, String> metadata : java.util.List.of(
                Map.of("", "x"),
                Map.of("a b", "x"),
                Map.of("/a", "x"),
                Map.of("a", "\"'"),
                Map.of("a", "x\n    public-key = \"evil\""))) {
            assertThatThrownBy(() -> CurveCertificate.of(PAIR, metadata).savePublic(file("own")))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> CurveCertificate.of(PAIR, metadata).saveSecret(file("own")))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(file("own")).doesNotExist();
    }

    @Test
    void aFileThatIsNotThereIsTold() {
        assertThatThrownBy(() -> CurveCertificate.load(file("nothing"))).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void withoutASecretNoneIsSaved() {
        assertThatThrownBy(() -> CurveCertificate.of(PAIR.publicKey(), Map.of()).saveSecret(file("own")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void itsTextHasNoSecret() {
        assertThat(CurveCertificate.of(PAIR, Map.of("a", "b"))).hasToString("CurveCertificate[" + PUBLIC + ", {a=b}]");
    }
}
