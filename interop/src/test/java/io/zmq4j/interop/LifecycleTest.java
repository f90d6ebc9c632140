package io.zmq4j.interop;

import static io.zmq4j.event.SocketEvent.Type.CONNECT_RETRIED;
import static io.zmq4j.options.SocketOptions.BACKLOG;
import static io.zmq4j.options.SocketOptions.LINGER;
import static io.zmq4j.options.SocketOptions.RECONNECT_IVL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.Context;
import io.zmq4j.PullSocket;
import io.zmq4j.PushSocket;
import io.zmq4j.Receiver;
import io.zmq4j.Sender;
import io.zmq4j.Socket;
import io.zmq4j.error.SocketClosedException;
import io.zmq4j.message.Message;
import io.zmq4j.testkit.RawFrame;
import io.zmq4j.testkit.RawPeer;
import io.zmq4j.zmtp.SocketType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Ends of sockets and contexts, and that they leave nothing behind. */
class LifecycleTest {
    @RegisterExtension
    final Rig rig = new Rig();

    @ParameterizedTest
    @MethodSource("io.zmq4j.zmtp.SocketType#values")
    @DisplayName("L7: closing twice does nothing, and use after close is a defined error")
    void useAfterCloseIsAnError(SocketType type) {
        Socket socket = rig.context().socket(type);
        boolean usesUdp = type.speech() == SocketType.Speech.DATAGRAMS;
        String endpoint = socket.bind(usesUdp ? "udp://127.0.0.1:*" : Transport.TCP.freshEndpoint())
                .uri();
        socket.close();
        socket.close();
        assertThat(socket.isClosed()).isTrue();
        assertThat(socket.type()).isEqualTo(type);
        assertThat(socket.drops()).isEmpty();
        assertThatThrownBy(() -> socket.bind(endpoint)).isInstanceOf(SocketClosedException.class);
        assertThatThrownBy(() -> socket.connect(endpoint)).isInstanceOf(SocketClosedException.class);
        assertThatThrownBy(() -> socket.unbind(endpoint)).isInstanceOf(SocketClosedException.class);
        assertThatThrownBy(() -> socket.disconnect(endpoint)).isInstanceOf(SocketClosedException.class);
    }

    static Stream<SocketType> senders() {
        return SocketType.values().stream()
                .filter(type -> !List.of("PULL", "SUB", "GATHER", "DISH").contains(type.name()));
    }

    static Stream<SocketType> receivers() {
        return SocketType.values().stream()
                .filter(type -> !List.of("PUSH", "PUB", "SCATTER", "RADIO").contains(type.name()));
    }

    @ParameterizedTest
    @MethodSource("senders")
    @DisplayName("L7: sending after close is a defined error")
    void sendingAfterCloseIsAnError(SocketType type) {
        var socket = rig.context().socket(type);
        socket.close();
        var sender = (Sender) socket;
        assertThatThrownBy(() -> sender.send("late")).isInstanceOf(SocketClosedException.class);
        assertThatThrownBy(() -> sender.trySend(Message.of("late"))).isInstanceOf(SocketClosedException.class);
        assertThatThrownBy(() -> Rig.result(sender.sendAsync(Message.of("late"))))
                .isInstanceOf(SocketClosedException.class);
    }

    @ParameterizedTest
    @MethodSource("receivers")
    @DisplayName("L7: receiving after close is a defined error")
    void receivingAfterCloseIsAnError(SocketType type) {
        var socket = rig.context().socket(type);
        socket.close();
        var receiver = (Receiver) socket;
        assertThatThrownBy(receiver::receive).isInstanceOf(SocketClosedException.class);
        assertThatThrownBy(receiver::tryReceive).isInstanceOf(SocketClosedException.class);
        assertThatThrownBy(() -> receiver.receive(Rig.MOMENT)).isInstanceOf(SocketClosedException.class);
    }

    @Test
    @DisplayName("L7: closing a context twice does nothing, and it opens no more sockets")
    void aClosedContextOpensNothing() {
        Context context = rig.newContext();
        PullSocket pull = context.pull();
        context.close();
        context.close();
        assertThat(context.isClosed()).isTrue();
        assertThat(pull.isClosed()).isTrue();
        assertThatThrownBy(context::pull).isInstanceOf(SocketClosedException.class);
    }

