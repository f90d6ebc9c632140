package io.zmq4j.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.error.WaitInterruptedException;
import io.zmq4j.event.DropCounters;
import io.zmq4j.event.DropReason;
import io.zmq4j.message.Message;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.pipe.PipeEnd;
import io.zmq4j.pipe.PipeQueue;
import io.zmq4j.pipe.QuietFar;
import io.zmq4j.pipe.Signal;
import io.zmq4j.socket.Sockets.Running;
import io.zmq4j.zmtp.SocketType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a proxy does with a message that nobody takes, a copy that nobody takes, an answer that nobody reads. */
@Timeout(60)
class ProxyCoreTest {
    private final Sockets sockets = new Sockets();
    private final SocketCore control = sockets.open(SocketType.PAIR);
    private final SocketCore steering = sockets.open(SocketType.PAIR);

    ProxyCoreTest() {
        steering.connect(control.bind("inproc://control").uri());
    }

    @AfterEach
    void close() {
        sockets.close();
    }

    private SocketCore bound(SocketType type, String name) {
        SocketCore socket = sockets.open(type);
        socket.set(SocketOptions.LINGER, Duration.ZERO);
        socket.bind("inproc://" + name);
        return socket;
    }

    private SocketCore connected(SocketType type, String name) {
        SocketCore socket = sockets.open(type);
        socket.set(SocketOptions.LINGER, Duration.ZERO);
        socket.connect("inproc://" + name);
        return socket;
    }

    private Running<Boolean> run(SocketCore frontend, SocketCore backend, @Nullable SocketCore capture) {
        return new Running<>(() -> {
            new ProxyCore(frontend, backend, capture, control).run();
            return true;
        });
    }

    private void terminate(Running<Boolean> proxy) throws Exception {
        steering.send(Message.of("TERMINATE"));
        assertThat(proxy.get()).isTrue();
    }

    private static Message receive(SocketCore socket) {
        Message message = socket.receive(Sockets.IN_TIME);
        assertThat(message).isNotNull();
        return message;
    }

    // ---- messages

    /** The last worker leaves after the proxy has looked for one, and before it sends. */
    @Test
    void aMessageThatNobodyTakesAfterAllGoesBack() throws Exception {
        SocketCore frontend = sockets.open(SocketType.PULL);
        SocketCore backend = bound(SocketType.PUSH, "back");
        PipeEnd worker = new QuietFar().attachTo(backend.pipeOwner());
        var drops = new DropCounters();
        var client =
                new PipeEnd(frontend.pipeOwner(), new PipeQueue(2, false, drops), new PipeQueue(2, false, drops), null);
        // What is read makes room: the only thing that happens between the look and the send.
        client.far(new QuietFar() {
            @Override
            public void onRoom() {
                worker.refuseWrites();
            }
        });
        client.connected(true);
        client.deliverSender(QuietFar.SOMEBODY);
        client.deliver(Message.of("first"));
        client.deliver(Message.of("second"));
        assertThat(client.inbound().hasRoomOrWait()).isFalse();
        client.signal(Signal.ATTACH | Signal.CONNECTED | Signal.READABLE);

        var proxy = run(frontend, backend, null);
        Sockets.awaitWaiting(proxy.thread);
        assertThat(worker.outbound().isEmpty()).isTrue();
        SocketCore next = connected(SocketType.PULL, "back");
        assertThat(receive(next)).isEqualTo(Message.of("first"));
        assertThat(receive(next)).isEqualTo(Message.of("second"));
        terminate(proxy);
    }

    /** Interrupts at any moment, and workers that read what they were given. */
    @Test
    void howeverOftenItIsInterruptedEveryMessageArrivesOnceAndInOrder() throws Exception {
        int messages = 5_000;
        SocketCore frontend = bound(SocketType.PULL, "front");
        SocketCore backend = bound(SocketType.PUSH, "back");
        SocketCore capture = bound(SocketType.PUSH, "capture");
        capture.set(SocketOptions.SNDTIMEO, Duration.ofMillis(1));
        SocketCore client = connected(SocketType.PUSH, "front");
        SocketCore worker = connected(SocketType.PULL, "back");
        var sending = new Running<>(() -> {
            for (int i = 0; i < messages; i++) {
                client.send(Sockets.message(i));
            }
            return true;
        });
        var received = new Running<>(() -> Sockets.receiveAll(worker, messages));
        while (received.thread.isAlive()) {
            var proxy = run(frontend, backend, capture);
            Thread.yield();
            proxy.thread.interrupt();
            proxy.failure();
        }
        assertThat(sending.get()).isTrue();
        assertThat(received.get())
                .isEqualTo(IntStream.range(0, messages).boxed().toList());
    }

