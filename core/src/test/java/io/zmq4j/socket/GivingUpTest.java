package io.zmq4j.socket;

import static io.zmq4j.socket.Sockets.IN_TIME;
import static io.zmq4j.socket.Sockets.message;
import static io.zmq4j.socket.Sockets.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.zmq4j.error.SocketClosedException;
import io.zmq4j.error.WaitInterruptedException;
import io.zmq4j.error.WaitTimeoutException;
import io.zmq4j.event.DropReason;
import io.zmq4j.message.Message;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.pipe.PipeEnd;
import io.zmq4j.socket.Sockets.Running;
import io.zmq4j.zmtp.SocketType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every pattern, every way to give a call up, and the moments before, while and after it could succeed: the next ordinary
 * call goes on as if the given-up one had never been made, and each message comes once and in order.
 */
class GivingUpTest {
    private static final List<SocketType> RECEIVING = List.of(
            SocketType.PAIR,
            SocketType.REQ,
            SocketType.REP,
            SocketType.DEALER,
            SocketType.ROUTER,
            SocketType.SUB,
            SocketType.XPUB,
            SocketType.XSUB,
            SocketType.PULL);
    private static final List<SocketType> SENDING = List.of(
            SocketType.PAIR,
            SocketType.REQ,
            SocketType.REP,
            SocketType.DEALER,
            SocketType.ROUTER,
            SocketType.PUB,
            SocketType.XPUB,
            SocketType.XSUB,
            SocketType.PUSH);
    private static final int ROUNDS = 2;

    enum Way {
        CANCEL,
        VALUE_OF_ITS_OWN,
        TIME_LIMIT,
        DEADLINE,
        OPTION,
        INTERRUPT
    }

    enum End {
        SOCKET,
        CONTEXT
    }

    enum When {
        NOTHING,
        COMING,
        THERE
    }

    static Stream<Arguments> receives() {
        return combine(RECEIVING, Way.values());
    }

    static Stream<Arguments> endedReceives() {
        return combine(RECEIVING, End.values());
    }

    static Stream<Arguments> sends() {
        return combine(SENDING, Way.values()).filter(cell -> mayBe((SocketType) cell.get()[0], (When) cell.get()[3]));
    }

    static Stream<Arguments> endedSends() {
        return combine(SENDING, End.values()).filter(cell -> mayBe((SocketType) cell.get()[0], (When) cell.get()[3]));
    }

    /** Only these wait for a peer; the others drop, or have nobody to answer. */
    private static boolean mayBe(SocketType type, When when) {
        return when == When.THERE
                || type == SocketType.PAIR
                || type == SocketType.REQ
                || type == SocketType.DEALER
                || type == SocketType.PUSH;
    }

    private static Stream<Arguments> combine(List<SocketType> types, Object[] ways) {
        return types.stream()
                .flatMap(type -> Stream.of("tcp://127.0.0.1:*", "inproc://give-up")
                        .flatMap(endpoint -> Arrays.stream(ways)
                                .flatMap(way -> Arrays.stream(When.values())
                                        .map(when -> arguments(type, endpoint, way, when)))));
    }

