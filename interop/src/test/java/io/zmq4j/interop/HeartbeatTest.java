package io.zmq4j.interop;

import static io.zmq4j.event.SocketEvent.Type.ACCEPTED;
import static io.zmq4j.event.SocketEvent.Type.DISCONNECTED;
import static io.zmq4j.event.SocketEvent.Type.HANDSHAKE_SUCCEEDED;
import static io.zmq4j.options.SocketOptions.HEARTBEAT_IVL;
import static io.zmq4j.options.SocketOptions.HEARTBEAT_TIMEOUT;
import static io.zmq4j.options.SocketOptions.HEARTBEAT_TTL;
import static io.zmq4j.options.SocketOptions.LINGER;
import static io.zmq4j.options.SocketOptions.RECONNECT_IVL;
import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.PullSocket;
import io.zmq4j.PushSocket;
import io.zmq4j.message.Message;
import io.zmq4j.test.FaultProxy;
import io.zmq4j.testkit.Bytes;
import io.zmq4j.testkit.RawFrame;
import io.zmq4j.testkit.RawListener;
import io.zmq4j.testkit.RawPeer;
import io.zmq4j.zmtp.CloseReason;
import io.zmq4j.zmtp.SocketType;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Finding out that a peer is gone though its connection is not (RFC 37, "Connection Heartbeating"). */
class HeartbeatTest {
    private static final Duration INTERVAL = Duration.ofMillis(50);
    private static final Duration TIMEOUT = Duration.ofMillis(150);

    @RegisterExtension
    static final Libzmq LIBZMQ = new Libzmq();

    @RegisterExtension
    final Rig rig = new Rig();

    private PullSocket beatingPull() {
        PullSocket pull = rig.context().pull();
        pull.set(HEARTBEAT_IVL, INTERVAL);
        pull.set(HEARTBEAT_TIMEOUT, TIMEOUT);
        return pull;
    }

    private PushSocket push() {
        PushSocket push = rig.context().push();
        push.set(LINGER, Duration.ZERO);
        push.set(RECONNECT_IVL, Duration.ofMillis(10));
        return push;
    }

    @EveryWire
    @DisplayName("E11, K2: a frozen peer is given up after interval and timeout, and connects again when it can")
    void aFrozenPeerIsGivenUp(Transport transport) {
        PullSocket pull = beatingPull();
        var events = EventLog.of(pull);
        try (var proxy = FaultProxy.to(pull.bind(transport.freshEndpoint()).uri())) {
            PushSocket push = push();
            push.set(HEARTBEAT_IVL, INTERVAL);
            push.set(HEARTBEAT_TIMEOUT, TIMEOUT);
            push.connect(proxy.uri());
            Rig.send(push, "before");
            assertThat(Rig.receiveText(pull)).isEqualTo("before");
            long start = System.nanoTime();
            proxy.stall();
            assertThat(events.await(DISCONNECTED).reason()).isEqualTo(CloseReason.HEARTBEAT_TIMEOUT);
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isLessThan(INTERVAL.plus(TIMEOUT).plusMillis(500));
            proxy.cut();
            events.await(HANDSHAKE_SUCCEEDED);
            Rig.send(push, "after");
            assertThat(Rig.receiveText(pull)).isEqualTo("after");
        }
    }

    @EveryWire
    void aLivingPeerIsKeptThroughSilence(Transport transport) {
        PullSocket pull = beatingPull();
        PushSocket push = push();
        push.connect(pull.bind(transport.freshEndpoint()));
        Rig.awaitPeer(pull);
        var events = EventLog.of(pull);
        assertThat(pull.receive(TIMEOUT.multipliedBy(3))).isEmpty();
        Rig.send(push, "still here");
        assertThat(Rig.receiveText(pull)).isEqualTo("still here");
        assertThat(events.types()).doesNotContain(DISCONNECTED);
        assertThat(pull.peerCount()).isEqualTo(1);
    }

    @EveryWire
    void libzmqIsKeptThroughSilence(Transport transport) {
        PullSocket pull = beatingPull();
        String endpoint = pull.bind(transport.freshEndpoint()).uri();
        LibzmqSocket push = LIBZMQ.open(
                SocketType.PUSH, "HEARTBEAT_IVL=" + INTERVAL.toMillis(), "HEARTBEAT_TIMEOUT=" + TIMEOUT.toMillis());
        push.connect(endpoint);
        var events = EventLog.of(pull);
        push.send("before");
        assertThat(Rig.receiveText(pull)).isEqualTo("before");
        assertThat(pull.receive(TIMEOUT.multipliedBy(3))).isEmpty();
        push.send("still here");
        assertThat(Rig.receiveText(pull)).isEqualTo("still here");
        assertThat(pull.peerCount()).isEqualTo(1);
        assertThat(events.types()).doesNotContain(DISCONNECTED);
    }

    @Test
    @DisplayName("RFC 37: a PING is answered by a PONG with its context, also without heartbeats of our own")
    void aPingIsAnswered() {
        PullSocket pull = rig.context().pull();
        try (var peer =
                RawPeer.connect(pull.bind(Transport.TCP.freshEndpoint()).uri()).handshake("PUSH")) {
            peer.send(RawFrame.command("PING", Bytes.hex("0000 636f6e74657874")));
            peer.expect(RawFrame.command("PONG", Bytes.utf8("context")));
        }
    }

    @Test
    @DisplayName("RFC 37: a peer that announced a time to live and falls silent for longer is given up")
    void aTimeToLiveIsKept() {
        PullSocket pull = rig.context().pull();
        var events = EventLog.of(pull);
        try (var peer =
                RawPeer.connect(pull.bind(Transport.TCP.freshEndpoint()).uri()).handshake("PUSH")) {
            peer.send(RawFrame.command("PING", Bytes.hex("0002")));
            peer.expect(RawFrame.command("PONG", new byte[0]));
            assertThat(events.await(DISCONNECTED).reason()).isEqualTo(CloseReason.HEARTBEAT_TIMEOUT);
        }
    }

    @Test
    @DisplayName("RFC 37: our PING announces HEARTBEAT_TTL in tenths of seconds")
    void ourTimeToLiveIsAnnounced() {
        PullSocket pull = beatingPull();
        pull.set(HEARTBEAT_TTL, Duration.ofMillis(1500));
        try (var listener = RawListener.tcp()) {
            pull.connect(listener.endpoint());
            try (var peer = listener.accept().handshake("PUSH")) {
                RawFrame ping = peer.readFrame();
                assertThat(ping.commandName()).isEqualTo("PING");
                assertThat(ping.commandData()).startsWith(0, 15);
            }
        }
    }

    @Test
    @DisplayName("E10: any received byte is life: a message that takes longer than the timeout arrives")
    void aSlowMessageIsLife() {
        PullSocket pull = beatingPull();
        var events = EventLog.of(pull);
        try (var proxy = FaultProxy.to(pull.bind(Transport.TCP.freshEndpoint()).uri())) {
            PushSocket push = push();
            push.connect(proxy.uri());
            Rig.awaitPeer(push);
            proxy.throttle(200_000);
            Rig.send(push, Message.wrap(new byte[100_000]));
            assertThat(Rig.receive(pull).size()).isEqualTo(100_000);
            assertThat(pull.peerCount()).isEqualTo(1);
            events.await(ACCEPTED);
            assertThat(events.types()).doesNotContain(DISCONNECTED);
        }
    }
}
