package io.zmq4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.Context;
import io.zmq4j.RepSocket;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.security.Authenticator;
import io.zmq4j.testkit.Greeting;
import io.zmq4j.testkit.Ports;
import io.zmq4j.testkit.RawFrame;
import io.zmq4j.testkit.RawListener;
import io.zmq4j.zmtp.mechanism.Plain;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** probe as it is typed: what it prints, and its exit codes. */
@Timeout(60)
class ProbeVerbTest {
    @Test
    void whatIsThereIsASentenceAndALineForEachThing() {
        try (var context = Context.create();
                RepSocket rep = context.rep()) {
            String endpoint = rep.bind("tcp://127.0.0.1:*").uri();
            Run run = Run.zmq("probe", endpoint, "--timeout", "20");

            assertThat(run.code()).isEqualTo(Exit.DONE);
            assertThat(run.err()).isEmpty();
            assertThat(run.out())
                    .startsWith(endpoint + " is a REP over ZMTP 3.1, without security\n")
                    .containsPattern("  address +127\\.0\\.0\\.1:[0-9]+, connected in [0-9.]+ ms\n")
                    .contains("  greeting     ZMTP 3.1, mechanism NULL, as-server 0\n")
                    .contains("  metadata     Socket-Type=REP\n")
                    .containsPattern("  round trip +[0-9.]+ ms by PING\n")
                    .contains("  as REQ       ready\n", "  as DEALER    ready\n")
                    .contains("  as PUB       refused, the peer refused us: \"Incompatible-Socket-Type\"\n");
            assertThat(rep.statistics().traffic().messagesIn()).isZero();
        }
    }

    @Test
    void aPortIsEnough() {
        try (var context = Context.create();
                RepSocket rep = context.rep()) {
            int port = rep.bind("tcp://127.0.0.1:*").port();

            assertThat(Run.zmq("probe", ":" + port, "--as", "req", "--timeout", "20")
                            .code())
                    .isEqualTo(Exit.DONE);
        }
    }

    @Test
    void forScriptsItIsALineOfJson() {
        try (var context = Context.create();
                RepSocket rep = context.rep()) {
            String endpoint = rep.bind(Ports.ipcEndpoint()).uri();
            Run run = Run.zmq("probe", endpoint, "--as", "req", "--json", "--timeout", "20");

            assertThat(run.out())
                    .startsWith("{\"endpoint\":\"" + endpoint + "\",\"ok\":true,\"sentence\":")
                    .contains("\"transport\":\"ipc\"", "\"version\":\"3.1\",\"revision\":3,\"mechanism\":\"NULL\"")
                    .contains("\"asServer\":false,\"socketType\":\"REP\",\"metadata\":{\"Socket-Type\":\"REP\"}")
                    .containsPattern("\"roundTripMicros\":[0-9]+,\"answers\":\\{\"REQ\":\"READY\"}}\n$")
                    .hasLineCount(1);
        }
    }

    @Test
    void whatIsWrongIsASentenceAndExitCode1() {
        String endpoint = Ports.tcpEndpoint();
        Run run = Run.zmq("probe", endpoint, "--timeout", "20");
        Run json = Run.zmq("probe", endpoint, "--timeout", "20", "--json");

        assertThat(run.code()).isEqualTo(Exit.ERROR);
        assertThat(run.out()).startsWith(endpoint + " has nobody who listens").hasLineCount(1);
        assertThat(json.code()).isEqualTo(Exit.ERROR);
        assertThat(json.out())
                .contains("\"ok\":false,\"obstacle\":\"NOBODY_LISTENS\"")
                .hasLineCount(1);
    }

    @Test
    void whatThePeerSaysCannotPaintTheTerminal() {
        try (var listener = RawListener.tcp()) {
            var run = Run.started("probe", listener.endpoint(), "--as", "req", "--timeout", "20");
            for (int i = 0; i < 2; i++) {
                try (var peer = listener.accept()) {
                    peer.send(Greeting.v31().encoded());
                    peer.expectGreeting();
                    peer.send(RawFrame.ready("REP", "X-Note", "\u001b[2Jgone\n"));
                    peer.expectClosed(Duration.ofMillis(i == 0 ? 20_000 : 300));
                } catch (AssertionError e) {
                    // The second one waits for a PONG.
                }
            }
            assertThat(run.join().out()).contains("X-Note=\\x1B[2Jgone\\x0A\n").doesNotContain("\u001b");
        }
    }

    @Test
    void theOptionsOfTheOtherVerbsGetThroughSecurity(@TempDir Path folder) throws Exception {
        Path users = Files.writeString(folder.resolve("users"), "ann=secret\n");
        Path password = Files.writeString(folder.resolve("password"), "secret\n");
        try (var context = Context.create()) {
            Authenticator.start(context, rules -> rules.plain(Authenticator.EVERY_DOMAIN, users));
            try (RepSocket rep = context.rep()) {
                rep.set(SocketOptions.SECURITY, Plain.server());
                rep.set(SocketOptions.ZAP_DOMAIN, "probe");
                String endpoint = rep.bind("tcp://127.0.0.1:*").uri();
                Run without = Run.zmq("probe", endpoint, "--timeout", "20");
                Run with = Run.zmq(
                        "probe", endpoint, "--plain", "ann", "--password-file", password.toString(), "--timeout", "20");

                assertThat(without.code()).isEqualTo(Exit.ERROR);
                assertThat(without.out()).contains("demands PLAIN", "--plain USER");
                assertThat(with.code()).isEqualTo(Exit.DONE);
                assertThat(with.out()).contains("is a REP over ZMTP 3.1, secured with PLAIN");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"inproc://name,no other program", "epgm://eth0;239.192.1.1:5555,is multicast"})
    void whatCannotBeProbedIsASentenceToo(String endpoint, String says) {
        Run run = Run.zmq("probe", endpoint);

        assertThat(run.code()).isEqualTo(Exit.ERROR);
        assertThat(run.out()).contains(says).hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "probe",
                "probe nonsense",
                "probe :5555,:5556",
                "probe @tcp://localhost:5555",
                "probe :5555 --as nobody",
                "probe :5555 --timeout 0",
                "probe :5555 --timeout x",
                "probe :5555 --plain ann --curve-server-key x"
            })
    void wrongArgumentsAreExitCode64(String arguments) {
        Run run = Run.zmq(arguments.split(" "));

        assertThat(run.code()).isEqualTo(Exit.USAGE);
        assertThat(run.err()).startsWith("zmq: ").hasLineCount(1);
        assertThat(run.out()).isEmpty();
    }
}