    @ParameterizedTest(name = "{0} {1} {2} {3}")
    @MethodSource("receives")
    void aReceiveThatIsGivenUpLeavesNoTrace(SocketType type, String endpoint, Way way, When when) throws Exception {
        try (var rig = new Rig(type, endpoint)) {
            rig.meet();
            List<Integer> received = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                rig.beginReceive();
                int first = 2 * round;
                Running<?> sender = null;
                if (when == When.THERE) {
                    rig.comes(first);
                    rig.awaitReceivable();
                } else if (when == When.COMING) {
                    sender = new Running<>(() -> {
                        rig.comes(first);
                        return null;
                    });
                    spin();
                }
                Message given = giveUpReceiving(rig.socket, way, when);
                if (sender != null) {
                    sender.get();
                } else if (when == When.NOTHING) {
                    assertThat(given).isNull();
                    rig.comes(first);
                }
                received.add(rig.taken(given != null ? given : rig.socket.receive(IN_TIME)));
                rig.beginReceive();
                rig.comes(first + 1);
                received.add(rig.taken(rig.socket.receive(IN_TIME)));
            }
            assertThat(received)
                    .isEqualTo(IntStream.range(0, 2 * ROUNDS).boxed().toList());
            assertThat(rig.socket.dropped()).isEmpty();
        }
    }

    @ParameterizedTest(name = "{0} {1} {2} {3}")
    @MethodSource("endedReceives")
    void aReceiveIsEndedByTheEnd(SocketType type, String endpoint, End end, When when) throws Exception {
        try (var rig = new Rig(type, endpoint)) {
            rig.meet();
            rig.beginReceive();
            var future = when == When.THERE ? null : rig.socket.receiveAsync();
            var thread = when == When.NOTHING && type != SocketType.REQ && type != SocketType.REP
                    ? new Running<>(() -> rig.socket.receive())
                    : null;
            if (thread != null) {
                Sockets.awaitWaiting(thread.thread);
            }
            Running<?> sender = null;
            if (when == When.THERE) {
                rig.comes(0);
                rig.awaitReceivable();
            } else if (when == When.COMING) {
                sender = new Running<>(() -> {
                    rig.comes(0);
                    return null;
                });
                spin();
            }
            rig.end(end);

            if (future != null) {
                Message message = outcome(future, SocketClosedException.class);
                assertThat(when == When.NOTHING && message != null).isFalse();
                assertThat(message == null || number(rig.body(message)) == 0).isTrue();
            }
            if (thread != null) {
                assertThat(thread.failure()).isInstanceOf(SocketClosedException.class);
            }
            if (sender != null) {
                // It may wait for somebody to take the message.
                rig.peer.close();
                sender.failure();
            }
            assertThatThrownBy(() -> rig.socket.receive()).isInstanceOf(SocketClosedException.class);
            assertThat(rig.socket.receiveAsync()).isCompletedExceptionally();
            if (when == When.THERE && type != SocketType.XPUB) {
                assertThat(rig.socket.drops().count(DropReason.UNREAD_AT_CLOSE)).isEqualTo(1);
            }
        }
    }

    @ParameterizedTest(name = "{0} {1} {2} {3}")
    @MethodSource("sends")
    void aSendThatIsGivenUpLeavesNoTrace(SocketType type, String endpoint, Way way, When when) throws Exception {
        try (var rig = new Rig(type, endpoint)) {
            Running<?> comer = null;
            if (when == When.THERE) {
                rig.meet();
            } else if (when == When.COMING) {
                comer = new Running<>(() -> {
                    rig.connect();
                    return null;
                });
                spin();
            }
            rig.beginSend();
            boolean sent = giveUpSending(rig.socket, rig.outgoing(0), way, when);
            if (comer != null) {
                comer.get();
            } else if (when == When.NOTHING) {
                assertThat(sent).isFalse();
                rig.connect();
            }
            List<Integer> arrived = new ArrayList<>();
            if (sent) {
                arrived.add(rig.arrived());
                rig.beginSend();
            }
            assertThat(rig.socket.send(rig.outgoing(1), IN_TIME)).isTrue();
            arrived.add(rig.arrived());
            rig.beginSend();
            assertThat(rig.socket.send(rig.outgoing(2), IN_TIME)).isTrue();
            arrived.add(rig.arrived());
            assertThat(arrived).isEqualTo(sent ? List.of(0, 1, 2) : List.of(1, 2));
            // A REQ would say so itself: it takes one answer to each request.
            assertThat(type == SocketType.REP || rig.peer.tryReceive() == null).isTrue();
        }
    }

    @ParameterizedTest(name = "{0} {1} {2} {3}")
    @MethodSource("endedSends")
    void aSendIsEndedByTheEnd(SocketType type, String endpoint, End end, When when) throws Exception {
        try (var rig = new Rig(type, endpoint)) {
            Running<?> comer = null;
            if (when == When.THERE) {
                rig.meet();
                rig.beginSend();
            }
            var future = rig.socket.sendAsync(rig.outgoing(0));
            if (when == When.COMING) {
                comer = new Running<>(() -> {
                    rig.connect();
                    return null;
                });
                spin();
            }
            rig.end(end);

            future.handle((nothing, failure) -> {
                        assertThat(failure == null || failure instanceof SocketClosedException)
                                .as("%s", failure)
                                .isTrue();
                        assertThat(failure != null || when != When.NOTHING).isTrue();
                        return true;
                    })
                    .get(IN_TIME.toSeconds(), TimeUnit.SECONDS);
            if (comer != null) {
                rig.peer.close();
                comer.failure();
            }
            assertThatThrownBy(() -> rig.socket.send(rig.outgoing(1))).isInstanceOf(SocketClosedException.class);
            assertThat(rig.socket.sendAsync(rig.outgoing(1))).isCompletedExceptionally();
        }
    }

    private static final Random RANDOM = new Random(7);

    /** About as long as it takes the other thread to begin. */
    private static void spin() {
        for (int i = RANDOM.nextInt(2000); i > 0; i--) {
            Thread.onSpinWait();
        }
    }

    /** What came all the same, or null. */
    private static @Nullable Message giveUpReceiving(SocketCore socket, Way way, When when) throws Exception {
        switch (way) {
            case CANCEL -> {
                var future = socket.receiveAsync();
                boolean cancelled = future.cancel(true);
                assertThat(future.isDone()).isTrue();
                return cancelled ? null : future.getNow(null);
            }
            case VALUE_OF_ITS_OWN -> {
                var future = socket.receiveAsync();
                return future.complete(message(-1)) ? null : future.getNow(null);
            }
            case TIME_LIMIT -> {
                return outcome(socket.receiveAsync().orTimeout(100, TimeUnit.MICROSECONDS), TimeoutException.class);
            }
            case DEADLINE -> {
                return socket.receive(Duration.ofNanos(50_000));
            }
            case OPTION -> {
                socket.set(SocketOptions.RCVTIMEO, Duration.ofMillis(1));
                try {
                    return socket.receive();
                } catch (WaitTimeoutException e) {
                    return null;
                }
            }
            case INTERRUPT -> {
                var running = new Running<>(socket::receive);
                if (when == When.NOTHING) {
                    Sockets.awaitWaiting(running.thread);
                }
                running.thread.interrupt();
                Throwable failure = running.failure();
                if (failure != null) {
                    assertThat(failure).isInstanceOf(WaitInterruptedException.class);
                    return null;
                }
                return running.get();
            }
        }
        throw new AssertionError(way);
    }

    /** Whether it was sent all the same. */
    private static boolean giveUpSending(SocketCore socket, Message message, Way way, When when) throws Exception {
        switch (way) {
            case CANCEL -> {
                var future = socket.sendAsync(message);
                boolean cancelled = future.cancel(true);
                assertThat(future.isDone()).isTrue();
                return !cancelled;
            }
            case VALUE_OF_ITS_OWN -> {
                return !socket.sendAsync(message).complete(null);
            }
            case TIME_LIMIT -> {
                return socket.sendAsync(message)
                        .orTimeout(100, TimeUnit.MICROSECONDS)
                        .handle((nothing, failure) -> failure == null)
                        .get(IN_TIME.toSeconds(), TimeUnit.SECONDS);
            }
            case DEADLINE -> {
                return socket.send(message, Duration.ofNanos(50_000));
            }
            case OPTION -> {
                socket.set(SocketOptions.SNDTIMEO, Duration.ofMillis(1));
                try {
                    socket.send(message);
                    return true;
                } catch (WaitTimeoutException e) {
                    return false;
                }
            }
            case INTERRUPT -> {
                var running = new Running<>(() -> {
                    socket.send(message);
                    return true;
                });
                if (when == When.NOTHING) {
                    Sockets.awaitWaiting(running.thread);
                }
                running.thread.interrupt();
                Throwable failure = running.failure();
                if (failure != null) {
                    assertThat(failure).isInstanceOf(WaitInterruptedException.class);
                }
                return failure == null;
            }
        }
        throw new AssertionError(way);
    }

    /** The message, or null if the future failed with this. */
    private static @Nullable Message outcome(CompletableFuture<Message> future, Class<? extends Throwable> allowed)
            throws Exception {
        return future.handle((message, failure) -> {
                    if (failure instanceof CompletionException) {
                        failure = failure.getCause();
                    }
                    assertThat(failure == null || allowed.isInstance(failure))
                            .as("%s", failure)
                            .isTrue();
                    return message;
                })
                .get(IN_TIME.toSeconds(), TimeUnit.SECONDS);
    }

    /** A socket of the type, and a peer with which it can talk. */
    private static final class Rig implements AutoCloseable {
        private final Sockets sockets = new Sockets();
        final SocketCore socket;
        final SocketCore peer;
        private final String bound;
        private Message address = Message.empty();

        Rig(SocketType type, String endpoint) {
            socket = sockets.open(type);
            peer = sockets.openFar(peerOf(type), endpoint);
            for (SocketCore each : List.of(socket, peer)) {
                each.set(SocketOptions.LINGER, Duration.ZERO);
                if (each.type() == SocketType.SUB || each.type() == SocketType.XSUB) {
                    each.subscribe(new byte[0]);
                }
            }
            bound = socket.bind(endpoint).uri();
        }

        private static SocketType peerOf(SocketType type) {
            return SocketType.named(
                    switch (type.name()) {
                        case "DEALER" -> "DEALER";
                        case "XPUB" -> "XSUB";
                        case "XSUB" -> "XPUB";
                        default -> type.peers().get(0);
                    });
        }

        void connect() {
            peer.connect(bound);
        }

        /** Both know of each other. */
        void meet() {
            connect();
            assertThat(peer.awaitPeer(IN_TIME)).isTrue();
            assertThat(socket.awaitPeer(IN_TIME)).isTrue();
            if (socket.type() == SocketType.XPUB) {
                assertThat(socket.receive(IN_TIME)).as("its subscription").isNotNull();
            }
            if (peer.type() == SocketType.XPUB) {
                assertThat(peer.receive(IN_TIME)).as("its subscription").isNotNull();
            }
            if (socket.type() == SocketType.ROUTER) {
                peer.send(Message.of("who I am"));
                Message first = socket.receive(IN_TIME);
                assertThat(first).isNotNull();
                address = first;
            }
        }

        // ---- the socket receives

        /** What has to happen before the socket may receive. */
        void beginReceive() {
            if (socket.type() == SocketType.REQ) {
                assertThat(socket.send(Message.of("?"), IN_TIME)).isTrue();
                assertThat(peer.receive(IN_TIME)).isNotNull();
            }
        }

        void comes(int number) {
            assertThat(peer.send(message(number), IN_TIME)).isTrue();
        }

        void awaitReceivable() {
            Sockets.awaitUntil("a message can be received", () -> {
                PipeEnd only = socket.pattern().onlyPipe();
                if (only != null) {
                    only.pull();
                }
                return socket.pattern().canReceive();
            });
        }

        Message body(Message message) {
            return socket.type() == SocketType.ROUTER ? message.from(1) : message;
        }

        /** The number of a message that was received, which is answered if it has to be. */
        int taken(@Nullable Message message) {
            assertThat(message).isNotNull();
            if (socket.type() == SocketType.REP) {
                socket.send(message);
                assertThat(peer.receive(IN_TIME)).isEqualTo(message);
            }
            return number(body(message));
        }

        // ---- the socket sends

        /** What has to happen before the socket may send. */
        void beginSend() {
            if (socket.type() == SocketType.REP) {
                assertThat(peer.send(Message.of("?"), IN_TIME)).isTrue();
                assertThat(socket.receive(IN_TIME)).isNotNull();
            }
        }

        Message outgoing(int number) {
            return socket.type() == SocketType.ROUTER ? message(number).prepend(address.bytes(0)) : message(number);
        }

        /** The number of the next message that the peer gets, which is answered if it has to be. */
        int arrived() {
            Message message = peer.receive(IN_TIME);
            assertThat(message).isNotNull();
            if (socket.type() == SocketType.REQ) {
                peer.send(message);
                assertThat(socket.receive(IN_TIME)).isEqualTo(message);
            }
            return number(message);
        }

        void end(End end) {
            if (end == End.SOCKET) {
                socket.close();
            } else {
                sockets.here.close(Duration.ofSeconds(1));
            }
        }

        @Override
        public void close() {
            sockets.close();
        }
    }
}
