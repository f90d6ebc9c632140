package io.zmq4j.cli.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.zmq4j.cli.names.NameService;
import io.zmq4j.testkit.Ports;
import io.zmq4j.testkit.RawListener;
import java.net.InetAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.net.UnknownHostException;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Why an endpoint is not reached, a sentence each. */
@Timeout(60)
class RouteTest {
    private static final Duration PATIENT = Duration.ofSeconds(10);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "inproc://name | no other program can reach",
                "epgm://eth0;239.192.1.1:5555 | is multicast",
                "dns+tcp://work:5555 | says where others are",
                "ws://host:80 | a transport that is not known here",
                "nonsense | a transport that is not known here",
                "tcp://*:5555 | is to be bound",
                "tcp://localhost:* | is to be bound",
                "tcp://localhost:0 | is to be bound",
                "tcp://localhost | is no host and port",
                "tcp://10.0.0.1:5;localhost:6 | is no host and port",
                "tcp://localhost:http | has no port from 1 to 65535",
                "tcp://localhost:99999 | has no port from 1 to 65535",
                "ipc://* | is to be bound",
                "ipc://@name | abstract namespace",
                "ipc:// | a path of 0 bytes"
            })
    void whatCannotBeProbedIsToldWithWhy(String endpoint, String says) {
        var obstacle = catchThrowableOfType(ObstacleException.class, () -> Route.to(endpoint));

        assertThat(obstacle.obstacle()).isEqualTo(Obstacle.NOT_HERE);
        assertThat(obstacle).hasMessageContaining(says);
    }

    @Test
    void aPathThatIsTooLongIsToldByItsLength() {
        var obstacle = catchThrowableOfType(ObstacleException.class, () -> Route.to("ipc:///" + "x".repeat(107)));

        assertThat(obstacle).hasMessageContaining("a path of 108 bytes: 1 to 107");
    }

    @Test
    void aNameThatDoesNotResolveIsTold() {
        expect(
                unresolving(host -> {
                    throw new UnknownHostException(host);
                }),
                PATIENT,
                Obstacle.UNKNOWN_NAME,
                "does not resolve",
                "getent hosts no-such-host.invalid");
    }

    @Test
    void aNameServiceThatHangsIsNotWaitedForLonger() {
        var never = new CountDownLatch(1);
        expect(
                unresolving(host -> {
                    try {
                        never.await();
                    } catch (InterruptedException e) {
                        throw new AssertionError(e);
                    }
                    return new InetAddress[0];
                }),
                Duration.ofMillis(200),
                Obstacle.UNKNOWN_NAME,
                "said nothing in time");
    }

    private static Route unresolving(NameService.Lookup lookup) {
        return new TcpRoute("no-such-host.invalid", 5555, new NameService(lookup));
    }

    @Test
    void ofSeveralAddressesTheOneThatListensIsTaken() throws Exception {
        try (var listener = RawListener.tcp()) {
            int port = Integer.parseInt(listener.endpoint().replaceFirst(".*:", ""));
            var route = new TcpRoute("both", port, new NameService(host ->
                    new InetAddress[] {InetAddress.getByName("127.0.0.9"), InetAddress.getByName("127.0.0.1")}));
            try (Line line = route.open(PATIENT)) {
                assertThat(line.connected()).isPositive();
            }
            assertThat(route.address()).isEqualTo("127.0.0.1:" + port);
        }
    }

    @Test
    void failuresOfSeveralKindsAreListed() {
        var failures = List.of(
                new TcpFailure("127.0.0.1:5", Obstacle.NOBODY_LISTENS, "Connection refused"),
                new TcpFailure("[2001:db8::1]:5", Obstacle.UNREACHABLE, "Network is unreachable"));

        assertThat(TcpFailure.of(failures, PATIENT).sentence())
                .isEqualTo("has several addresses and none is reached: 127.0.0.1:5: Connection refused;"
                        + " [2001:db8::1]:5: Network is unreachable");
    }

    @Test
    void anAddressThatDoesNotAnswerIsToldWithItsTime() {
        var failure = TcpFailure.of(
                List.of(new TcpFailure("10.9.9.9:5555", Obstacle.NO_ANSWER, "no answer")), Duration.ofSeconds(2));

        assertThat(failure.obstacle()).isEqualTo(Obstacle.NO_ANSWER);
        assertThat(failure)
                .hasMessageContaining("no answer within 2000 ms from 10.9.9.9:5555")
                .hasMessageContaining("firewall");
    }

    @Test
    void anAddressWithoutAWayThereIsToldInTheSystemsWords() {
        var failure = TcpFailure.of(
                List.of(new TcpFailure("10.9.9.9:5555", Obstacle.UNREACHABLE, "No route to host")), PATIENT);

        assertThat(failure).hasMessage("cannot be reached at 10.9.9.9:5555: No route to host");
    }

    @Test
    void aPathWithoutFileIsTold() throws Exception {
        expect(Route.to(Ports.ipcEndpoint()), PATIENT, Obstacle.NO_FILE, "nobody has bound it");
        expect(Route.to("ipc:///no/such/folder/socket"), PATIENT, Obstacle.NO_FILE, "no directory /no/such/folder");
    }

    @Test
    void whatIsNoSocketIsTold(@TempDir Path folder) throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        expect(Route.to("ipc://" + file), PATIENT, Obstacle.NOT_A_SOCKET, "is a regular file");
        expect(Route.to("ipc://" + folder), PATIENT, Obstacle.NOT_A_SOCKET, "is a directory");
    }

    @Test
    void aSocketFileThatNobodyListensOnIsStale() throws Exception {
        Path path = Ports.ipcPath();
        try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(path));
        }
        expect(Route.to("ipc://" + path), PATIENT, Obstacle.STALE, "its program has ended without removing " + path);
    }

    @Test
    void aProgramThatAcceptsNobodyIsToldByItsFullBacklog() throws Exception {
        Path path = Ports.ipcPath();
        var waiting = new ArrayList<Line>();
        try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(path), 1);
            Route route = Route.to("ipc://" + path);
            var obstacle = catchThrowableOfType(ObstacleException.class, () -> {
                for (int i = 0; i < 10; i++) {
                    waiting.add(route.open(PATIENT));
                }
            });

            assertThat(obstacle.obstacle()).isEqualTo(Obstacle.NO_ANSWER);
            assertThat(obstacle).hasMessageContaining("its backlog is full");
        } finally {
            waiting.forEach(Line::close);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Permission denied,NO_PERMISSION,may not be used by this user",
        "Resource temporarily unavailable,NO_ANSWER,its backlog is full",
        "Protocol wrong type for socket,UNREACHABLE,Protocol wrong type for socket"
    })
    void theSystemsRefusalIsExplained(String reason, Obstacle obstacle, String says) {
        var refusal = IpcRoute.refusal(Path.of("/run/feed"), reason);

        assertThat(refusal.obstacle()).isEqualTo(obstacle);
        assertThat(refusal).hasMessageContaining(says);
    }

    private static void expect(Route route, Duration timeout, Obstacle obstacle, String... says) {
        var thrown = catchThrowableOfType(
                ObstacleException.class, () -> route.open(timeout).close());

        assertThat(thrown.obstacle()).isEqualTo(obstacle);
        assertThat(thrown.sentence()).contains(says);
    }
}
