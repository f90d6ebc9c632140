package io.zmq4j.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.Receiver;
import io.zmq4j.Sender;
import io.zmq4j.Socket;
import io.zmq4j.SubSocket;
import io.zmq4j.curve.CurveKeyPair;
import io.zmq4j.event.Peer;
import io.zmq4j.event.Received;
import io.zmq4j.event.SocketEvent.Type;
import io.zmq4j.message.Message;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.security.Authenticator;
import io.zmq4j.testkit.Bytes;
import io.zmq4j.zmtp.CloseReason;
import io.zmq4j.zmtp.mechanism.Plain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zeromq.SocketType;
import org.zeromq.ZAuth;
import org.zeromq.ZMQ;

/** PLAIN and CURVE with JeroMQ as the peer, over tcp, each in both roles. */
class SecuredJeromqTest {
    /** Below the high-water marks: JeroMQ's are looked at by the thread that sends. */
    private static final int MANY = 900;

    private static final int LARGE = 1_000_000;

    @RegisterExtension
    final Rig rig = new Rig();

    @RegisterExtension
    final JeromqPeers jeromq = new JeromqPeers();

    private enum Mechanism {
        PLAIN("ann") {
            @Override
            Socket server(Rig rig, io.zmq4j.zmtp.SocketType type) {
                Socket server = rig.context().socket(type);
                server.set(SocketOptions.SECURITY, Plain.server());
                return server;
            }

            @Override
            Socket client(Rig rig, io.zmq4j.zmtp.SocketType type) {
                Socket client = rig.context().socket(type);
                client.set(SocketOptions.SECURITY, Plain.client("ann", "secret"));
                return client;
            }

            @Override
            void server(ZMQ.Socket socket) {
                socket.setPlainServer(true);
            }

            @Override
            void client(ZMQ.Socket socket) {
                socket.setPlainUsername("ann");
                socket.setPlainPassword("secret");
            }
        },
        CURVE(CurveRoles.userId(CurveRoles.CLIENT)) {
            @Override
            Socket server(Rig rig, io.zmq4j.zmtp.SocketType type) {
                return CurveRoles.server(rig, type);
            }

            @Override
            Socket client(Rig rig, io.zmq4j.zmtp.SocketType type) {
                return CurveRoles.client(rig, type);
            }

            @Override
            void server(ZMQ.Socket socket) {
                socket.setCurveServer(true);
                keys(socket, CurveRoles.SERVER);
            }

            @Override
            void client(ZMQ.Socket socket) {
                socket.setCurveServerKey(CurveRoles.SERVER.publicKey().toBytes());
                keys(socket, CurveRoles.CLIENT);
            }
        };

        final String userId;

        Mechanism(String userId) {
            this.userId = userId;
        }

        abstract Socket server(Rig rig, io.zmq4j.zmtp.SocketType type);

        abstract Socket client(Rig rig, io.zmq4j.zmtp.SocketType type);

        abstract void server(ZMQ.Socket socket);

        abstract void client(ZMQ.Socket socket);
    }

    private static void keys(ZMQ.Socket socket, CurveKeyPair own) {
        socket.setCurvePublicKey(own.publicKey().toBytes());
        socket.setCurveSecretKey(own.secretKey());
    }

    /** Lets in the one client of each mechanism. Ends with the context. */
    private void letInTheClients() {
        Authenticator.start(rig.context(), rules -> {
            rules.plain(Authenticator.EVERY_DOMAIN, Map.of("ann", "secret"));
            rules.curve(
                    Authenticator.EVERY_DOMAIN,
                    List.of(CurveRoles.CLIENT.publicKey().toBytes()));
        });
    }

    /** Our server with their client, who has come in. */
    private ZMQ.Socket admitted(Socket server, SocketType type, Mechanism mechanism) {
        String endpoint = server.bind(Transport.TCP.freshEndpoint()).uri();
        return jeromq.connected(type, mechanism::client, endpoint, server);
    }

