package io.zmq4j.cli.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.testkit.Bytes;
import io.zmq4j.testkit.Greeting;
import io.zmq4j.testkit.Ports;
import io.zmq4j.testkit.RawFrame;
import io.zmq4j.testkit.RawListener;
import io.zmq4j.testkit.RawPeer;
import io.zmq4j.zmtp.SocketType;
import io.zmq4j.zmtp.mechanism.Plain;
import io.zmq4j.zmtp.mechanism.Security;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Peers that do exactly what they are told: each wrongness has its sentence, and no lie hurts. */
@Timeout(60)
class ProbeScriptedTest {
    /** So long that a loaded machine is no obstacle. */
    private static final Duration PATIENT = Duration.ofSeconds(20);

    /** Where the whole of it passes: a half is enough for a machine that has much to do. */
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(4);

    private static final Duration IMPATIENT = Duration.ofMillis(400);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SSH-2.0-OpenSSH_9.2p1 Debian | is an SSH server, not ZeroMQ: it says \"SSH-2.0-OpenSSH_9.2p1 Debian",
                "220 mail.example.org ESMTP | is an SMTP or FTP server",
                "+OK ready | is a POP3 server",
                "* OK IMAP4 | is an IMAP server",
                "INFO {\"server_id\":1} | is a NATS server",
                "RFB 003.008 | is a VNC server",
                "hello there | does not speak ZMTP: it says \"hello there"
            })
    void aServerThatGreetsOtherwiseIsNamed(String greeting, String says) {
        Report report = probed(peer -> {
            peer.send((greeting + "\r\n").getBytes(StandardCharsets.US_ASCII));
            peer.expectClosed(PATIENT);
        });

        assertThat(report.obstacle()).isEqualTo(Obstacle.NOT_ZMTP);
        assertThat(report.sentence()).contains(says);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "HTTP/1.1 400 Bad Request | is an HTTP server",
                "<!DOCTYPE HTML> | is an HTTP server",
                "AMQP | is an AMQP broker",
                "-ERR unknown command | is a Redis server"
            })
    void aServerThatAnswersOtherwiseIsNamed(String answer, String says) {
        Report report = probed(peer -> {
            peer.read(10);
            peer.send((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
        });

        assertThat(report.obstacle()).isEqualTo(Obstacle.NOT_ZMTP);
        assertThat(report.sentence()).contains(says);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1503030002022A | is a TLS server", "FFFD18FFFD20FFFD23FFFD27 | is a telnet server"})
    void aServerThatAnswersInBytesIsNamed(String bytes, String says) {
        Report report = probed(peer -> {
            peer.send(bytes);
            peer.expectClosed(PATIENT);
        });

        assertThat(report.sentence()).contains(says);
    }

    @Test
    void aServerThatWaitsForTheEndOfARequestIsNamed() {
        Report report = probed(
                peer -> {
                    peer.expectClosed(PATIENT);
                    peer.send("HTTP/1.0 400 Bad request\r\n".getBytes(StandardCharsets.US_ASCII));
                },
                LONG_ENOUGH);

        assertThat(report.sentence()).contains("is an HTTP server, not ZeroMQ");
    }

    @Test
    void silenceIsToldInTime() {
        long start = System.nanoTime();
        Report report = probed(peer -> peer.expectClosed(Duration.ofSeconds(20)), IMPATIENT);

        assertThat(report.obstacle()).isEqualTo(Obstacle.SILENT);
        assertThat(report.sentence()).contains("says nothing within 400 ms", "it is not ZeroMQ");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
    }

    @Test
    void whoEndsTheConnectionAtOnceIsToldApart() {
        Report report = probed(RawPeer::close);

        assertThat(report.obstacle()).isEqualTo(Obstacle.CLOSES);
        assertThat(report.sentence()).contains("a published port with nobody behind it");
    }

    @Test
    void halfAGreetingIsNone() {
        Report report = probed(
                peer -> {
                    peer.send("FF00000000000000");
                    peer.expectClosed(Duration.ofSeconds(20));
                },
                LONG_ENOUGH);

        assertThat(report.obstacle()).isEqualTo(Obstacle.NOT_ZMTP);
        assertThat(report.sentence()).contains("begins as ZMTP does and stops after 8 bytes");
    }

    @Test
    void aGreetingThatNeverEndsIsNotReadForEver() {
        byte[] ones = new byte[64 * 1024];
        Arrays.fill(ones, (byte) 0xFF);
        Report report = probed(peer -> forEver(peer, ones));

        assertThat(report.obstacle()).isEqualTo(Obstacle.NOT_ZMTP);
        assertThat(report.sentence()).hasSizeLessThan(600);
    }

    @Test
    void aHandshakeThatNeverEndsIsNotReadForEver() {
        Report report = probed(peer -> {
            peer.send(Greeting.v31().encoded());
            forEver(peer, RawFrame.command("READY", new byte[40 * 1024]).encoded());
        });

        assertThat(report.obstacle()).isEqualTo(Obstacle.BROKEN);
        assertThat(report.sentence()).contains("greets with ZMTP 3.1 and then breaks its rules");
    }

    @Test
    void aCommandThatClaimsToBeHugeIsRefusedByItsSize() {
        Report report = probed(peer -> {
            peer.send(Greeting.v31().encoded());
            peer.send("06 7FFFFFFFFFFFFFFF 05 5245414459");
            peer.expectClosed(PATIENT);
        });

        assertThat(report.obstacle()).isEqualTo(Obstacle.BROKEN);
    }

    @Test
    void messagesWithoutEndAfterTheHandshakeAreCut() {
        Report report = probed(peer -> {
            peer.handshake("PUB");
            forEver(peer, RawFrame.message(new byte[32 * 1024]).encoded());
        });

        assertThat(report.version()).isEqualTo("3.1");
        assertThat(report.socketType()).isEqualTo("PUB");
        assertThat(report.answers()).hasSize(11);
    }

    @Test
    void aTypeThatFewTalkToIsAskedByThoseAsWell() {
        Report report = probed(peer -> {
            peer.handshake("SERVER");
            pong(peer);
        });

        assertThat(report.socketType()).isEqualTo("SERVER");
        assertThat(report.answers())
                .hasSize(12)
                .anySatisfy(answer -> assertThat(answer.as()).isEqualTo(SocketType.CLIENT));
    }

    @Test
    void metadataIsToldAsItComes() {
        Report report = probed(peer -> {
            peer.handshake("ROUTER", "Identity", "worker-7", "X-Region", "eu \u001b[31m");
            pong(peer);
        });

        assertThat(report.metadata()).containsEntry("Identity", "worker-7").containsEntry("X-Region", "eu \u001b[31m");
    }

    @Test
    void anErrorInPlaceOfReadyMeansNotLetIn() {
        Report report = probed(peer -> {
            peer.send(Greeting.v31().encoded());
            peer.expectGreeting();
            peer.send(RawFrame.command("ERROR", Bytes.concat(new byte[] {3}, Bytes.utf8("400"))));
            peer.expectClosed(PATIENT);
        });

        assertThat(report.obstacle()).isEqualTo(Obstacle.NOT_LET_IN);
        assertThat(report.sentence()).contains("does not let us in: 400", "ZAP");
    }

    @ParameterizedTest
    @CsvSource({
        "PLAIN,--plain USER",
        "CURVE,--curve-server-key KEY",
        "GSSAPI,--gssapi-client SERVICE",
        "XYZZY,not known here"
    })
    void theMechanismThatIsDemandedIsNamedWithWhatToDo(String mechanism, String says) {
        Report report = probed(peer -> {
            peer.send(new Greeting(3, 1, mechanism, true).encoded());
            peer.expectClosed(PATIENT);
        });

        assertThat(report.obstacle()).isEqualTo(Obstacle.SECURITY);
        assertThat(report.sentence()).contains(mechanism, says);
        assertThat(report.asServer()).isTrue();
    }

    @Test
    void aPeerOfZmtp30IsAskedWithoutPing() {
        Report report = probed(peer -> {
            peer.send(Greeting.v30().encoded());
            peer.expectGreeting();
            peer.send(RawFrame.ready("PULL"));
            peer.expectClosed(PATIENT);
        });

        assertThat(report.obstacle()).isNull();
        assertThat(report.version()).isEqualTo("3.0");
        assertThat(report.roundTrip()).isNull();
        assertThat(report.answers())
                .filteredOn(a -> a.as().equals(SocketType.PUSH))
                .first()
                .satisfies(a -> assertThat(a.kind()).isEqualTo(Answer.Kind.READY));
    }

    @ParameterizedTest
    @CsvSource({"00,1.0,", "01,2.0,PUSH", "02,2.0,PUSH"})
    void aPeerOfZmtp20IsToldByItsGreetingAndHearsNoIdentity(String revision, String version, @Nullable String type) {
        Report report = probed(peer -> {
            peer.send("FF0000000000000001 7F");
            peer.read(10);
            peer.send(revision + "08");
            assertThat(peer.expectClosed(PATIENT)).as("a major version at most").hasSizeLessThan(2);
        });

        assertThat(report.obstacle()).isNull();
        assertThat(report.version()).isEqualTo(version);
        assertThat(report.revision()).isEqualTo(Integer.parseInt(revision));
        assertThat(report.socketType()).isEqualTo(type);
        assertThat(report.sentence()).contains("ZMTP " + version, "has no security");
    }

    @Test
    void anOldPeerKnowsNoSecurity() {
        try (var server = ScriptedServer.tcp(peer -> {
            peer.send("0100");
            peer.expectClosed(PATIENT);
        })) {
            Report report = Probe.of(server.endpoint(), null, Plain.client("ann", "secret"), PATIENT);

            assertThat(report.obstacle()).isEqualTo(Obstacle.SECURITY);
        }
    }

    @Test
    void aPeerOfZmtp10IsToldWithoutSayingAnything() throws Exception {
        var said = new CompletableFuture<byte[]>();
        Report report = probed(peer -> {
            peer.send("0100");
            said.complete(peer.expectClosed(PATIENT));
        });

        assertThat(report.version()).isEqualTo("1.0");
        assertThat(report.sentence()).contains("does not tell its socket type");
        assertThat(said.get())
                .as("what would make it a peer that gets messages")
                .isEmpty();
    }

    @Test
    void aPeerThatWaitsForTheFirstReadyIsAskedAsTypesThatDoNoHarm() {
        Report report = probed(
                peer -> {
                    peer.send(Greeting.v31().encoded());
                    peer.expectGreeting();
                    RawFrame first = peer.readFrame();
                    if (new String(first.body(), StandardCharsets.US_ASCII).endsWith("SUB")) {
                        peer.send(RawFrame.ready("PUB"));
                        pong(peer);
                    }
                },
                LONG_ENOUGH);

        assertThat(report.obstacle()).isNull();
        assertThat(report.socketType()).isEqualTo("PUB");
    }

    @Test
    void aPeerThatGreetsAndHangsIsBroken() {
        Report report;
        try (var server = ScriptedServer.tcp(peer -> {
            peer.send(Greeting.v31().encoded());
            peer.expectClosed(PATIENT);
        })) {
            report = Probe.of(server.endpoint(), SocketType.REQ, Security.none(), LONG_ENOUGH);
        }

        assertThat(report.obstacle()).isEqualTo(Obstacle.BROKEN);
        assertThat(report.sentence()).contains("does not go on");
    }

    @Test
    void aTypeThatNobodyKnowsIsTold() {
        Report report = probed(peer -> {
            peer.send(Greeting.v31().encoded());
            peer.expectGreeting();
            peer.send(RawFrame.ready("QUUX"));
            peer.expectClosed(PATIENT);
        });

        assertThat(report.socketType()).isEqualTo("QUUX");
    }

    @Test
    void anIpcPeerIsProbedAsOneOverTcp() {
        try (var server = new ScriptedServer(RawListener.ipc(), peer -> {
            peer.handshake("REP");
            pong(peer);
        })) {
            Report report = Probe.of(server.endpoint(), SocketType.REQ, Security.none(), PATIENT);

            assertThat(report.obstacle()).isNull();
            assertThat(report.transport()).isEqualTo("ipc");
            assertThat(report.roundTrip()).isPositive();
        }
    }

    @Test
    void nobodyListens() {
        String endpoint = Ports.tcpEndpoint();
        Report report = Probe.of(endpoint, null, Security.none(), PATIENT);

        assertThat(report.obstacle()).isEqualTo(Obstacle.NOBODY_LISTENS);
        assertThat(report.sentence())
                .startsWith(endpoint + " has nobody who listens at ")
                .contains("not started, has another port");
    }

    private static void pong(RawPeer peer) {
        while (true) {
            RawFrame frame = peer.readFrame();
            if (frame.isCommand() && frame.commandName().equals("PING")) {
                peer.send(RawFrame.command("PONG", new byte[0]));
            }
        }
    }

    private static void forEver(RawPeer peer, byte[] bytes) {
        while (true) {
            peer.send(bytes);
        }
    }

    private static Report probed(Consumer<RawPeer> script) {
        return probed(script, PATIENT);
    }

    private static Report probed(Consumer<RawPeer> script, Duration timeout) {
        try (var server = ScriptedServer.tcp(script)) {
            return Probe.of(server.endpoint(), null, Security.none(), timeout);
        }
    }
}
