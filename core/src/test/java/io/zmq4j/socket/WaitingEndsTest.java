package io.zmq4j.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.zmq4j.error.SocketClosedException;
import io.zmq4j.error.WaitInterruptedException;
import io.zmq4j.message.Message;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.socket.Sockets.Running;
import io.zmq4j.zmtp.SocketType;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Close, closing the context and an interrupt end every kind of wait, wherever it waits. */
class WaitingEndsTest {
    private static final Duration LONG = Duration.ofSeconds(60);

    private final Sockets sockets = new Sockets();

    @AfterEach
    void close() {
        sockets.close();
    }

    /** What waits, and what it waits with: bound, so that a loop is driven; or with nothing, so that it parks. */
    static Stream<Arguments> waits() {
        return Stream.of("tcp://127.0.0.1:*", "ipc://*", "inproc://waits")
                .flatMap(endpoint -> Stream.of(
                        wait("receive", endpoint, SocketType.PULL, socket -> socket.receive()),
                        wait("receive with a time", endpoint, SocketType.PULL, socket -> socket.receive(LONG)),
                        wait("send", endpoint, SocketType.PUSH, socket -> {
                            socket.send(Message.of("x"));
                            return null;
                        }),
                        wait(
                                "send with a time",
                                endpoint,
                                SocketType.PUSH,
                                socket -> socket.send(Message.of("x"), LONG)),
                        wait("awaitPeer", endpoint, SocketType.PULL, socket -> socket.awaitPeer(LONG)),
                        wait("request", endpoint, SocketType.REQ, socket -> socket.request(Message.of("x"), LONG, 1))));
    }

    private static Arguments wait(String name, String endpoint, SocketType type, Function<SocketCore, Object> action) {
        return arguments(name, endpoint, type, action);
    }

