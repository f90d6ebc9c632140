package io.zmq4j.interop;

import static io.zmq4j.event.SocketEvent.Type.ACCEPTED;
import static io.zmq4j.event.SocketEvent.Type.BIND_FAILED;
import static io.zmq4j.event.SocketEvent.Type.CLOSED;
import static io.zmq4j.event.SocketEvent.Type.CONNECTED;
import static io.zmq4j.event.SocketEvent.Type.CONNECT_DELAYED;
import static io.zmq4j.event.SocketEvent.Type.CONNECT_RETRIED;
import static io.zmq4j.event.SocketEvent.Type.DISCONNECTED;
import static io.zmq4j.event.SocketEvent.Type.HANDSHAKE_FAILED;
import static io.zmq4j.event.SocketEvent.Type.HANDSHAKE_SUCCEEDED;
import static io.zmq4j.event.SocketEvent.Type.LISTENING;
import static io.zmq4j.event.SocketEvent.Type.MONITOR_STOPPED;
import static io.zmq4j.options.SocketOptions.LINGER;
import static io.zmq4j.options.SocketOptions.RECONNECT_IVL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.Binding;
import io.zmq4j.PairSocket;
import io.zmq4j.PullSocket;
import io.zmq4j.PushSocket;
import io.zmq4j.error.EndpointException;
import io.zmq4j.event.SocketEvent;
import io.zmq4j.message.Message;
import io.zmq4j.zmtp.CloseReason;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What sockets tell about their connections, to listeners and to monitor sockets. */
class EventTest {
    @RegisterExtension
    final Rig rig = new Rig();

    private PushSocket push() {
        PushSocket push = rig.context().push();
        push.set(LINGER, Duration.ZERO);
        push.set(RECONNECT_IVL, Duration.ofMillis(10));
        return push;
    }

    @EveryWire
    void aListenersLifeIsToldInOrder(Transport transport) {
        PullSocket pull = rig.context().pull();
        var events = EventLog.of(pull);
        String endpoint = pull.bind(transport.freshEndpoint()).uri();
        PushSocket push = push();
        push.connect(endpoint);
        SocketEvent accepted = events.await(HANDSHAKE_SUCCEEDED);
        Rig.awaitPeer(push);
        push.close();
        SocketEvent gone = events.await(DISCONNECTED);
        pull.unbind(endpoint);
        events.await(CLOSED);
        assertThat(events.types()).containsExactly(LISTENING, ACCEPTED, HANDSHAKE_SUCCEEDED, DISCONNECTED, CLOSED);
        assertThat(accepted.endpoint()).isEqualTo(endpoint);
        assertThat(accepted.peer()).isNotNull();
        assertThat(gone.reason()).isEqualTo(CloseReason.PEER_CLOSED);
    }

    @EveryWire
    void aConnectorsLifeIsToldInOrder(Transport transport) {
        String endpoint = transport.freshEndpoint();
        PullSocket pull = rig.context().pull();
        pull.bind(endpoint);
        PushSocket push = push();
        var events = EventLog.of(push);
        push.connect(endpoint);
        events.await(HANDSHAKE_SUCCEEDED);
        pull.close();
        assertThat(events.await(DISCONNECTED).reason()).isEqualTo(CloseReason.PEER_CLOSED);
        assertThat(events.await(CONNECT_RETRIED).value()).isPositive();
        PullSocket next = rig.context().pull();
        next.bind(endpoint);
        events.await(HANDSHAKE_SUCCEEDED);
        assertThat(events.types())
                .filteredOn(type -> type != CONNECT_DELAYED)
                .startsWith(CONNECTED, HANDSHAKE_SUCCEEDED, DISCONNECTED, CONNECT_RETRIED)
                .endsWith(CONNECTED, HANDSHAKE_SUCCEEDED);
    }

    @Test
    void sidesThatDoNotMatchSayWhy() {
        PullSocket pull = rig.context().pull();
        var events = EventLog.of(pull);
        var sub = rig.context().sub();
        sub.connect(pull.bind(Transport.TCP.freshEndpoint()));
        assertThat(events.await(HANDSHAKE_FAILED).reason()).isEqualTo(CloseReason.INCOMPATIBLE_SOCKET_TYPE);
    }

    @Test
    void aFailedBindIsTold() {
        PullSocket first = rig.context().pull();
        Binding door = first.bind(Transport.TCP.freshEndpoint());
        String endpoint = door.uri();
        PullSocket second = rig.context().pull();
        var events = EventLog.of(second);
        assertThatThrownBy(() -> second.bind(endpoint)).isInstanceOf(EndpointException.class);
        assertThat(events.await(BIND_FAILED).endpoint()).isEqualTo(endpoint);
        assertThat(door.peerCount()).isZero();
    }