    /** Their server, to which our client connects. */
    private ZMQ.Socket served(SocketType type, Mechanism mechanism, Socket client) {
        String endpoint = Transport.TCP.freshEndpoint();
        ZMQ.Socket server = jeromq.open(type);
        mechanism.server(server);
        assertThat(server.bind(endpoint)).isTrue();
        client.connect(endpoint);
        return server;
    }

    /** JeroMQ's own authenticator: PLAIN by a file, CURVE with any key. Ends with JeroMQ's context. */
    private void letUsIn(Path directory) throws IOException {
        Path users = Files.writeString(directory.resolve("users"), "ann=secret\n");
        var unused = new ZAuth(jeromq.context())
                .configurePlain("*", users.toString())
                .configureCurve(ZAuth.CURVE_ALLOW_ANY);
    }

    @ParameterizedTest
    @EnumSource(Mechanism.class)
    void theirReqAsksOurRep(Mechanism mechanism) {
        letInTheClients();
        Socket rep = mechanism.server(rig, io.zmq4j.zmtp.SocketType.REP);
        ZMQ.Socket req = admitted(rep, SocketType.REQ, mechanism);
        for (int i = 0; i < 100; i++) {
            assertThat(req.send("question " + i)).isTrue();
            Received question = ((Receiver) rep).receiveFrom(Rig.PATIENCE).orElseThrow();
            assertThat(question.message().text()).isEqualTo("question " + i);
            Peer peer = question.peer();
            assertThat(peer.mechanism()).isEqualTo(mechanism.name());
            assertThat(peer.userId()).isEqualTo(mechanism.userId);
            Rig.send((Sender) rep, "answer " + i);
            assertThat(req.recvStr()).isEqualTo("answer " + i);
        }
    }

    @ParameterizedTest
    @EnumSource(Mechanism.class)
    void ourReqAsksTheirRep(Mechanism mechanism, @TempDir Path directory) throws IOException {
        letUsIn(directory);
        Socket req = mechanism.client(rig, io.zmq4j.zmtp.SocketType.REQ);
        ZMQ.Socket rep = served(SocketType.REP, mechanism, req);
        for (int i = 0; i < 100; i++) {
            Rig.send((Sender) req, "question " + i);
            assertThat(rep.recvStr()).isEqualTo("question " + i);
            assertThat(rep.send("answer " + i)).isTrue();
            assertThat(Rig.receiveText((Receiver) req)).isEqualTo("answer " + i);
        }
    }

    @ParameterizedTest
    @EnumSource(Mechanism.class)
    void ourPubReachesTheirSub(Mechanism mechanism) {
        letInTheClients();
        Socket pub = mechanism.server(rig, io.zmq4j.zmtp.SocketType.PUB);
        ZMQ.Socket sub = admitted(pub, SocketType.SUB, mechanism);
        sub.subscribe("wanted");
        // JeroMQ looks at a new peer in the application's calls only.
        Rig.await("a subscription", () -> sub.getEvents() >= 0 && pub.awaitPeer(Rig.MOMENT));
        Rig.send((Sender) pub, "unwanted");
        Rig.send((Sender) pub, "wanted");
        assertThat(sub.recvStr()).isEqualTo("wanted");
    }

    @ParameterizedTest
    @EnumSource(Mechanism.class)
    void theirPubReachesOurSub(Mechanism mechanism, @TempDir Path directory) throws IOException {
        letUsIn(directory);
        var sub = (SubSocket) mechanism.client(rig, io.zmq4j.zmtp.SocketType.SUB);
        sub.subscribe("wanted");
        ZMQ.Socket xpub = served(SocketType.XPUB, mechanism, sub);
        assertThat(xpub.recv()).isEqualTo(Bytes.utf8("\u0001wanted"));
        assertThat(xpub.send("unwanted")).isTrue();
        assertThat(xpub.send("wanted")).isTrue();
        assertThat(Rig.receiveText(sub)).isEqualTo("wanted");
    }

    @ParameterizedTest
    @EnumSource(Mechanism.class)
    void muchArrivesInOrderWhereOursServes(Mechanism mechanism) {
        letInTheClients();
        Socket dealer = mechanism.server(rig, io.zmq4j.zmtp.SocketType.DEALER);
        exchange(dealer, admitted(dealer, SocketType.DEALER, mechanism));
    }