    private Running<Object> begin(SocketCore socket, Callable<Object> action) {
        var running = new Running<>(action);
        Sockets.awaitWaiting(running.thread);
        assertThat(socket.isClosed()).isFalse();
        return running;
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("waits")
    void closingTheSocketEndsIt(String name, String endpoint, SocketType type, Function<SocketCore, Object> action)
            throws Exception {
        SocketCore socket = sockets.open(type);
        socket.bind(endpoint);
        var running = begin(socket, () -> action.apply(socket));

        socket.close();

        assertThat(running.failure()).isInstanceOf(SocketClosedException.class);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("waits")
    void closingTheContextEndsIt(String name, String endpoint, SocketType type, Function<SocketCore, Object> action)
            throws Exception {
        SocketCore socket = sockets.open(type);
        socket.bind(endpoint);
        var running = begin(socket, () -> action.apply(socket));

        sockets.here.close(Duration.ofSeconds(1));

        assertThat(running.failure()).isInstanceOf(SocketClosedException.class);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("waits")
    void anInterruptEndsItAndLeavesTheSocketAsItWas(
            String name, String endpoint, SocketType type, Function<SocketCore, Object> action) throws Exception {
        SocketCore socket = sockets.open(type);
        String bound = socket.bind(endpoint).uri();
        var flag = new AtomicBoolean();
        var running = begin(socket, () -> {
            try {
                return action.apply(socket);
            } finally {
                flag.set(Thread.currentThread().isInterrupted());
            }
        });

        running.thread.interrupt();

        assertThat(running.failure()).isInstanceOf(WaitInterruptedException.class);
        assertThat(flag).as("the interrupt flag").isTrue();
        assertThat(socket.isClosed()).isFalse();
        SocketCore peer = sockets.openFar(peerOf(type), endpoint);
        peer.connect(bound);
        assertThat(socket.awaitPeer(Sockets.IN_TIME))
                .as("it still takes a peer")
                .isTrue();
    }

    private static SocketType peerOf(SocketType type) {
        return SocketType.named(type.peers().get(0));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("waits")
    void aSecondThreadsWaitEndsAsWell(
            String name, String endpoint, SocketType type, Function<SocketCore, Object> action) throws Exception {
        SocketCore socket = sockets.open(type);
        socket.bind(endpoint);
        var first = begin(socket, () -> action.apply(socket));
        var second = begin(socket, () -> action.apply(socket));

        socket.close();

        assertThat(first.failure()).isInstanceOf(SocketClosedException.class);
        assertThat(second.failure()).isInstanceOf(SocketClosedException.class);
    }

    static Stream<String> endpoints() {
        return Stream.of("tcp://127.0.0.1:*", "ipc://*", "inproc://full");
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void closingEndsASendThatWaitsForRoom(String endpoint) throws Exception {
        var pair = sockets.pair(SocketType.PUSH, SocketType.PULL, endpoint, 1);
        SocketCore push = pair.get(0);
        while (push.send(Message.wrap(new byte[100_000]), Duration.ofMillis(50))) {}
        var running = begin(push, () -> {
            push.send(Message.of("x"));
            return null;
        });

        push.close();

        assertThat(running.failure()).isInstanceOf(SocketClosedException.class);
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void aPeersReadingEndsASendThatWaitsForRoom(String endpoint) throws Exception {
        var pair = sockets.pair(SocketType.PUSH, SocketType.PULL, endpoint, 1);
        SocketCore push = pair.get(0);
        SocketCore pull = pair.get(1);
        int sent = 0;
        while (push.send(Message.wrap(new byte[100_000]), Duration.ofMillis(50))) {
            sent++;
        }
        var running = begin(push, () -> push.send(Message.of("last"), LONG));

        for (int i = 0; i < sent; i++) {
            assertThat(pull.receive(Sockets.IN_TIME)).isNotNull();
        }

        assertThat(running.get()).isEqualTo(true);
        assertThat(pull.receive(Sockets.IN_TIME)).isEqualTo(Message.of("last"));
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void aPollEndsWithItsPollerItsContextAndAnInterrupt(String endpoint) throws Exception {
        SocketCore socket = sockets.open(SocketType.PULL);
        socket.bind(endpoint);

        var closed = new PollSet(sockets.here);
        closed.addReadable(socket);
        var first = begin(socket, () -> closed.poll(Long.MAX_VALUE));
        closed.close();
        assertThat(first.get()).isEqualTo(false);

        var interrupted = new PollSet(sockets.here);
        interrupted.addReadable(socket);
        var second = begin(socket, () -> interrupted.poll(Long.MAX_VALUE));
        second.thread.interrupt();
        assertThat(second.failure()).isInstanceOf(WaitInterruptedException.class);

        var orphaned = new PollSet(sockets.here);
        orphaned.addReadable(socket);
        var third = begin(socket, () -> orphaned.poll(Long.MAX_VALUE));
        sockets.here.close(Duration.ofSeconds(1));
        assertThat(third.failure())
                .satisfiesAnyOf(
                        error -> assertThat(error).isNull(),
                        error -> assertThat(error).isInstanceOf(SocketClosedException.class));
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void closingFailsTheFuturesThatArePending(String endpoint) {
        SocketCore pull = sockets.open(SocketType.PULL);
        pull.bind(endpoint);
        SocketCore push = sockets.open(SocketType.PUSH);
        push.set(SocketOptions.LINGER, Duration.ZERO);
        var receive = pull.receiveAsync();
        var send = push.sendAsync(Message.of("x"));

        pull.close();
        push.close();

        for (var future : List.of(receive, send)) {
            Sockets.awaitUntil("the future is done", future::isDone);
            assertThat(future.handle((value, error) -> error).join())
                    .satisfiesAnyOf(
                            error -> assertThat(error).isInstanceOf(SocketClosedException.class),
                            error -> assertThat(error)
                                    .isInstanceOf(CompletionException.class)
                                    .hasCauseInstanceOf(SocketClosedException.class));
        }
    }
}