    @Test
    void aReplyToAClientThatLeftEndsNothing() throws Exception {
        SocketCore frontend = bound(SocketType.ROUTER, "front");
        frontend.set(SocketOptions.ROUTER_MANDATORY, true);
        SocketCore backend = bound(SocketType.DEALER, "back");
        SocketCore worker = connected(SocketType.DEALER, "back");
        SocketCore client = connected(SocketType.DEALER, "front");
        var proxy = run(frontend, backend, null);

        worker.send(Message.of("nobody's id", "reply"));
        client.send(Message.of("request"));
        Message request = receive(worker);
        worker.send(request);

        assertThat(receive(client)).isEqualTo(Message.of("request"));
        assertThat(frontend.dropped()).containsExactlyEntriesOf(Map.of(DropReason.UNROUTABLE, 1L));
        terminate(proxy);
    }

    @Test
    void aClientThatDoesNotReadKeepsNobodyElseWaiting() throws Exception {
        SocketCore frontend = bound(SocketType.ROUTER, "front");
        frontend.set(SocketOptions.ROUTER_MANDATORY, true);
        frontend.set(SocketOptions.SNDHWM, 1);
        SocketCore backend = bound(SocketType.DEALER, "back");
        SocketCore worker = connected(SocketType.DEALER, "back");
        SocketCore deaf = sockets.open(SocketType.DEALER);
        deaf.set(SocketOptions.RCVHWM, 1);
        deaf.set(SocketOptions.ROUTING_ID, "deaf".getBytes());
        deaf.connect("inproc://front");
        SocketCore client = sockets.open(SocketType.DEALER);
        client.set(SocketOptions.ROUTING_ID, "client".getBytes());
        client.connect("inproc://front");
        Sockets.awaitUntil(
                "both are there", () -> frontend.hasPeer("deaf".getBytes()) && frontend.hasPeer("client".getBytes()));
        var proxy = run(frontend, backend, null);

        for (int i = 0; i < 10; i++) {
            worker.send(Message.of("deaf", "reply"));
        }
        worker.send(Message.of("client", "reply"));

        assertThat(receive(client)).isEqualTo(Message.of("reply"));
        assertThat(frontend.dropped()).containsExactlyEntriesOf(Map.of(DropReason.QUEUE_FULL, 10L - 2));
        terminate(proxy);
    }

    /** One that has always something to do never waits. */
    @Test
    void anInterruptEndsItAlsoWhileItNeverWaits() throws Exception {
        SocketCore frontend = sockets.open(SocketType.PULL);
        SocketCore backend = bound(SocketType.PUB, "back");
        var source = new EndlessSource(frontend);
        source.fill();
        source.pipe.signal(Signal.ATTACH | Signal.CONNECTED | Signal.READABLE);
        var proxy = run(frontend, backend, null);
        Sockets.awaitUntil("it is busy", () -> source.messages > 10_000);
        proxy.thread.interrupt();
        assertThat(proxy.failure()).isInstanceOf(WaitInterruptedException.class);
    }

    /** A peer of whom each message that is read makes another one come. */
    private static final class EndlessSource extends QuietFar {
        private final PipeEnd pipe;
        private volatile int messages;

        EndlessSource(SocketCore socket) {
            var drops = new DropCounters();
            pipe = new PipeEnd(
                    socket.pipeOwner(), new PipeQueue(10, false, drops), new PipeQueue(10, false, drops), null);
            pipe.far(this);
            pipe.connected(true);
            pipe.deliverSender(SOMEBODY);
        }

        @SuppressWarnings("NonAtomicVolatileUpdate") // by the reader's thread only
        void fill() {
            while (pipe.inbound().hasRoomOrWait()) {
                pipe.deliver(Message.of("x"));
                messages++;
            }
        }

        @Override
        public void onRoom() {
            fill();
            pipe.afterDelivery();
        }
    }

    // ---- capture

