package io.zmq4j.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.Receiver;
import io.zmq4j.Sender;
import io.zmq4j.Socket;
import io.zmq4j.curve.CurveCertificate;
import io.zmq4j.event.SocketEvent;
import io.zmq4j.event.SocketEvent.Type;
import io.zmq4j.message.Message;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.security.Authenticator;
import io.zmq4j.zmtp.CloseReason;
import io.zmq4j.zmtp.SocketType;
import io.zmq4j.zmtp.mechanism.Plain;
import io.zmq4j.zmtp.mechanism.Security;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** CURVE with libzmq, where a peer may not come in, and what both sides say of it. */
class CurveRefusedLibzmqTest {
    /** libzmq's number of what does not open. */
    private static final int CRYPTOGRAPHIC = 0x11000001;

    /** libzmq's numbers of what is wrong with the greeting. */
    private static final int MECHANISM_MISMATCH = 0x11000002;

    @RegisterExtension
    static final Libzmq LIBZMQ = new Libzmq();

    @RegisterExtension
    final Rig rig = new Rig();

    @EveryWire
    void aWrongServerKeyOfTheirsDoesNotOpenHere(Transport transport) {
        Socket pull = CurveRoles.server(rig, SocketType.PULL);
        EventLog events = EventLog.of(pull);
        LibzmqSocket push =
                CurveRoles.client(LIBZMQ, SocketType.PUSH, CurveRoles.CLIENT, CurveRoles.STRANGER.publicKey());
        push.connect(pull.bind(transport.freshEndpoint()).uri());

        SocketEvent event = events.await(Type.HANDSHAKE_FAILED);
        assertThat(event.reason()).isEqualTo(CloseReason.MALFORMED_COMMAND);
        assertThat(event.detail()).contains("HELLO");
        push.await("HANDSHAKE_FAILED_NO_DETAIL");
        assertThat(pull.peerCount()).isZero();
    }

    @EveryWire
    void aWrongServerKeyOfOursDoesNotOpenThere(Transport transport) {
        LibzmqSocket pull = CurveRoles.server(LIBZMQ, SocketType.PULL);
        Socket push = CurveRoles.client(rig, SocketType.PUSH, CurveRoles.CLIENT, CurveRoles.STRANGER.publicKey());
        EventLog events = EventLog.of(push);
        push.connect(pull.bind(transport.freshEndpoint()));

        assertThat(pull.await("HANDSHAKE_FAILED_PROTOCOL")).isEqualTo(CRYPTOGRAPHIC);
        SocketEvent event = events.await(Type.HANDSHAKE_FAILED);
        assertThat(event.reason()).isIn(CloseReason.PEER_CLOSED, CloseReason.CONNECTION_LOST);
        assertThat(push.peerCount()).isZero();
    }

    @EveryWire
    void aClientOfTheirsThatIsNotAllowedIsToldSo(Transport transport) {
        Authenticator.start(
                rig.context(),
                rules -> rules.curve(
                        Authenticator.EVERY_DOMAIN,
                        List.of(CurveRoles.CLIENT.publicKey().toBytes())));
        Socket pull = CurveRoles.server(rig, SocketType.PULL);
        EventLog events = EventLog.of(pull);
        LibzmqSocket push =
                CurveRoles.client(LIBZMQ, SocketType.PUSH, CurveRoles.STRANGER, CurveRoles.SERVER.publicKey());
        push.connect(pull.bind(transport.freshEndpoint()).uri());

        assertThat(events.await(Type.HANDSHAKE_FAILED_AUTH).value()).isEqualTo(400);
        assertThat(push.await("HANDSHAKE_FAILED_AUTH")).isEqualTo(400);
        assertThat(pull.peerCount()).isZero();
    }

