package io.zmq4j.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.Receiver;
import io.zmq4j.Socket;
import io.zmq4j.SubSocket;
import io.zmq4j.event.SocketEvent;
import io.zmq4j.event.SocketEvent.Type;
import io.zmq4j.message.Message;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.security.Authenticator;
import io.zmq4j.zmtp.CloseReason;
import io.zmq4j.zmtp.SocketType;
import io.zmq4j.zmtp.mechanism.Plain;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** PLAIN with libzmq, each in both roles, and who decides on either side. */
class PlainLibzmqTest {
    private static final String[] ANN = {"PLAIN_USERNAME=ann", "PLAIN_PASSWORD=secret"};
    private static final String[] MALLORY = {"PLAIN_USERNAME=ann", "PLAIN_PASSWORD=guessed"};

    @RegisterExtension
    static final Libzmq LIBZMQ = new Libzmq();

    @RegisterExtension
    final Rig rig = new Rig();

    /** Ends with the context. */
    private void authenticator() {
        Authenticator.start(rig.context(), rules -> rules.plain(Authenticator.EVERY_DOMAIN, Map.of("ann", "secret")));
    }

    private Socket server(SocketType type) {
        Socket server = rig.context().socket(type);
        server.set(SocketOptions.SECURITY, Plain.server());
        return server;
    }

    private Socket client(SocketType type, String password) {
        Socket client = rig.context().socket(type);
        client.set(SocketOptions.LINGER, Duration.ZERO);
        client.set(SocketOptions.SECURITY, Plain.client("ann", password));
        client.set(SocketOptions.RECONNECT_IVL, Duration.ofMillis(20));
        return client;
    }

    /** Our side is the server or the client, and the first or the second of the pair; who binds is the server. */
    @ParameterizedTest(name = "{0} over {1}, ours serves: {2}, ours is the first: {3}")
    @MethodSource("io.zmq4j.interop.SecuredPair#conversations")
    void bothTalk(SecuredPair pair, Transport transport, boolean serves, boolean isFirst) {
        SocketType mine = pair.ours(isFirst);
        SocketType theirs = pair.theirs(isFirst);
        authenticator();
        Socket ours = serves ? server(mine) : client(mine, "secret");
        LibzmqSocket other;
        if (serves) {
            other = LIBZMQ.open(theirs, ANN);
            other.connect(ours.bind(transport.freshEndpoint()).uri());
        } else {
            LIBZMQ.run("users", "ann=secret");
            other = LIBZMQ.open(theirs, "PLAIN_SERVER=1");
            ours.connect(other.bind(transport.freshEndpoint()));
        }
        pair.talk(ours, other, isFirst, peer -> {
            assertThat(peer.mechanism()).isEqualTo("PLAIN");
            assertThat(peer.userId()).isEqualTo(serves ? "ann" : null);
        });
    }

    @EveryWire
    void theServerMayConnectAndTheClientBind(Transport transport) {
        authenticator();
        Socket pull = server(SocketType.PULL);
        LibzmqSocket push = LIBZMQ.open(SocketType.PUSH, ANN);
        pull.connect(push.bind(transport.freshEndpoint()));
        push.send("hello");

        assertThat(Rig.receiveText((Receiver) pull)).isEqualTo("hello");
    }

    @EveryWire
    void aWrongPasswordIsAnEventOnBothSidesWhereOursServes(Transport transport) {
        authenticator();
        Socket pull = server(SocketType.PULL);
        EventLog events = EventLog.of(pull);
        LibzmqSocket push = LIBZMQ.open(SocketType.PUSH, MALLORY);
        push.connect(pull.bind(transport.freshEndpoint()).uri());

        SocketEvent event = events.await(Type.HANDSHAKE_FAILED_AUTH);
        assertThat(event.value()).isEqualTo(400);
        assertThat(event.detail()).doesNotContain("guessed");
        // Its own PLAIN misspells ERROR, and does not know the one of the RFC.
        push.await("HANDSHAKE_FAILED_PROTOCOL");
        assertThat(pull.peerCount()).isZero();
    }

