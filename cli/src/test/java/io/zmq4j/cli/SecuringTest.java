package io.zmq4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.Context;
import io.zmq4j.curve.CurveCertificate;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.security.Authenticator;
import io.zmq4j.testkit.Ports;
import io.zmq4j.zmtp.mechanism.Plain;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keys, and verbs that are secured. */
@Timeout(60)
class SecuringTest {
    private final String endpoint = Ports.ipcEndpoint();

    @TempDir
    Path folder;

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private String keygen(String name) {
        Run made = Run.zmq("keygen", "--zcert", file(name));
        assertThat(made.code()).isEqualTo(Exit.DONE);
        return made.out().strip();
    }

    private String password(String password) throws Exception {
        return Files.writeString(folder.resolve("password"), password + "\n").toString();
    }

    // ---- keygen

    @Test
    void keysAreKeptInTwoFiles() throws Exception {
        String publicKey = keygen("server.key");
        var known = CurveCertificate.load(folder.resolve("server.key"));
        var secret = CurveCertificate.load(folder.resolve("server.key_secret"));
        assertThat(known.publicKey()).hasToString(publicKey);
        assertThat(known.keyPair()).isEmpty();
        assertThat(secret.publicKey()).hasToString(publicKey);
        assertThat(secret.keyPair()).isPresent();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("server.key_secret"))))
                .isEqualTo("rw-------");
    }

    @Test
    void aCertificateThatIsThereStays() {
        String publicKey = keygen("server.key");
        Run again = Run.zmq("keygen", "--zcert", file("server.key"));
        assertThat(again.code()).isEqualTo(Exit.USAGE);
        assertThat(again.err()).contains("is there already");
        assertThat(CurveCertificate.load(folder.resolve("server.key")).publicKey())
                .hasToString(publicKey);
    }

    @Test
    void keysArePrintedIfThatIsAskedFor() {
        assertThat(Run.zmq("keygen", "--secret").out()).matches("public \\S{40}\nsecret \\S{40}\n");
        assertThat(Run.zmq("keygen", "--secret", "--json").out())
                .matches("\\{\"public\":\"[^\"]{40}\",\"secret\":\"[^\"]{40}\"}\n");
        assertThat(Run.zmq("keygen", "--zcert", file("json.key"), "--json").out())
                .matches("\\{\"public\":\"[^\"]{40}\"}\n");
    }

    @Test
    void aSecretKeyIsNotLost() {
        Run run = Run.zmq("keygen");
        assertThat(run.code()).isEqualTo(Exit.USAGE);
        assertThat(run.err()).contains("--zcert").contains("--secret");
    }

    // ---- CURVE

    @Test
    void curveByCertificatesAndByKey() {
        String serverKey = keygen("server.key");
        var rep = Run.started(
                "rep",
                "-b",
                endpoint,
                "--echo",
                "-n",
                "2",
                "--curve-server-secret",
                file("server.key_secret"),
                "--curve-allow",
                "any");
        assertThat(Run.zmq("req", "-c", endpoint, "--curve-server-key", file("server.key"), "one")
                        .out())
                .isEqualTo("one\n");
        assertThat(Run.zmq("req", "-c", endpoint, "--curve-server-key", serverKey, "two")
                        .out())
                .isEqualTo("two\n");
        assertThat(rep.join().code()).isEqualTo(Exit.DONE);
    }

    @Test
    void onlyClientsWithACertificateComeIn() throws Exception {
        keygen("server.key");
        keygen("client.key");
        Path allowed = Files.createDirectory(folder.resolve("allowed"));
        Files.copy(folder.resolve("client.key"), allowed.resolve("client.key"));
        var rep = Run.started(
                "rep",
                "-b",
                endpoint,
                "--echo",
                "-n",
                "1",
                "--curve-server-secret",
                file("server.key_secret"),
                "--curve-allow",
                allowed.toString());
        Run stranger =
                Run.zmq("req", "-c", endpoint, "--timeout", "1", "--curve-server-key", file("server.key"), "stranger");
        assertThat(stranger.code()).isEqualTo(Exit.TIMED_OUT);
        Run client = Run.zmq(
                "req",
                "-c",
                endpoint,
                "--curve-server-key",
                file("server.key"),
                "--curve-client",
                file("client.key_secret"),
                "client");
        assertThat(client).isEqualTo(new Run(Exit.DONE, "client\n", ""));
        assertThat(rep.join().out()).isEqualTo("client\n");
    }

    @Test
    void aServerOfAnotherKeyIsNotTrusted() {
        keygen("server.key");
        keygen("other.key");
        var rep = Run.started(
                "rep",
                "-b",
                endpoint,
                "--echo",
                "-n",
                "1",
                "--curve-server-secret",
                file("server.key_secret"),
                "--curve-allow",
                "any");
        assertThat(Run.zmq("req", "-c", endpoint, "--timeout", "1", "--curve-server-key", file("other.key"), "x")
                        .code())
                .isEqualTo(Exit.TIMED_OUT);
        Run.zmq("req", "-c", endpoint, "--curve-server-key", file("server.key"), "y");
        assertThat(rep.join().out()).isEqualTo("y\n");
    }

    // ---- PLAIN

    @Test
    void plainByNameAndPassword() throws Exception {
        Path users = Files.writeString(folder.resolve("users"), "anna=a secret\n");
        var rep = Run.started("rep", "-b", endpoint, "--echo", "-n", "1", "--plain-server", users.toString());
        assertThat(Run.zmq(
                                "req",
                                "-c",
                                endpoint,
                                "--timeout",
                                "1",
                                "--plain",
                                "anna",
                                "--password-file",
                                password("another"),
                                "x")
                        .code())
                .isEqualTo(Exit.TIMED_OUT);
        Run anna = Run.zmq("req", "-c", endpoint, "--plain", "anna", "--password-file", password("a secret"), "hello");
        assertThat(anna).isEqualTo(new Run(Exit.DONE, "hello\n", ""));
        assertThat(rep.join().out()).isEqualTo("hello\n");
    }

    // ---- GSSAPI

    @Test
    void gssapiIsGreetedWith() throws Exception {
        var pull =
                Run.started("pull", "-b", endpoint, "-n", "1", "--timeout", "2", "-vv", "--gssapi-server", "zmq@here");
        var push = Run.started(
                "push",
                "-c",
                endpoint,
                "--linger",
                "1",
                "-vv",
                "--plain",
                "anna",
                "--password-file",
                password("x"),
                "y");
        assertThat(pull.join().err()).contains("mechanism PLAIN").contains("GSSAPI");
        push.join();
    }

    // ---- what cannot be meant

    @ParameterizedTest
    @CsvSource({
        "--plain anna, ZMQ_PASSWORD",
        "--curve-client nowhere, --curve-server-key",
        "--curve-allow any, belong together",
        "--curve-server-secret nowhere, belong together",
        "--curve-server-secret nowhere --curve-allow any, cannot be read",
        "--curve-server-key short, Z85",
        "--plain-server nowhere --plain anna, not several",
        "--password-file nowhere, is for --plain",
        "--gssapi-server zmq@here --gssapi-client zmq@there, not several",
    })
    void whatDoesNotFitTogetherIsRefused(String options, String said) {
        String line = "pull -b " + endpoint + " -n 1 " + options;
        Run run = Run.zmq(line.split(" "));
        assertThat(run.code()).isEqualTo(Exit.USAGE);
        assertThat(run.err()).contains(said);
    }

    @Test
    void aSecretOnTheCommandLineIsWarnedOf() {
        Run run = Run.zmq(
                "push",
                "-c",
                endpoint,
                "--linger",
                "0",
                "-n",
                "1",
                "-v",
                "-o",
                "SECURITY=PLAIN username=anna password=hush",
                "x");
        assertThat(run.err()).contains("every user of this machine").doesNotContain("hush");
    }

    // ---- top

    @Test
    void statisticsAreAskedForAsWhoMay() throws Exception {
        String ada = password("lovelace");
        try (var context = Context.create()) {
            Authenticator.start(context, rules -> rules.plain(Authenticator.EVERY_DOMAIN, Map.of("ada", "lovelace")));
            String served = context.serveStatistics("tcp://127.0.0.1:*", router -> {
                        router.set(SocketOptions.SECURITY, Plain.server());
                        router.set(SocketOptions.ZAP_DOMAIN, "viewers");
                    })
                    .uri();

            assertThat(Run.zmq("top", served, "--once", "--interval", "0.1", "--plain", "ada", "--password-file", ada))
                    .isEqualTo(new Run(Exit.DONE, "", ""));
            Run stranger = Run.zmq("top", served, "--once", "--interval", "0.1");
            assertThat(stranger.code()).isEqualTo(Exit.ERROR);
            assertThat(stranger.err()).contains("PLAIN");
            Run both = Run.zmq("top", served, "--once", "--plain", "ada", "--gssapi-client", "a@b");
            assertThat(both.code()).isEqualTo(Exit.USAGE);
        }
    }
}
