package io.zmq4j.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.Receiver;
import io.zmq4j.Sender;
import io.zmq4j.Socket;
import io.zmq4j.SubSocket;
import io.zmq4j.curve.CurveCertificate;
import io.zmq4j.curve.CurveKeyPair;
import io.zmq4j.event.Received;
import io.zmq4j.message.Message;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.security.Authenticator;
import io.zmq4j.zmtp.SocketType;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** CURVE with libzmq, each in both roles: who is known to be whom, and what survives a reconnect. */
class CurveLibzmqTest {
    @RegisterExtension
    static final Libzmq LIBZMQ = new Libzmq();

    @RegisterExtension
    final Rig rig = new Rig();

    /** Ends with the context. */
    private void letInTheClient() {
        Authenticator.start(
                rig.context(),
                rules -> rules.curve(
                        Authenticator.EVERY_DOMAIN,
                        List.of(CurveRoles.CLIENT.publicKey().toBytes())));
    }

    /** Our side is the server or the client, and the first or the second of the pair; who binds is the server. */
    @ParameterizedTest(name = "{0} over {1}, ours serves: {2}, ours is the first: {3}")
    @MethodSource("io.zmq4j.interop.SecuredPair#conversations")
    void bothTalk(SecuredPair pair, Transport transport, boolean serves, boolean isFirst) {
        SocketType mine = pair.ours(isFirst);
        SocketType theirs = pair.theirs(isFirst);
        Socket ours;
        LibzmqSocket other;
        if (serves) {
            letInTheClient();
            ours = CurveRoles.server(rig, mine);
            other = CurveRoles.client(LIBZMQ, theirs);
            other.connect(ours.bind(transport.freshEndpoint()).uri());
        } else {
            ours = CurveRoles.client(rig, mine);
            other = CurveRoles.server(LIBZMQ, theirs);
            ours.connect(other.bind(transport.freshEndpoint()));
        }
        pair.talk(ours, other, isFirst, peer -> {
            assertThat(peer.mechanism()).isEqualTo("CURVE");
            assertThat(peer.userId()).isEqualTo(serves ? CurveRoles.userId(CurveRoles.CLIENT) : null);
            assertThat(peer.type()).isEqualTo(theirs.name());
        });
    }

    @EveryWire
    void ourServerMayConnectAndTheirClientBind(Transport transport) {
        Socket pull = CurveRoles.server(rig, SocketType.PULL);
        LibzmqSocket push = CurveRoles.client(LIBZMQ, SocketType.PUSH);
        pull.connect(push.bind(transport.freshEndpoint()));
        push.send("hello");

        assertThat(Rig.receiveText((Receiver) pull)).isEqualTo("hello");
    }

    @EveryWire
    void theirServerMayConnectAndOurClientBind(Transport transport) {
        Socket push = CurveRoles.client(rig, SocketType.PUSH);
        LibzmqSocket pull = CurveRoles.server(LIBZMQ, SocketType.PULL);
        pull.connect(push.bind(transport.freshEndpoint()).uri());
        Rig.send((Sender) push, "hello");

        assertThat(pull.receive()).isEqualTo(Message.of("hello"));
    }

    @EveryWire
    void settingsInTextAreTheSame(Transport transport) {
        Socket pull = rig.context().socket(SocketType.PULL);
        pull.set("SECURITY", "CURVE role=server secretkey=" + CurveRoles.secret(CurveRoles.SERVER));
        LibzmqSocket push = CurveRoles.client(LIBZMQ, SocketType.PUSH);
        push.connect(pull.bind(transport.freshEndpoint()).uri());
        push.send("to the server");
        assertThat(Rig.receiveText((Receiver) pull)).isEqualTo("to the server");

        Socket client = rig.context().socket(SocketType.PUSH);
        client.set(
                "SECURITY",
                "CURVE serverkey=" + CurveRoles.SERVER.publicKey() + " secretkey="
                        + CurveRoles.secret(CurveRoles.CLIENT));
        LibzmqSocket server = CurveRoles.server(LIBZMQ, SocketType.PULL);
        client.connect(server.bind(transport.freshEndpoint()));
        Rig.send((Sender) client, "to theirs");
        assertThat(server.receive()).isEqualTo(Message.of("to theirs"));
    }

    /** Z85 has the % by which other values are escaped. */
    @Test
    void aKeyInTextIsTakenAsItIs() {
        String key = "0%4f0a%20a" + "0".repeat(30);

        assertThat(SocketOptions.SECURITY.parse("CURVE serverkey=" + key))
                .asString()
                .endsWith("serverkey=" + key);
        assertThat(SocketOptions.SECURITY.parse("CURVE role=server secretkey=" + key))
                .asString()
                .isEqualTo("CURVE role=server publickey=" + CurveKeyPair.of(key).publicKey());
    }

