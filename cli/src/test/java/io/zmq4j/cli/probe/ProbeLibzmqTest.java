package io.zmq4j.cli.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.curve.Curve;
import io.zmq4j.curve.CurveKeyPair;
import io.zmq4j.curve.CurvePublicKey;
import io.zmq4j.testkit.Ports;
import io.zmq4j.testkit.PythonPeer;
import io.zmq4j.zmtp.SocketType;
import io.zmq4j.zmtp.mechanism.Plain;
import io.zmq4j.zmtp.mechanism.Security;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** libzmq at the other end: each socket type, each mechanism; and it notices nothing. */
@Timeout(60)
class ProbeLibzmqTest {
    private static final Duration PATIENT = Duration.ofSeconds(20);

    private static final String SERVER = """
            import sys, zmq
            socket = zmq.Context().socket(getattr(zmq, sys.argv[1]))
            socket.linger = 0
            socket.bind(sys.argv[2])
            print("BOUND")
            sys.stdin.readline()
            """;

    static Stream<SocketType> types() {
        // Debian's libzmq has no other.
        return SocketType.values().stream().filter(type -> type.number() <= SocketType.XSUB.number());
    }

    @ParameterizedTest
    @MethodSource("types")
    void eachTypeIsToldWithWhoMayTalkToIt(SocketType type) {
        String endpoint = Ports.tcpEndpoint();
        try (var python = new PythonPeer(SERVER, type.name(), endpoint)) {
            python.expectLine("BOUND", PATIENT);
            Report report = Probe.of(endpoint, null, Security.none(), PATIENT);

            assertThat(report.obstacle()).isNull();
            assertThat(report.sentence()).isEqualTo(endpoint + " is a " + type + " over ZMTP 3.1, without security");
            assertThat(report.socketType()).isEqualTo(type.name());
            assertThat(report.mechanism()).isEqualTo("NULL");
            assertThat(report.answers())
                    .hasSize(11)
                    .allSatisfy(answer ->
                            assertThat(answer.kind()).as(answer.toString()).isEqualTo(expected(answer.as(), type)));
            boolean anyReady = report.answers().stream().anyMatch(answer -> answer.kind() == Answer.Kind.READY);
            assertThat(report.roundTrip() != null).isEqualTo(anyReady);
        }
    }

    private static Answer.Kind expected(SocketType as, SocketType peer) {
        if (!as.accepts(peer)) {
            return Answer.Kind.CLOSES;
        }
        boolean wouldGiveAMessage = List.of("PUSH", "DEALER", "REQ", "PAIR").contains(peer.name());
        return wouldGiveAMessage ? Answer.Kind.NOT_TRIED : Answer.Kind.READY;
    }

    @Test
    void whatAPushHasForOthersIsNotTaken() {
        String endpoint = Ports.ipcEndpoint();
        try (var python = new PythonPeer("""
                import sys, threading, zmq
                context = zmq.Context()
                push = context.socket(zmq.PUSH)
                push.linger = 0
                push.bind(sys.argv[1])
                threading.Thread(target=lambda: push.send(b"task"), daemon=True).start()
                print("BOUND")
                sys.stdin.readline()
                pull = context.socket(zmq.PULL)
                pull.rcvtimeo = 20000
                pull.connect(sys.argv[1])
                print(pull.recv().decode())
                """, endpoint)) {
            python.expectLine("BOUND", PATIENT);
            Report report = Probe.of(endpoint, null, Security.none(), PATIENT);
            python.sendLine("go on");
            assertThat(report.socketType()).isEqualTo("PUSH");
            python.expectLine("task", PATIENT);
        }
    }

    @Test
    void theWrongTypeIsToldWithTheRightOnes() {
        String endpoint = Ports.tcpEndpoint();
        try (var python = new PythonPeer(SERVER, "PUB", endpoint)) {
            python.expectLine("BOUND", PATIENT);
            Report wrong = Probe.of(endpoint, SocketType.PULL, Security.none(), PATIENT);
            Report right = Probe.of(endpoint, SocketType.SUB, Security.none(), PATIENT);

            assertThat(wrong.obstacle()).isEqualTo(Obstacle.WRONG_TYPE);
            assertThat(wrong.sentence())
                    .isEqualTo(endpoint + " is a PUB, to which a PULL does not talk: SUB or XSUB does");
            assertThat(right.obstacle()).isNull();
        }
    }

    private static final String PLAIN_SERVER = """
            import sys, zmq
            from zmq.auth.thread import ThreadAuthenticator
            context = zmq.Context()
            auth = ThreadAuthenticator(context)
            auth.start()
            auth.configure_plain(domain="*", passwords={"ann": "secret"})
            socket = context.socket(zmq.REP)
            socket.linger = 0
            socket.plain_server = True
            socket.bind(sys.argv[1])
            print("BOUND")
            sys.stdin.readline()
            auth.stop()
            """;