    @Test
    void aCaptureThatNeverReadsIsDoneWithoutAfterAMoment() throws Exception {
        SocketCore frontend = bound(SocketType.PULL, "front");
        SocketCore backend = bound(SocketType.PUSH, "back");
        SocketCore capture = bound(SocketType.PUSH, "capture");
        SocketCore client = connected(SocketType.PUSH, "front");
        SocketCore worker = connected(SocketType.PULL, "back");
        var proxy = run(frontend, backend, capture);

        for (int i = 0; i < 100; i++) {
            client.send(Sockets.message(i));
        }
        assertThat(Sockets.receiveAll(worker, 100)).hasSize(100);
        Sockets.awaitUntil(
                "all are counted", () -> Map.of(DropReason.QUEUE_FULL, 100L).equals(capture.dropped()));

        SocketCore reader = connected(SocketType.PULL, "capture");
        client.send(Message.of("seen"));
        assertThat(receive(worker)).isEqualTo(Message.of("seen"));
        assertThat(receive(reader)).isEqualTo(Message.of("seen"));
        assertThat(capture.dropped()).isEqualTo(Map.of(DropReason.QUEUE_FULL, 100L));
        terminate(proxy);
    }

    /** Its queue holds two. */
    @Test
    void aCaptureThatIsSlowGetsEverything() throws Exception {
        SocketCore frontend = bound(SocketType.PULL, "front");
        SocketCore backend = bound(SocketType.PUSH, "back");
        SocketCore capture = sockets.open(SocketType.PUSH);
        SocketCore reader = sockets.open(SocketType.PULL);
        capture.set(SocketOptions.SNDHWM, 1);
        capture.set(SocketOptions.SNDTIMEO, Duration.ofSeconds(30));
        reader.set(SocketOptions.RCVHWM, 1);
        reader.connect(capture.bind("inproc://capture").uri());
        SocketCore client = connected(SocketType.PUSH, "front");
        SocketCore worker = connected(SocketType.PULL, "back");
        var proxy = run(frontend, backend, capture);

        for (int i = 0; i < 500; i++) {
            client.send(Sockets.message(i));
        }
        assertThat(Sockets.receiveAll(reader, 500))
                .isEqualTo(IntStream.range(0, 500).boxed().toList());
        assertThat(Sockets.receiveAll(worker, 500)).hasSize(500);
        assertThat(capture.dropped()).isEmpty();
        terminate(proxy);
    }

    @Test
    void aCopyThatStillWaitsAtTheEndIsCounted() throws Exception {
        SocketCore frontend = bound(SocketType.PULL, "front");
        SocketCore backend = bound(SocketType.PUSH, "back");
        SocketCore capture = bound(SocketType.PUSH, "capture");
        capture.set(SocketOptions.SNDTIMEO, Duration.ofMinutes(1));
        SocketCore client = connected(SocketType.PUSH, "front");
        SocketCore worker = connected(SocketType.PULL, "back");
        var proxy = run(frontend, backend, capture);

        client.send(Message.of("first"));
        client.send(Message.of("second"));
        assertThat(receive(worker)).isEqualTo(Message.of("first"));
        terminate(proxy);

        assertThat(capture.dropped()).isEqualTo(Map.of(DropReason.QUEUE_FULL, 1L));
        assertThat(receive(frontend)).as("not taken").isEqualTo(Message.of("second"));
    }

    // ---- control

    @Test
    void answersThatNobodyReadsAreBoundedAndTheTrafficGoesOn() throws Exception {
        SocketCore frontend = bound(SocketType.PULL, "front");
        SocketCore backend = bound(SocketType.PUSH, "back");
        SocketCore client = connected(SocketType.PUSH, "front");
        SocketCore worker = connected(SocketType.PULL, "back");
        var proxy = run(frontend, backend, null);

        int asked = 5_000;
        for (int i = 0; i < asked; i++) {
            assertThat(steering.send(Message.of("STATISTICS"), Sockets.IN_TIME)).isTrue();
        }
        client.send(Message.of("it"));

        assertThat(receive(worker)).isEqualTo(Message.of("it"));
        terminate(proxy);
        int answers = 0;
        while (steering.tryReceive() != null) {
            answers++;
        }
        assertThat(answers).isLessThanOrEqualTo(2 * SocketOptions.SNDHWM.defaultValue());
        assertThat(control.dropped()).isEqualTo(Map.of(DropReason.QUEUE_FULL, (long) asked - answers));
    }

    @Test
    void whatIsNoCommandIsPassedOver() throws Exception {
        SocketCore frontend = bound(SocketType.PULL, "front");
        SocketCore backend = bound(SocketType.PUSH, "back");
        SocketCore client = connected(SocketType.PUSH, "front");
        SocketCore worker = connected(SocketType.PULL, "back");
        var proxy = run(frontend, backend, null);
        for (Message noise : List.of(
                Message.of(new byte[0]),
                Message.of(new byte[1 << 20]),
                Message.of(new byte[] {-1, -1}),
                Message.of("?"))) {
            steering.send(noise);
        }
        client.send(Message.of("it"));
        assertThat(receive(worker)).isEqualTo(Message.of("it"));
        steering.send(Message.of("Terminate", "and", "more"));
        assertThat(proxy.get()).as("in any case, the first frame counts").isTrue();
    }

