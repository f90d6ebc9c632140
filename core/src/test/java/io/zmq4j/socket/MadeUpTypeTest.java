package io.zmq4j.socket;

import static io.zmq4j.socket.Sockets.IN_TIME;
import static io.zmq4j.socket.Sockets.awaitUntil;
import static io.zmq4j.socket.Sockets.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.error.EndpointException;
import io.zmq4j.error.WaitTimeoutException;
import io.zmq4j.event.Peer;
import io.zmq4j.event.SocketEvent;
import io.zmq4j.message.Message;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.pattern.Pattern;
import io.zmq4j.pattern.Row;
import io.zmq4j.pattern.Traits;
import io.zmq4j.pipe.Pipe;
import io.zmq4j.zmtp.CloseReason;
import io.zmq4j.zmtp.SocketType;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A socket type is one file and one row: this is the file, and nothing else knows it. */
class MadeUpTypeTest {
    /** The last message that came is received first, and whoever came last is sent to. */
    private static final class Pile implements Pattern {
        private final List<Pipe> peers = new ArrayList<>();
        private final Deque<Message> pile = new ArrayDeque<>();
        private final Deque<Peer> senders = new ArrayDeque<>();

        @Override
        public boolean attach(Pipe pipe) {
            peers.add(0, pipe);
            readable(pipe);
            return true;
        }

        @Override
        public void detach(Pipe pipe) {
            peers.remove(pipe);
        }

        @Override
        public void readable(Pipe pipe) {
            for (Message message; (message = pipe.tryRead()) != null; ) {
                pile.push(message);
                senders.push(Objects.requireNonNull(pipe.sender()));
            }
        }

        @Override
        public void writable(Pipe pipe) {}

        @Override
        public boolean trySend(Message message) {
            for (Pipe peer : peers) {
                if (peer.tryWrite(message)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public @Nullable Message tryReceive(@Nullable Peer @Nullable [] wanted, int at) {
            Peer sender = senders.poll();
            if (wanted != null) {
                wanted[at] = sender;
            }
            return pile.poll();
        }

        @Override
        public boolean canSend() {
            return peers.stream().anyMatch(Pipe::canWrite);
        }

        @Override
        public boolean canReceive() {
            return !pile.isEmpty();
        }
    }

    private static final Row PILE = new Row(
                    SocketType.of("PILE", "PILE").announcingIdentity(),
                    Traits.of(Traits.Sending.WAITS).receiving().readingEagerly(),
                    (options, drops) -> new Pile())
            .having(SocketOptions.CONFLATE, SocketOptions.ROUTING_ID);

    private final Sockets sockets = new Sockets();

    @AfterEach
    void close() {
        sockets.close();
    }

    private SocketCore pile(String endpoint) {
        return (endpoint.startsWith("inproc:") ? sockets.here : sockets.there).open(PILE);
    }

    private static int waiting(SocketCore pile) {
        return pile.pattern().locked(pattern -> ((Pile) pattern).pile.size());
    }

    /** Why handshakes of a socket fail. */
    private static List<CloseReason> refusals(SocketCore socket) {
        var reasons = new CopyOnWriteArrayList<CloseReason>();
        socket.onEvent(
                event -> {
                    if (event.type() == SocketEvent.Type.HANDSHAKE_FAILED && event.reason() != null) {
                        reasons.add(event.reason());
                    }
                },
                false);
        return reasons;
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcp://127.0.0.1:*", "inproc://piles"})
    void twoOfThemTalk(String endpoint) {
        SocketCore bound = sockets.here.open(PILE);
        SocketCore connected = pile(endpoint);
        connected.connect(bound.bind(endpoint).uri());
        assertThat(bound.awaitPeer(IN_TIME)).isTrue();
        assertThat(connected.awaitPeer(IN_TIME)).isTrue();
        assertThat(bound.type()).hasToString("PILE");

        for (SocketCore from : List.of(bound, connected)) {
            SocketCore to = from == bound ? connected : bound;
            for (int number = 1; number <= 3; number++) {
                from.send(message(number));
            }
            awaitUntil("all are there", () -> waiting(to) == 3);
            assertThat(Sockets.receiveAll(to, 3)).containsExactly(3, 2, 1);
        }
    }

    @Test
    void itBehavesAsItsTraitsSay() {
        SocketCore pile = sockets.here.open(PILE);
        pile.set(SocketOptions.SNDTIMEO, Duration.ofMillis(1));

        assertThatThrownBy(() -> pile.send(message(1)))
                .isInstanceOf(WaitTimeoutException.class)
                .hasMessageContaining("PILE");
        assertThat(pile.conflatesInbound(pile.options())).isFalse();
        pile.set(SocketOptions.CONFLATE, true);
        assertThat(pile.conflatesInbound(pile.options())).isTrue();
        assertThat(pile.conflatesOutbound(pile.options())).isTrue();
        assertThatThrownBy(() -> pile.get(SocketOptions.ROUTER_MANDATORY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PILE");
        // Any message at any time, for whoever is there; and a command comes unasked.
        ProxyCore.checkCapture(pile);
        ProxyCore.checkControl(pile);
        ProxyCore.checkSides(pile, pile);
    }

    @Test
    void overAWireAPushRefusesItAndIsRefused() {
        SocketCore push = sockets.here.open(SocketType.PUSH);
        SocketCore pile = sockets.there.open(PILE);
        var pushWasTold = refusals(push);
        var pileWasTold = refusals(pile);
        pile.connect(push.bind("tcp://127.0.0.1:*").uri());

        awaitUntil("both are told", () -> !pushWasTold.isEmpty() && !pileWasTold.isEmpty());
        // Whoever is second may hear of the refusal instead.
        assertThat(pushWasTold.get(0) == CloseReason.INCOMPATIBLE_SOCKET_TYPE
                        || pileWasTold.get(0) == CloseReason.INCOMPATIBLE_SOCKET_TYPE)
                .as("%s and %s", pushWasTold, pileWasTold)
                .isTrue();
        assertThat(push.peerCount()).isZero();
        assertThat(pile.peerCount()).isZero();
    }

    @Test
    void withinAContextItCannotBeConnectedToAPush() {
        sockets.here.open(SocketType.PUSH).bind("inproc://push");

        assertThatThrownBy(() -> sockets.here.open(PILE).connect("inproc://push"))
                .isInstanceOf(EndpointException.class)
                .hasMessageContaining("it is bound by PUSH, and PILE cannot talk to that");
    }

    @Test
    void nobodyElseKnowsIt() {
        assertThatThrownBy(() -> sockets.here.open(PILE.type())).isInstanceOf(IllegalArgumentException.class);
    }
}