    @EveryWire
    void aClientOfOursThatIsNotAllowedIsToldSo(Transport transport, @TempDir Path directory) {
        CurveCertificate.of(CurveRoles.CLIENT, Map.of()).savePublic(directory.resolve("client.key"));
        LIBZMQ.run("keys", directory.toString());
        LibzmqSocket pull = CurveRoles.server(LIBZMQ, SocketType.PULL);
        Socket push = CurveRoles.client(rig, SocketType.PUSH, CurveRoles.STRANGER, CurveRoles.SERVER.publicKey());
        EventLog events = EventLog.of(push);
        push.connect(pull.bind(transport.freshEndpoint()));

        SocketEvent event = events.await(Type.HANDSHAKE_FAILED_AUTH);
        assertThat(event.value()).isEqualTo(400);
        assertThat(event.reason()).isEqualTo(CloseReason.AUTHENTICATION_FAILED);
        assertThat(pull.await("HANDSHAKE_FAILED_AUTH")).isEqualTo(400);
        assertThat(events.await(Type.CONNECT_RETRIED).value()).isEqualTo(60_000);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 500})
    void aRefusalOfOurHandlerIsTheirEvent(int status) {
        ScriptedHandler.start(rig, request -> ScriptedHandler.reply(request, String.valueOf(status), "no", ""));
        Socket pull = CurveRoles.server(rig, SocketType.PULL);
        EventLog events = EventLog.of(pull);
        LibzmqSocket push = CurveRoles.client(LIBZMQ, SocketType.PUSH);
        push.connect(pull.bind(Transport.TCP.freshEndpoint()).uri());

        SocketEvent event = events.await(Type.HANDSHAKE_FAILED_AUTH);
        assertThat(event.value()).isEqualTo(status);
        assertThat(event.detail()).contains("no");
        assertThat(push.await("HANDSHAKE_FAILED_AUTH")).isEqualTo(status);
    }

    /** A client of libzmq comes back, and is let in once it may. */
    @Test
    void notNowOfOurHandlerIsTriedAgain() {
        var asked = new AtomicInteger();
        ScriptedHandler.start(
                rig,
                request -> ScriptedHandler.reply(request, asked.incrementAndGet() < 3 ? "300" : "200", "later", ""));
        Socket pull = CurveRoles.server(rig, SocketType.PULL);
        EventLog events = EventLog.of(pull);
        LibzmqSocket push = CurveRoles.client(LIBZMQ, SocketType.PUSH);
        push.connect(pull.bind(Transport.TCP.freshEndpoint()).uri());
        push.send("at last");

        assertThat(Rig.receiveText((Receiver) pull)).isEqualTo("at last");
        assertThat(events.await(Type.HANDSHAKE_FAILED_AUTH).value()).isEqualTo(300);
        assertThat(events.await(Type.HANDSHAKE_FAILED_AUTH).value()).isEqualTo(300);
        events.await(Type.HANDSHAKE_SUCCEEDED);
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 400, 500})
    void aStatusOfTheirHandlerIsUnderstood(int status) {
        LIBZMQ.run("decide", String.valueOf(status));
        LibzmqSocket pull = CurveRoles.server(LIBZMQ, SocketType.PULL);
        Socket push = CurveRoles.client(rig, SocketType.PUSH);
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

    @Test
    void theirHandlerMayLetUsIn() {
        LIBZMQ.run("decide", "200", "joe");
        LibzmqSocket pull = CurveRoles.server(LIBZMQ, SocketType.PULL);
        Socket push = CurveRoles.client(rig, SocketType.PUSH);
        push.connect(pull.bind(Transport.TCP.freshEndpoint()));
        Rig.send((Sender) push, "hello");

        assertThat(pull.receive()).isEqualTo(Message.of("hello"));
    }

    private static Message garbled(String what, Message request) {
        String version = request.text(0);
        String id = request.text(1);
        return switch (what) {
            case "frames" -> Message.of(version, id, "200", "OK", "joe");
            case "version" -> Message.of("1.1", id, "200", "OK", "joe", "");
            case "id" -> Message.of(version, id + "9", "200", "OK", "joe", "");
            case "status" -> Message.of(version, id, "2OO", "OK", "joe", "");
            case "metadata" -> Message.of(version, id, "200", "OK", "joe", "\5Level\0\0\1\0009");
            default -> throw new IllegalArgumentException(what);
        };
    }

    /** What this tells the client is that whoever decides has failed; nobody comes in by a slip. */
    @ParameterizedTest
    @ValueSource(strings = {"frames", "version", "status", "metadata"})
    void aMalformedReplyOfOurHandlerIsAFailure(String what) {
        ScriptedHandler.start(rig, request -> garbled(what, request));
        Socket pull = CurveRoles.server(rig, SocketType.PULL);
        EventLog events = EventLog.of(pull);
        LibzmqSocket push = CurveRoles.client(LIBZMQ, SocketType.PUSH);
        push.connect(pull.bind(Transport.TCP.freshEndpoint()).uri());

        assertThat(events.await(Type.HANDSHAKE_FAILED_AUTH).value()).isEqualTo(500);
        assertThat(push.await("HANDSHAKE_FAILED_AUTH")).isEqualTo(500);
        assertThat(events.types()).doesNotContain(Type.HANDSHAKE_SUCCEEDED);
    }

    /** An answer to no question is left alone: the question stands under its own time. */
    @Test
    void aReplyOfOurHandlerToAnotherQuestionIsNone() {
        ScriptedHandler.start(rig, request -> garbled("id", request));
        Socket pull = CurveRoles.server(rig, SocketType.PULL);
        pull.set(SocketOptions.HANDSHAKE_IVL, Duration.ofMillis(500));
        EventLog events = EventLog.of(pull);
        LibzmqSocket push = CurveRoles.client(LIBZMQ, SocketType.PUSH);
        push.connect(pull.bind(Transport.TCP.freshEndpoint()).uri());

        assertThat(events.await(Type.HANDSHAKE_FAILED).reason()).isEqualTo(CloseReason.HANDSHAKE_TIMEOUT);
        push.await("HANDSHAKE_FAILED_NO_DETAIL");
        assertThat(events.types()).doesNotContain(Type.HANDSHAKE_SUCCEEDED);
    }

    @Test
    void aDomainOfOursWaitsForSomebodyWhoDecides() {
        Socket pull = CurveRoles.server(rig, SocketType.PULL);
        pull.set(SocketOptions.ZAP_DOMAIN, "orders");
        EventLog events = EventLog.of(pull);
        LibzmqSocket push = CurveRoles.client(LIBZMQ, SocketType.PUSH);
        String endpoint = pull.bind(Transport.TCP.freshEndpoint()).uri();
        push.connect(endpoint);
        push.send("at last");
        assertThat(events.await(Type.HANDSHAKE_FAILED_AUTH).value()).isEqualTo(300);

        Authenticator.start(
                rig.context(),
                rules -> rules.curve(
                        "orders", List.of(CurveRoles.CLIENT.publicKey().toBytes())));
        assertThat(Rig.receiveText((Receiver) pull)).isEqualTo("at last");
    }

    @ParameterizedTest
    @ValueSource(strings = {"frames", "version", "id", "status", "metadata"})
    void aMalformedReplyOfTheirHandlerLetsUsNotIn(String what) {
        LIBZMQ.run("garble", what);
        LibzmqSocket pull = CurveRoles.server(LIBZMQ, SocketType.PULL);
        Socket push = CurveRoles.client(rig, SocketType.PUSH);
        EventLog events = EventLog.of(push);
        push.connect(pull.bind(Transport.TCP.freshEndpoint()));

        pull.await("HANDSHAKE_FAILED_PROTOCOL");
        events.await(Type.HANDSHAKE_FAILED);
        assertThat(events.types()).doesNotContain(Type.HANDSHAKE_SUCCEEDED);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"NULL", "PLAIN"})
    void aClientOfTheirsWithAnotherMechanismIsRefused(String mechanism) {
        Socket pull = CurveRoles.server(rig, SocketType.PULL);
        EventLog events = EventLog.of(pull);
        LibzmqSocket push = mechanism.equals("NULL")
                ? LIBZMQ.open(SocketType.PUSH)
                : LIBZMQ.open(SocketType.PUSH, "PLAIN_USERNAME=ann", "PLAIN_PASSWORD=secret");
        push.connect(pull.bind(Transport.TCP.freshEndpoint()).uri());

        SocketEvent event = events.await(Type.HANDSHAKE_FAILED);
        // libzmq mostly closes before it has said what it greets with.
        assertThat(event.reason()).isIn(CloseReason.MECHANISM_MISMATCH, CloseReason.CONNECTION_LOST);
        assertThat(event.detail()).contains("we greet with ZMTP 3.1, mechanism CURVE");
        assertThat(push.await("HANDSHAKE_FAILED_PROTOCOL")).isEqualTo(MECHANISM_MISMATCH);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"NULL", "PLAIN"})
    void aClientOfOursWithAnotherMechanismIsRefused(String mechanism) {
        Security other = mechanism.equals("NULL") ? Security.none() : Plain.client("ann", "secret");
        Socket push = rig.context().socket(SocketType.PUSH);
        push.set(SocketOptions.LINGER, Duration.ZERO);
        push.set(SocketOptions.SECURITY, other);
        EventLog events = EventLog.of(push);
        LibzmqSocket pull = CurveRoles.server(LIBZMQ, SocketType.PULL);
        push.connect(pull.bind(Transport.TCP.freshEndpoint()));

        assertThat(pull.await("HANDSHAKE_FAILED_PROTOCOL")).isEqualTo(MECHANISM_MISMATCH);
        assertThat(events.await(Type.HANDSHAKE_FAILED).reason())
                .isIn(CloseReason.MECHANISM_MISMATCH, CloseReason.CONNECTION_LOST);
    }

    @Test
    void aClientOfOursDoesNotSpeakToAnOpenServer() {
        Socket push = CurveRoles.client(rig, SocketType.PUSH);
        EventLog events = EventLog.of(push);
        LibzmqSocket pull = LIBZMQ.open(SocketType.PULL);
        push.connect(pull.bind(Transport.TCP.freshEndpoint()));

        assertThat(pull.await("HANDSHAKE_FAILED_PROTOCOL")).isEqualTo(MECHANISM_MISMATCH);
        assertThat(events.await(Type.HANDSHAKE_FAILED).reason())
                .isIn(CloseReason.MECHANISM_MISMATCH, CloseReason.CONNECTION_LOST);
        assertThat(push.peerCount()).isZero();
    }

    @Test
    void aClientOfTheirsIsNotSpokenToByAnOpenServer() {
        var pull = rig.context().pull();
        EventLog events = EventLog.of(pull);
        LibzmqSocket push = CurveRoles.client(LIBZMQ, SocketType.PUSH);
        push.connect(pull.bind(Transport.TCP.freshEndpoint()).uri());

        assertThat(push.await("HANDSHAKE_FAILED_PROTOCOL")).isEqualTo(MECHANISM_MISMATCH);
        assertThat(events.await(Type.HANDSHAKE_FAILED).reason())
                .isIn(CloseReason.MECHANISM_MISMATCH, CloseReason.CONNECTION_LOST);
        assertThat(pull.peerCount()).isZero();
    }
}