    @ParameterizedTest
    @EnumSource(Mechanism.class)
    void muchArrivesInOrderWhereTheirsServes(Mechanism mechanism, @TempDir Path directory) throws IOException {
        letUsIn(directory);
        Socket dealer = mechanism.client(rig, io.zmq4j.zmtp.SocketType.DEALER);
        exchange(dealer, served(SocketType.DEALER, mechanism, dealer));
    }

    private static void exchange(Socket ours, ZMQ.Socket theirs) {
        for (int i = 0; i < MANY; i++) {
            Rig.send((Sender) ours, Integer.toString(i));
        }
        for (int i = 0; i < MANY; i++) {
            assertThat(theirs.recvStr()).isEqualTo(Integer.toString(i));
        }
        for (int i = 0; i < MANY; i++) {
            assertThat(theirs.send(Integer.toString(i))).isTrue();
        }
        assertThat(Rig.receiveTexts((Receiver) ours, MANY)).startsWith("0", "1").endsWith(Integer.toString(MANY - 1));
        var large = new byte[LARGE];
        new Random(5).nextBytes(large);
        Rig.send((Sender) ours, Message.wrap(large));
        assertThat(theirs.recv()).isEqualTo(large);
        assertThat(theirs.send(large)).isTrue();
        assertThat(Rig.receive((Receiver) ours).bytes()).isEqualTo(large);
    }

    @Test
    void aStrangerOfTheirsDoesNotComeIn() {
        letInTheClients();
        Socket pull = CurveRoles.server(rig, io.zmq4j.zmtp.SocketType.PULL);
        EventLog events = EventLog.of(pull);
        String endpoint = pull.bind(Transport.TCP.freshEndpoint()).uri();
        Consumer<ZMQ.Socket> settings = push -> {
            push.setCurveServerKey(CurveRoles.SERVER.publicKey().toBytes());
            keys(push, CurveRoles.STRANGER);
        };
        var unused = jeromq.connected(SocketType.PUSH, settings, endpoint, pull, Type.HANDSHAKE_FAILED_AUTH);

        assertThat(events.await(Type.HANDSHAKE_FAILED_AUTH).value()).isEqualTo(400);
        assertThat(pull.peerCount()).isZero();
    }

    @Test
    void aClientOfTheirsThatTakesUsForAnotherDoesNotComeIn() {
        Socket pull = CurveRoles.server(rig, io.zmq4j.zmtp.SocketType.PULL);
        EventLog events = EventLog.of(pull);
        String endpoint = pull.bind(Transport.TCP.freshEndpoint()).uri();
        Consumer<ZMQ.Socket> settings = push -> {
            push.setCurveServerKey(CurveRoles.STRANGER.publicKey().toBytes());
            keys(push, CurveRoles.CLIENT);
        };
        var unused = jeromq.connected(SocketType.PUSH, settings, endpoint, pull, Type.HANDSHAKE_FAILED);

        // One of theirs that says nothing is given up, and then its handshake has failed as well.
        assertThat(Stream.generate(() -> events.await(Type.HANDSHAKE_FAILED).reason())
                        .dropWhile(reason -> reason == CloseReason.CONNECTION_LOST)
                        .findFirst())
                .contains(CloseReason.MALFORMED_COMMAND);
        assertThat(pull.peerCount()).isZero();
    }

    @Test
    void aWrongPasswordOfOursIsNotBelieved(@TempDir Path directory) throws IOException {
        letUsIn(directory);
        Socket push = rig.context().socket(io.zmq4j.zmtp.SocketType.PUSH);
        push.set(SocketOptions.LINGER, Duration.ZERO);
        push.set(SocketOptions.SECURITY, Plain.client("ann", "guessed"));
        EventLog events = EventLog.of(push);
        ZMQ.Socket unused = served(SocketType.PULL, Mechanism.PLAIN, push);

        assertThat(events.await(Type.HANDSHAKE_FAILED_AUTH).value()).isEqualTo(400);
        assertThat(push.peerCount()).isZero();
    }
}
