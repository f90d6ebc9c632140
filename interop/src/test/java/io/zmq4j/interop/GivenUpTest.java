package io.zmq4j.interop;

import static io.zmq4j.options.SocketOptions.FOREVER;
import static io.zmq4j.options.SocketOptions.LINGER;
import static io.zmq4j.options.SocketOptions.RECONNECT_IVL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.Connection;
import io.zmq4j.Socket;
import io.zmq4j.SubSocket;
import io.zmq4j.error.EndpointException;
import io.zmq4j.event.EndpointState;
import io.zmq4j.event.SocketEvent;
import io.zmq4j.testkit.Bytes;
import io.zmq4j.testkit.RawListener;
import io.zmq4j.testkit.RawPeer;
import io.zmq4j.zmtp.CloseReason;
import io.zmq4j.zmtp.SocketType;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** An endpoint that is given up is not remembered: it may be connected again, and cannot be disconnected. */
class GivenUpTest {
    @RegisterExtension
    final Rig rig = new Rig();

    private Socket socket(SocketType type) {
        Socket socket = rig.context().socket(type);
        socket.set(LINGER, Duration.ZERO);
        if (socket instanceof SubSocket sub) {
            sub.subscribe("");
        }
        return socket;
    }

    static Stream<SocketType> typesOfZmtp() {
        return SocketType.values().stream().filter(type -> type.speech() == SocketType.Speech.ZMTP);
    }

    static Stream<Arguments> everyTypeOverEveryTransport() {
        return typesOfZmtp()
                .flatMap(type -> Arrays.stream(Transport.values()).map(transport -> Arguments.of(type, transport)));
    }

    private static SocketType partner(SocketType type) {
        return SocketType.values().stream()
                .filter(other -> type.accepts(other))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest(name = "{0} over {1}")
    @MethodSource("everyTypeOverEveryTransport")
    void withoutReconnectingItMayBeConnectedAgain(SocketType type, Transport transport) {
        Socket socket = socket(type);
        socket.set(RECONNECT_IVL, FOREVER);
        var events = EventLog.of(socket);
        String endpoint = transport.freshEndpoint();
        for (int life = 0; life < 2; life++) {
            Socket partner = socket(partner(type));
            partner.bind(endpoint);
            socket.connect(endpoint);
            Rig.awaitPeers(socket, 1);
            partner.close();
            events.await(SocketEvent.Type.CLOSED);
            assertThat(socket.peerCount()).isZero();
            assertThatThrownBy(() -> socket.disconnect(endpoint))
                    .isInstanceOf(EndpointException.class)
                    .hasMessageContaining("given up");
        }
    }

    @ParameterizedTest
    @MethodSource("typesOfZmtp")
    void whatSpokeNoZmtpIsTriedAgainLate(SocketType type) {
        Socket socket = socket(type);
        var events = EventLog.of(socket);
        try (RawListener listener = RawListener.tcp()) {
            Connection connection = socket.connect(listener.endpoint());
            try (RawPeer peer = listener.accept()) {
                peer.send(Bytes.utf8("HTTP/1.1 400 Bad Request\r\n\r\n"));
                assertThat(events.await(SocketEvent.Type.HANDSHAKE_FAILED).reason())
                        .isEqualTo(CloseReason.NOT_ZMTP);
            }
            assertThat(events.await(SocketEvent.Type.CONNECT_RETRIED).value()).isEqualTo(60_000);
            assertThat(connection.state()).isEqualTo(EndpointState.WAITING);
        }
    }
}
