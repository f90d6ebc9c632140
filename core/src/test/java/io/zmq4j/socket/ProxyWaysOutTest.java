package io.zmq4j.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.error.WaitInterruptedException;
import io.zmq4j.message.Message;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.socket.Sockets.Running;
import io.zmq4j.zmtp.SocketType;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a proxy is doing, everything that should end it does. */
@Timeout(60)
class ProxyWaysOutTest {
    private static final Message MESSAGE = Message.of(new byte[] {1, 'x'}, new byte[0], new byte[] {'y'});

    /** Frontend, backend, who sends to the one and who receives from the other. */
    private enum Sides {
        STREAMER(SocketType.PULL, SocketType.PUSH, SocketType.PUSH, SocketType.PULL),
        QUEUE(SocketType.ROUTER, SocketType.DEALER, SocketType.DEALER, SocketType.DEALER),
        QUEUE_REVERSED(SocketType.DEALER, SocketType.ROUTER, SocketType.DEALER, SocketType.DEALER),
        FORWARDER(SocketType.XSUB, SocketType.XPUB, SocketType.PUB, SocketType.SUB),
        FORWARDER_REVERSED(SocketType.XPUB, SocketType.XSUB, SocketType.XSUB, SocketType.XPUB),
        PAIRS(SocketType.PAIR, SocketType.PAIR, SocketType.PAIR, SocketType.PAIR),
        BRIDGE(SocketType.SUB, SocketType.PUB, SocketType.PUB, SocketType.SUB),
        SPREADER(SocketType.PULL, SocketType.XPUB, SocketType.PUSH, SocketType.SUB);

        private final SocketType frontend;
        private final SocketType backend;
        private final SocketType client;
        private final SocketType worker;

        Sides(SocketType frontend, SocketType backend, SocketType client, SocketType worker) {
            this.frontend = frontend;
            this.backend = backend;
            this.client = client;
            this.worker = worker;
        }
    }

    private enum Doing {
        /** Peers on both sides, and nothing to do. */
        IDLE,
        /** Messages come all the time. */
        BUSY,
        /** Messages that nobody takes. */
        NO_TAKER,
        PAUSED,
        /** The capture has no reader, and may be waited for. */
        CAPTURE_WAITS,
        /** Nobody reads the answers. */
        UNREAD_ANSWERS
    }

    private enum End {
        INTERRUPT,
        TERMINATE,
        CLOSE_FRONTEND,
        CLOSE_BACKEND,
        CLOSE_CAPTURE,
        CLOSE_CONTROL,
        CLOSE_CONTEXT
    }

    static Stream<Arguments> all() {
        return Arrays.stream(Sides.values())
                .flatMap(sides -> Arrays.stream(Doing.values()).map(doing -> Arguments.of(sides, doing)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("all")
    void everyEndEndsIt(Sides sides, Doing doing) throws Exception {
        for (End end : End.values()) {
            try (var stage = new Stage(sides, doing)) {
                stage.end(end);
            }
        }
    }

    private static final class Stage implements AutoCloseable {
        private final ContextCore context = new ContextCore(ContextSettings.standard());
        private final SocketCore frontend;
        private final SocketCore backend;
        private final SocketCore client;
        private final SocketCore capture = open(SocketType.PUSH);
        private final SocketCore control = open(SocketType.PAIR);
        private final SocketCore steering = open(SocketType.PAIR);
        private final Doing doing;
        private final Running<Boolean> proxy;
        private volatile boolean over;

        Stage(Sides sides, Doing doing) {
            this.doing = doing;
            frontend = open(sides.frontend);
            backend = open(sides.backend);
            client = open(sides.client);
            frontend.bind("inproc://front");
            backend.bind("inproc://back");
            capture.bind("inproc://capture");
            control.bind("inproc://control");
            steering.connect("inproc://control");
            if (sides.frontend == SocketType.SUB) {
                frontend.subscribe(new byte[0]);
            }
            client.connect("inproc://front");
            boolean isCaptured = doing == Doing.CAPTURE_WAITS;
            capture.set(SocketOptions.SNDTIMEO, Duration.ofMinutes(isCaptured ? 1 : 0));
            proxy = new Running<>(() -> {
                new ProxyCore(frontend, backend, capture, control).run();
                return true;
            });
            if (doing != Doing.NO_TAKER) {
                attachWorker(sides.worker);
            }
            begin();
        }

        private SocketCore open(SocketType type) {
            SocketCore socket = context.open(type);
            socket.set(SocketOptions.LINGER, Duration.ZERO);
            return socket;
        }

        private void attachWorker(SocketType type) {
            SocketCore worker = open(type);
            if (type == SocketType.SUB) {
                worker.subscribe(new byte[0]);
            }
            worker.connect("inproc://back");
        }

        private void begin() {
            switch (doing) {
                case BUSY ->
                    new Running<>(() -> {
                        while (!over) {
                            client.trySend(MESSAGE);
                        }
                        return true;
                    });
                case NO_TAKER, CAPTURE_WAITS -> {
                    for (int i = 0; i < 5; i++) {
                        client.send(MESSAGE, Duration.ZERO);
                    }
                }
                case PAUSED -> steer("PAUSE");
                case UNREAD_ANSWERS -> {
                    for (int i = 0; i < 100; i++) {
                        steer("STATISTICS");
                    }
                }
                case IDLE -> {}
            }
            if (doing != Doing.BUSY) {
                Sockets.awaitWaiting(proxy.thread);
            }
        }

        private void steer(String command) {
            steering.send(Message.of(command));
        }

        void end(End end) throws Exception {
            switch (end) {
                case INTERRUPT -> proxy.thread.interrupt();
                case TERMINATE -> steer("TERMINATE");
                case CLOSE_FRONTEND -> frontend.close();
                case CLOSE_BACKEND -> backend.close();
                case CLOSE_CAPTURE -> capture.close();
                case CLOSE_CONTROL -> control.close();
                case CLOSE_CONTEXT -> context.close(Duration.ZERO);
            }
            Throwable failure = proxy.failure();
            if (end == End.INTERRUPT) {
                assertThat(failure).as("%s", end).isInstanceOf(WaitInterruptedException.class);
            } else {
                assertThat(failure).as("%s", end).isNull();
            }
        }

        @Override
        public void close() {
            over = true;
            context.close(Duration.ZERO);
        }
    }
}