    @EveryWire
    void aClientMayHaveAKeyForOneDayOnly(Transport transport) {
        Socket push = rig.context().socket(SocketType.PUSH);
        push.set("SECURITY", "CURVE serverkey=" + CurveRoles.SERVER.publicKey());
        LibzmqSocket pull = CurveRoles.server(LIBZMQ, SocketType.PULL);
        push.connect(pull.bind(transport.freshEndpoint()));
        Rig.send((Sender) push, "from somebody");

        assertThat(pull.receive()).isEqualTo(Message.of("from somebody"));
    }

    @EveryWire
    void theirAuthenticatorReadsOurCertificates(Transport transport, @TempDir Path directory) {
        CurveCertificate.of(CurveRoles.CLIENT, Map.of("name", "ann")).savePublic(directory.resolve("ann.key"));
        LIBZMQ.run("keys", directory.toString());
        LibzmqSocket pull = CurveRoles.server(LIBZMQ, SocketType.PULL);
        Socket push = CurveRoles.client(rig, SocketType.PUSH);
        push.connect(pull.bind(transport.freshEndpoint()));
        Rig.send((Sender) push, "hello");

        assertThat(pull.receive()).isEqualTo(Message.of("hello"));
    }

    @EveryWire
    void whatOurHandlerSaysOfAClientComesWithItsMessages(Transport transport) {
        ScriptedHandler.start(
                rig,
                request -> ScriptedHandler.reply(
                        request, "200", "OK", request.text(2) + ":" + request.text(5) + ":" + request.bytes(6).length));
        Socket pull = CurveRoles.server(rig, SocketType.PULL);
        pull.set(SocketOptions.ZAP_DOMAIN, "orders");
        LibzmqSocket push = CurveRoles.client(LIBZMQ, SocketType.PUSH);
        push.connect(pull.bind(transport.freshEndpoint()).uri());
        push.send("hello");

        Received received = ((Receiver) pull).receiveFrom(Rig.PATIENCE).orElseThrow();
        assertThat(received.message()).isEqualTo(Message.of("hello"));
        assertThat(received.peer().userId()).isEqualTo("orders:CURVE:32");
    }

    @EveryWire
    void ourSubscriptionsSurviveAReconnect(Transport transport) {
        String endpoint = transport.freshEndpoint();
        LibzmqSocket pub = CurveRoles.server(LIBZMQ, SocketType.XPUB);
        pub.bind(endpoint);
        var sub = (SubSocket) CurveRoles.client(rig, SocketType.SUB);
        sub.subscribe("a");
        sub.connect(endpoint);
        assertThat(pub.receive()).isEqualTo(Message.of("\1a"));
        pub.close();
        Rig.awaitPeers(sub, 0);

        LibzmqSocket again = CurveRoles.server(LIBZMQ, SocketType.XPUB);
        again.bind(endpoint);
        assertThat(again.receive()).isEqualTo(Message.of("\1a"));
        again.send("a word");
        assertThat(Rig.receiveText(sub)).isEqualTo("a word");
    }

    @EveryWire
    void theirSubscriptionsSurviveAReconnect(Transport transport) {
        String endpoint = transport.freshEndpoint();
        Socket xpub = CurveRoles.server(rig, SocketType.XPUB);
        xpub.bind(endpoint);
        LibzmqSocket sub = CurveRoles.client(LIBZMQ, SocketType.SUB);
        sub.subscribe("a");
        sub.connect(endpoint);
        assertThat(Rig.receiveText((Receiver) xpub)).isEqualTo("\1a");
        xpub.close();

        Socket again = CurveRoles.server(rig, SocketType.XPUB);
        again.bind(endpoint);
        // libzmq's socket says again what it wants in the application's calls only.
        Rig.await("the subscription", () -> {
            sub.attend();
            return again.awaitPeer(Rig.MOMENT);
        });
        assertThat(Rig.receiveText((Receiver) again)).isEqualTo("\1a");
        Rig.send((Sender) again, "a word");
        assertThat(sub.receive()).isEqualTo(Message.of("a word"));
    }

    /** Each connection has new keys: what was sealed for the one before cannot be used, so it is sealed anew. */
    @EveryWire
    void whatWasQueuedWhileTheServerWasAwayArrives(Transport transport) {
        String endpoint = transport.freshEndpoint();
        Socket push = CurveRoles.client(rig, SocketType.PUSH);
        LibzmqSocket pull = CurveRoles.server(LIBZMQ, SocketType.PULL);
        pull.bind(endpoint);
        push.connect(endpoint);
        Rig.send((Sender) push, "first");
        assertThat(pull.receive()).isEqualTo(Message.of("first"));
        pull.close();
        Rig.awaitPeers(push, 0);
        for (int i = 0; i < 100; i++) {
            Rig.send((Sender) push, Integer.toString(i));
        }

        LibzmqSocket again = CurveRoles.server(LIBZMQ, SocketType.PULL);
        again.bind(endpoint);
        again.beginCheck(100);
        again.finish();
    }
}
