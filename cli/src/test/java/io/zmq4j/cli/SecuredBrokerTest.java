package io.zmq4j.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.testkit.Ports;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The subcommands of {@code zmq broker} with security: who comes in, and who does not. */
@Timeout(60)
class SecuredBrokerTest {
    private final String endpoint = Ports.ipcEndpoint();
    private final String other = Ports.ipcEndpoint();
    private final List<Thread> running = new ArrayList<>();

    @TempDir
    Path folder;

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final PrintStream realErr = System.err;
    private String serverKey = "";

    @BeforeEach
    void makeKeys() {
        System.setErr(new PrintStream(err, true, UTF_8));
        serverKey = Run.zmq("keygen", "--zcert", folder.resolve("server.key").toString())
                .out()
                .strip();
    }

    @AfterEach
    void endAll() throws InterruptedException {
        for (var thread : running) {
            thread.interrupt();
            thread.join(TimeUnit.SECONDS.toMillis(20));
            assertThat(thread.isAlive()).isFalse();
        }
        System.setErr(realErr);
    }

    private void start(String... args) {
        var thread = new Thread(() -> Run.zmq(args));
        thread.setDaemon(true);
        running.add(thread);
        thread.start();
    }

    private void startWithCurve(String... args) {
        var all = new ArrayList<>(List.of(args));
        all.add(0, "broker");
        all.addAll(List.of(
                "--curve-server-secret", folder.resolve("server.key_secret").toString(), "--curve-allow", "any"));
        start(all.toArray(String[]::new));
    }

    private static int code(String... args) {
        return Run.zmq(args).code();
    }

    private void expectCurve(String endpoint) throws InterruptedException {
        await("demands CURVE", () -> Run.zmq("probe", endpoint).out());
    }

    private static String await(String pattern, Supplier<String> said) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        var found = Pattern.compile(pattern).matcher(said.get());
        while (!found.find()) {
            assertThat(System.nanoTime() - deadline).as(said.get()).isNegative();
            TimeUnit.MILLISECONDS.sleep(20);
            found = Pattern.compile(pattern).matcher(said.get());
        }
        return found.group();
    }

    @Test
    void aMajordomoBrokerWithCurveServesWhoHasItsKey() {
        startWithCurve(
                "majordomo",
                "-b",
                endpoint,
                "--titanic",
                folder.resolve("store").toString(),
                "--fsync",
                "never");
        String[] ask = {"broker", "majordomo-request", "-c", endpoint, "mmi.service", "echo"};

        assertThat(code(with(ask, "--timeout", "20", "--curve-server-key", serverKey)))
                .isZero();
        assertThat(code(with(ask, "--timeout", "1"))).isNotZero();
        // Beside it, in the same process, Titanic talks to it in the clear: it has registered.
        ask[ask.length - 1] = "titanic.request";
        assertThat(code(with(ask, "--timeout", "20", "--curve-server-key", serverKey)))
                .isZero();
    }

    @Test
    void aFreelanceServerWithCurveServesWhoHasItsKey() {
        startWithCurve("freelance", "-b", endpoint);
        String[] ask = {"broker", "freelance-request", "-c", endpoint, "hello"};

        assertThat(code(with(ask, "--timeout", "20", "--curve-server-key", serverKey)))
                .isZero();
        assertThat(code(with(ask, "--timeout", "1"))).isNotZero();
    }

    @Test
    void usersComeInWithTheirPassword() throws Exception {
        var users = Files.writeString(folder.resolve("users"), "ann=secret\n").toString();
        var right = Files.writeString(folder.resolve("right"), "secret\n").toString();
        var wrong = Files.writeString(folder.resolve("wrong"), "guess\n").toString();
        start("broker", "freelance", "-b", endpoint, "--plain-server", users);
        String[] ask = {"broker", "freelance-request", "-c", endpoint, "--plain", "ann", "hello"};

        assertThat(code(with(ask, "--timeout", "20", "--password-file", right))).isZero();
        assertThat(code(with(ask, "--timeout", "1", "--password-file", wrong))).isNotZero();
    }

    @Test
    void thePiratesQueueIsSecuredOnBothSides() throws Exception {
        startWithCurve("pirate", "--clients", endpoint, "--workers", other);
        expectCurve(endpoint);
        expectCurve(other);
    }

    @Test
    void theLastValueCacheIsSecuredOnBothSides() throws Exception {
        startWithCurve("lastvalue", "--publishers", endpoint, "--subscribers", other);
        expectCurve(endpoint);
        expectCurve(other);
    }

    @Test
    void theCloneServerIsSecuredAtItsThreePorts() throws Exception {
        startWithCurve("clone", "-b", "tcp://127.0.0.1:*");
        for (var port : List.of("snapshots", "updates", "collecting")) {
            String said = await(port + " at tcp://[0-9.:]+", () -> err.toString(UTF_8));
            expectCurve(said.substring(said.indexOf("tcp://")));
        }
    }

    @Test
    void whatDoesNotFitTogetherIsSaid() {
        for (String[] wrong : new String[][] {
            {"broker", "pirate", "--clients", endpoint, "--workers", other, "--curve-allow", "any"},
            {"broker", "freelance", "-b", endpoint, "--plain", "ann", "--curve-server-key", serverKey},
            {
                "broker",
                "clone",
                "-b",
                ":5556",
                "--role",
                "primary",
                "--star",
                other,
                "--star-partner",
                endpoint,
                "--partner",
                "tcp://two:5556",
                "--curve-server-key",
                serverKey
            },
        }) {
            assertThat(code(wrong)).as(String.join(" ", wrong)).isEqualTo(Exit.USAGE);
        }
    }

    private static String[] with(String[] args, String... options) {
        var all = new ArrayList<>(List.of(args));
        all.addAll(2, List.of(options));
        return all.toArray(String[]::new);
    }
}
