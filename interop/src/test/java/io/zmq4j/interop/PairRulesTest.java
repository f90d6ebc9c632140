package io.zmq4j.interop;

import static io.zmq4j.event.SocketEvent.Type.HANDSHAKE_FAILED;
import static io.zmq4j.options.SocketOptions.LINGER;
import static io.zmq4j.options.SocketOptions.RECONNECT_IVL;
import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.PairSocket;
import io.zmq4j.message.Message;
import io.zmq4j.zmtp.CloseReason;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.RegisterExtension;

/** PAIR (RFC 31) over real connections; its queues are in {@link QueueRulesTest}. */
class PairRulesTest {
    @RegisterExtension
    final Rig rig = new Rig();

    private PairSocket pair() {
        PairSocket pair = rig.context().pair();
        pair.set(LINGER, Duration.ZERO);
        pair.set(RECONNECT_IVL, Duration.ofMillis(10));
        return pair;
    }

    private static void exchange(PairSocket one, PairSocket other) {
        Rig.send(one, "there");
        assertThat(Rig.receiveText(other)).isEqualTo("there");
        Rig.send(other, "and", "", "back");
        assertThat(Rig.receive(one)).isEqualTo(Message.of("and", "", "back"));
    }

    @EveryTransport
    @DisplayName("RFC 31: PAIR MAY be connected to at most one PAIR peer")
    void aSecondPeerGetsNothing(Transport transport) {
        PairSocket centre = pair();
        String endpoint = centre.bind(transport.freshEndpoint()).uri();
        PairSocket first = pair();
        first.connect(endpoint);
        exchange(centre, first);
        PairSocket second = pair();
        second.connect(endpoint);
        for (int i = 0; i < 10; i++) {
            exchange(centre, first);
        }
        assertThat(centre.peerCount()).isEqualTo(1);
        assertThat(second.receive(Rig.MOMENT)).isEmpty();
    }

    @EveryTransport
    @DisplayName("RFC 31: PAIR MAY be connected to at most one PAIR peer; the next comes when it has left")
    void aWaitingPeerFollowsTheFirst(Transport transport) {
        PairSocket centre = pair();
        var events = EventLog.of(centre);
        String endpoint = centre.bind(transport.freshEndpoint()).uri();
        PairSocket first = pair();
        first.connect(endpoint);
        exchange(centre, first);
        PairSocket second = pair();
        second.connect(endpoint);
        assertThat(events.await(HANDSHAKE_FAILED).reason()).isEqualTo(CloseReason.REFUSED_BY_SOCKET);
        first.close();
        Rig.send(second, "my turn");
        assertThat(Rig.receiveText(centre)).isEqualTo("my turn");
    }
}