    @EveryWire
    void aWrongPasswordIsAnEventOnBothSidesWhereLibzmqServes(Transport transport) {
        LIBZMQ.run("users", "ann=secret");
        LibzmqSocket pull = LIBZMQ.open(SocketType.PULL, "PLAIN_SERVER=1");
        Socket push = client(SocketType.PUSH, "guessed");
        EventLog events = EventLog.of(push);
        push.connect(pull.bind(transport.freshEndpoint()));

        SocketEvent event = events.await(Type.HANDSHAKE_FAILED_AUTH);
        assertThat(event.value()).isEqualTo(400);
        assertThat(event.reason()).isEqualTo(CloseReason.AUTHENTICATION_FAILED);
        assertThat(pull.await("HANDSHAKE_FAILED_AUTH")).isEqualTo(400);
        assertThat(events.await(Type.CONNECT_RETRIED).value()).isEqualTo(60_000);
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 400, 500})
    void libzmqsHandlersStatusIsUnderstood(int status) {
        LIBZMQ.run("decide", String.valueOf(status));
        LibzmqSocket pull = LIBZMQ.open(SocketType.PULL, "PLAIN_SERVER=1");
        Socket push = client(SocketType.PUSH, "secret");
        EventLog events = EventLog.of(push);
        push.connect(pull.bind(Transport.TCP.freshEndpoint()));

        assertThat(pull.await("HANDSHAKE_FAILED_AUTH")).isEqualTo(status);
        if (status == 300) {
            // libzmq says nothing more, and does not close either: the handshake's time is over sooner or later.
            assertThat(events.types()).doesNotContain(Type.HANDSHAKE_FAILED_AUTH);
        } else {
            assertThat(events.await(Type.HANDSHAKE_FAILED_AUTH).value()).isEqualTo(status);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"TCP", "IPC"})
    void subscriptionsSurviveAReconnect(Transport transport) {
        String endpoint = transport.freshEndpoint();
        LIBZMQ.run("users", "ann=secret");
        LibzmqSocket pub = LIBZMQ.open(SocketType.XPUB, "PLAIN_SERVER=1");
        pub.bind(endpoint);
        var sub = (SubSocket) client(SocketType.SUB, "secret");
        sub.subscribe("a");
        sub.connect(endpoint);
        assertThat(pub.receive()).isEqualTo(Message.of("\1a"));
        pub.close();
        Rig.awaitPeers(sub, 0);

        LibzmqSocket again = LIBZMQ.open(SocketType.XPUB, "PLAIN_SERVER=1");
        again.bind(endpoint);
        assertThat(again.receive()).isEqualTo(Message.of("\1a"));
        again.send("a topic");
        assertThat(Rig.receiveText(sub)).isEqualTo("a topic");
    }

    @Test
    void aMechanismThatIsNotOursIsRefusedEitherWay() {
        authenticator();
        Socket pull = server(SocketType.PULL);
        EventLog events = EventLog.of(pull);
        LibzmqSocket open = LIBZMQ.open(SocketType.PUSH);
        open.connect(pull.bind(Transport.TCP.freshEndpoint()).uri());

        SocketEvent event = events.await(Type.HANDSHAKE_FAILED);
        // libzmq mostly closes before it has said what it greets with.
        assertThat(event.reason()).isIn(CloseReason.MECHANISM_MISMATCH, CloseReason.CONNECTION_LOST);
        assertThat(event.detail()).contains("we greet with ZMTP 3.1, mechanism PLAIN");
        Socket push = client(SocketType.PUSH, "secret");
        EventLog others = EventLog.of(push);
        push.connect(LIBZMQ.open(SocketType.PULL).bind(Transport.TCP.freshEndpoint()));
        assertThat(others.await(Type.HANDSHAKE_FAILED).reason())
                .isIn(CloseReason.MECHANISM_MISMATCH, CloseReason.CONNECTION_LOST);
    }
}