    @Test
    @DisplayName("L3: a listener that throws disturbs neither the socket nor other listeners")
    void aListenerMayThrow() {
        PullSocket pull = rig.context().pull();
        var unused = pull.onEvent(event -> {
            throw new StackOverflowError("a listener's own fault");
        });
        var events = EventLog.of(pull);
        PushSocket push = push();
        push.connect(pull.bind(Transport.TCP.freshEndpoint()));
        events.await(HANDSHAKE_SUCCEEDED);
        Rig.send(push, "undisturbed");
        assertThat(Rig.receiveText(pull)).isEqualTo("undisturbed");
    }

    @Test
    @DisplayName("L3: a listener that blocks disturbs neither the socket nor its end")
    void aListenerMayBlock() throws InterruptedException {
        PullSocket pull = rig.context().pull();
        var blocked = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        var unused = pull.onEvent(event -> {
            blocked.countDown();
            awaitQuietly(release);
        });
        PushSocket push = push();
        push.connect(pull.bind(Transport.TCP.freshEndpoint()));
        assertThat(blocked.await(Rig.PATIENCE.toMillis(), TimeUnit.MILLISECONDS))
                .isTrue();
        Rig.send(push, "undisturbed");
        assertThat(Rig.receiveText(pull)).isEqualTo("undisturbed");
        rig.context().close(Rig.PATIENCE);
        release.countDown();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            boolean unused = latch.await(Rig.PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aClosedListenerHearsNoMore() throws Exception {
        PullSocket pull = rig.context().pull();
        var first = new CountDownLatch(1);
        var listened = new AtomicInteger();
        AutoCloseable listening = pull.onEvent(event -> {
            if (event.type() == LISTENING) {
                listened.incrementAndGet();
                first.countDown();
            }
        });
        pull.bind(Transport.TCP.freshEndpoint());
        assertThat(first.await(Rig.PATIENCE.toMillis(), TimeUnit.MILLISECONDS)).isTrue();
        listening.close();
        var events = EventLog.of(pull);
        pull.bind(Transport.TCP.freshEndpoint());
        events.await(LISTENING);
        assertThat(listened).hasValue(1);
    }

    @Test
    @DisplayName("a monitor socket gives events in libzmq's format")
    void monitorsSpeakLibzmqsFormat() {
        PullSocket pull = rig.context().pull();
        String monitorEndpoint = Transport.INPROC.freshEndpoint();
        pull.monitor(monitorEndpoint, 0xFFFF);
        PairSocket monitor = rig.context().pair();
        monitor.connect(monitorEndpoint);
        String endpoint = pull.bind(Transport.TCP.freshEndpoint()).uri();
        expectEvent(monitor, LISTENING, endpoint);
        PushSocket push = push();
        push.connect(endpoint);
        expectEvent(monitor, ACCEPTED, endpoint);
        expectEvent(monitor, HANDSHAKE_SUCCEEDED, endpoint);
        push.close();
        expectEvent(monitor, DISCONNECTED, endpoint);
        pull.close();
        Message last;
        do {
            last = Rig.receive(monitor);
        } while (eventNumber(last) != MONITOR_STOPPED.number());
        assertThat(last.frameCount()).isEqualTo(2);
    }

    @Test
    void aMonitorGivesTheWantedEventsOnly() {
        PullSocket pull = rig.context().pull();
        String monitorEndpoint = Transport.INPROC.freshEndpoint();
        pull.monitor(monitorEndpoint, DISCONNECTED.number());
        PairSocket monitor = rig.context().pair();
        monitor.connect(monitorEndpoint);
        String endpoint = pull.bind(Transport.TCP.freshEndpoint()).uri();
        PushSocket push = push();
        push.connect(endpoint);
        Rig.awaitPeer(pull);
        push.close();
        expectEvent(monitor, DISCONNECTED, endpoint);
    }

    private static void expectEvent(PairSocket monitor, SocketEvent.Type type, String endpoint) {
        Message event = Rig.receive(monitor);
        assertThat(event.frameCount()).isEqualTo(2);
        assertThat(event.size(0)).isEqualTo(Short.BYTES + Integer.BYTES);
        assertThat(eventNumber(event)).as("number of " + type).isEqualTo(type.number());
        assertThat(event.text(1)).isEqualTo(endpoint);
    }

    private static int eventNumber(Message event) {
        return Short.toUnsignedInt(
                ByteBuffer.wrap(event.bytes(0)).order(ByteOrder.nativeOrder()).getShort());
    }
}