    @Test
    @DisplayName("L6: a context closes while a hundred sockets connect, bind and are watched")
    void aBusyContextCloses() {
        Context context = rig.newContext();
        String absent = Transport.TCP.freshEndpoint();
        for (int i = 0; i < 50; i++) {
            PushSocket push = context.push();
            push.set(LINGER, Duration.ZERO);
            push.set(RECONNECT_IVL, Duration.ofMillis(1));
            push.monitor("inproc://monitor " + i, 0xFFFF);
            push.connect(absent);
            PullSocket pull = context.pull();
            var unused = EventLog.of(pull);
            push.connect(pull.bind("tcp://127.0.0.1:*"));
            push.send("under way");
        }
        long start = System.nanoTime();
        context.close(Rig.PATIENCE);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    @DisplayName("a context may be closed by many threads at once, and all wait for the same end")
    void manyMayCloseAContext() {
        Context context = rig.newContext();
        PullSocket pull = context.pull();
        pull.bind(Transport.TCP.freshEndpoint());
        List<Future<?>> closings = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            closings.add(rig.start(() -> context.close(Rig.PATIENCE)));
        }
        closings.forEach(Rig::result);
        assertThat(context.isClosed()).isTrue();
    }

    @Test
    @DisplayName("contexts and sockets leave no descriptor behind")
    void nothingIsLeftBehind() {
        exchangeInAContextOfItsOwn();
        int before = Descriptors.open();
        for (int i = 0; i < 50; i++) {
            exchangeInAContextOfItsOwn();
        }
        Rig.await("the descriptors are back", () -> Descriptors.open() <= before);
    }

    private static void exchangeInAContextOfItsOwn() {
        try (var context = Context.create()) {
            for (Transport transport : Transport.values()) {
                PullSocket pull = context.pull();
                PushSocket push = context.push();
                push.connect(pull.bind(transport.freshEndpoint()));
                push.send("hello");
                assertThat(Rig.receiveText(pull)).isEqualTo("hello");
            }
        }
    }

    @Test
    @DisplayName("contexts leave no thread behind")
    void noThreadIsLeftBehind() {
        exchangeInAContextOfItsOwn();
        int before = Thread.activeCount();
        for (int i = 0; i < 20; i++) {
            exchangeInAContextOfItsOwn();
        }
        Rig.await("the threads are gone", () -> Thread.activeCount() <= before);
    }

    @Test
    @DisplayName("K5: thousands of connections that come and go leave no descriptor behind")
    void visitorsLeaveNothingBehind() {
        var victim = new Victim(rig);
        victim.visitor().close();
        victim.expectUnharmed();
        int before = Descriptors.open();
        for (int i = 0; i < 2000; i++) {
            victim.visitor().close();
        }
        victim.expectUnharmed();
        Rig.await("the descriptors are back", () -> Descriptors.open() <= before);
        assertThat(victim.pull().peerCount()).isEqualTo(1);
    }

    @Test
    @DisplayName("K6: hundreds of simultaneous connects are all served")
    void aCrowdIsServed() {
        PullSocket pull = rig.context().pull();
        pull.set(BACKLOG, 400);
        String endpoint = pull.bind(Transport.TCP.freshEndpoint()).uri();
        List<RawPeer> crowd = new ArrayList<>();
        try {
            for (int i = 0; i < 300; i++) {
                crowd.add(RawPeer.connect(endpoint));
            }
            for (RawPeer peer : crowd) {
                peer.handshake("PUSH");
                peer.send(RawFrame.message(new byte[] {1}));
            }
            for (int i = 0; i < crowd.size(); i++) {
                assertThat(Rig.receive(pull).size()).isEqualTo(1);
            }
        } finally {
            crowd.forEach(RawPeer::close);
        }
    }

    @Test
    @DisplayName("K10: a connection that is refused for long takes no more descriptors and no time of others")
    void refusalsTakeNothing() {
        PushSocket push = rig.context().push();
        push.set(LINGER, Duration.ZERO);
        push.set(RECONNECT_IVL, Duration.ofMillis(1));
        var events = EventLog.of(push);
        push.connect(Transport.TCP.freshEndpoint());
        events.await(CONNECT_RETRIED);
        int before = Descriptors.open();
        for (int i = 0; i < 100; i++) {
            events.await(CONNECT_RETRIED);
        }
        assertThat(Descriptors.open()).isLessThanOrEqualTo(before + 2);
        assertThatCode(push::close).doesNotThrowAnyException();
    }
}