    // ---- what goes together

    @ParameterizedTest
    @MethodSource("io.zmq4j.zmtp.SocketType#values")
    void whatNoProxyCanDoIsRefused(SocketType frontend) {
        SocketCore from = sockets.open(frontend);
        var allowed = new ArrayList<SocketType>();
        for (SocketType backend : SocketType.values()) {
            try {
                ProxyCore.checkSides(from, sockets.open(backend));
                allowed.add(backend);
            } catch (IllegalArgumentException e) {
                assertThat(e).hasMessageContaining(frontend.toString()).hasMessageContaining(backend.toString());
            }
        }
        if (List.of("PUB", "PUSH", "REQ", "REP", "RADIO", "SCATTER").contains(frontend.name())) {
            assertThat(allowed).isEmpty();
        } else if (List.of("SERVER", "PEER").contains(frontend.name())) {
            assertThat(allowed).containsExactly(SocketType.PUB, SocketType.PUSH, SocketType.SERVER, SocketType.PEER);
        } else if (List.of("STREAM", "DGRAM").contains(frontend.name())) {
            assertThat(allowed).containsExactly(SocketType.PUB, SocketType.PUSH, frontend);
        } else if (List.of("CLIENT", "CHANNEL").contains(frontend.name())) {
            assertThat(allowed)
                    .containsExactly(
                            SocketType.PUB, SocketType.PUSH, SocketType.CLIENT, SocketType.SCATTER, SocketType.CHANNEL);
        } else if (frontend == SocketType.GATHER) {
            assertThat(allowed)
                    .contains(SocketType.PUSH, SocketType.SCATTER, SocketType.CHANNEL)
                    .doesNotContain(SocketType.RADIO);
        } else if (frontend == SocketType.DISH) {
            assertThat(allowed).contains(SocketType.PUSH, SocketType.RADIO).doesNotContain(SocketType.SCATTER);
        } else {
            assertThat(allowed)
                    .containsExactly(
                            SocketType.PAIR,
                            SocketType.PUB,
                            SocketType.DEALER,
                            SocketType.ROUTER,
                            SocketType.PUSH,
                            SocketType.XPUB,
                            SocketType.XSUB);
        }
    }

    @Test
    void whoExchangesTheSidesIsToldSo() {
        assertThatThrownBy(() -> ProxyCore.checkSides(sockets.open(SocketType.PUSH), sockets.open(SocketType.PULL)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("exchange them");
        assertThatThrownBy(() -> ProxyCore.checkSides(sockets.open(SocketType.PULL), sockets.open(SocketType.SUB)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("exchange them");
    }

    @ParameterizedTest
    @CsvSource({"SUB", "PULL", "ROUTER", "REQ", "REP", "XSUB"})
    void whatTakesNoCopiesIsRefused(SocketType type) {
        assertThatThrownBy(() -> ProxyCore.checkCapture(sockets.open(type)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a capture socket is one of [PAIR, PUB, DEALER, PUSH, XPUB], not " + type);
    }

    @ParameterizedTest
    @CsvSource({"PAIR", "PUB", "DEALER", "PUSH", "XPUB"})
    void theOthersTakeCopies(SocketType type) {
        ProxyCore.checkCapture(sockets.open(type));
    }

    @ParameterizedTest
    @CsvSource({"PUB", "PUSH", "ROUTER", "REQ", "XSUB", "XPUB"})
    void whatTakesNoCommandsIsRefused(SocketType type) {
        assertThatThrownBy(() -> ProxyCore.checkControl(sockets.open(type)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a control socket is one of [PAIR, SUB, REP, DEALER, PULL], not " + type);
    }

    @ParameterizedTest
    @CsvSource({"PAIR", "SUB", "REP", "DEALER", "PULL"})
    void theOthersTakeCommands(SocketType type) {
        ProxyCore.checkControl(sockets.open(type));
    }

    @Test
    void betweenClosedSocketsItIsOverAtOnce() throws Exception {
        SocketCore frontend = bound(SocketType.PULL, "front");
        SocketCore backend = bound(SocketType.PUSH, "back");
        backend.close();
        assertThat(run(frontend, backend, null).get()).isTrue();
    }
}