    @Test
    void plainIsDemandedAndGoesThroughWithThePassword() {
        String endpoint = Ports.tcpEndpoint();
        try (var python = new PythonPeer(PLAIN_SERVER, endpoint)) {
            python.expectLine("BOUND", PATIENT);
            Report without = Probe.of(endpoint, null, Security.none(), PATIENT);
            Report wrong = Probe.of(endpoint, SocketType.REQ, Plain.client("ann", "guess"), Duration.ofSeconds(5));
            Report right = Probe.of(endpoint, null, Plain.client("ann", "secret"), PATIENT);

            assertThat(without.obstacle()).isEqualTo(Obstacle.SECURITY);
            assertThat(without.sentence()).contains("demands PLAIN", "--plain USER");
            assertThat(wrong.obstacle()).isEqualTo(Obstacle.NOT_LET_IN);
            assertThat(wrong.sentence()).contains("the user or the password is wrong");
            assertThat(right.obstacle()).isNull();
            assertThat(right.sentence()).endsWith("is a REP over ZMTP 3.1, secured with PLAIN");
            assertThat(right.roundTrip()).isPositive();
        }
    }

    private static final String CURVE_SERVER = """
            import sys, zmq
            public, secret = zmq.curve_keypair()
            context = zmq.Context()
            if len(sys.argv) > 3:
                from zmq.auth.thread import ThreadAuthenticator
                auth = ThreadAuthenticator(context)
                auth.start()
                auth.configure_curve(domain="*", location=sys.argv[3])
            socket = context.socket(getattr(zmq, sys.argv[2]))
            socket.linger = 0
            socket.curve_server = True
            socket.curve_secretkey = secret
            socket.bind(sys.argv[1])
            print(public.decode())
            sys.stdin.readline()
            """;

    @Test
    void curveIsDemandedAndGoesThroughWithTheServersKey() {
        String endpoint = Ports.tcpEndpoint();
        try (var python = new PythonPeer(CURVE_SERVER, endpoint, "PULL")) {
            CurvePublicKey key = CurvePublicKey.of(python.nextLine(PATIENT));
            Report without = Probe.of(endpoint, null, Security.none(), PATIENT);
            CurveKeyPair own = CurveKeyPair.generate();
            Report wrong =
                    Probe.of(endpoint, SocketType.PUSH, Curve.client(own, own.publicKey()), Duration.ofSeconds(5));
            Report right = Probe.of(endpoint, null, Curve.client(own, key), PATIENT);

            assertThat(without.obstacle()).isEqualTo(Obstacle.SECURITY);
            assertThat(without.sentence()).contains("demands CURVE", "--curve-server-key");
            assertThat(wrong.obstacle()).isEqualTo(Obstacle.NOT_LET_IN);
            assertThat(wrong.sentence()).contains("the server's key is another one");
            assertThat(right.obstacle()).isNull();
            assertThat(right.sentence()).endsWith("is a PULL over ZMTP 3.1, secured with CURVE");
            assertThat(right.answers())
                    .filteredOn(answer -> answer.kind() == Answer.Kind.READY)
                    .extracting(Answer::as)
                    .containsExactly(SocketType.PUSH);
        }
    }

    @Test
    void behindCurveATypeThatGivesMessagesIsNotFoundOutByItself() {
        String endpoint = Ports.tcpEndpoint();
        try (var python = new PythonPeer(CURVE_SERVER, endpoint, "PUSH")) {
            CurvePublicKey key = CurvePublicKey.of(python.nextLine(PATIENT));
            CurveKeyPair own = CurveKeyPair.generate();
            Report report = Probe.of(endpoint, null, Curve.client(own, key), PATIENT);
            Report asked = Probe.of(endpoint, SocketType.PULL, Curve.client(own, key), PATIENT);

            assertThat(report.obstacle()).isNull();
            assertThat(report.sentence()).contains("secured with CURVE", "PUSH, DEALER, REQ or PAIR; --as pull");
            assertThat(report.answers())
                    .filteredOn(answer -> answer.kind() == Answer.Kind.NOT_TRIED)
                    .extracting(Answer::as)
                    .containsExactly(
                            SocketType.PAIR, SocketType.REP, SocketType.DEALER, SocketType.ROUTER, SocketType.PULL);
            assertThat(asked.sentence()).endsWith("is a PUSH over ZMTP 3.1, secured with CURVE");
        }
    }

    @Test
    void aClientThatIsNotKnownIsNotLetIn(@TempDir Path nobody) {
        String endpoint = Ports.tcpEndpoint();
        try (var python = new PythonPeer(CURVE_SERVER, endpoint, "PULL", nobody.toString())) {
            CurvePublicKey key = CurvePublicKey.of(python.nextLine(PATIENT));
            Report report = Probe.of(endpoint, SocketType.PUSH, Curve.client(CurveKeyPair.generate(), key), PATIENT);

            assertThat(report.obstacle()).isEqualTo(Obstacle.NOT_LET_IN);
            assertThat(report.sentence()).contains("it does not let in this client's key");
        }
    }

    @Test
    void aServerWithoutSecurityIsToldToWhoHasSome() {
        String endpoint = Ports.tcpEndpoint();
        try (var python = new PythonPeer(SERVER, "REP", endpoint)) {
            python.expectLine("BOUND", PATIENT);
            Report report = Probe.of(endpoint, null, Plain.client("ann", "secret"), PATIENT);

            assertThat(report.obstacle()).isEqualTo(Obstacle.SECURITY);
            assertThat(report.sentence()).contains("demands no security, and this side has PLAIN");
        }
    }
}
