package io.zmq4j.interop;

import static io.zmq4j.options.SocketOptions.LINGER;
import static io.zmq4j.options.SocketOptions.RCVTIMEO;
import static io.zmq4j.options.SocketOptions.SNDTIMEO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.Context;
import io.zmq4j.DealerSocket;
import io.zmq4j.PullSocket;
import io.zmq4j.PushSocket;
import io.zmq4j.ReqSocket;
import io.zmq4j.error.SocketClosedException;
import io.zmq4j.error.WaitInterruptedException;
import io.zmq4j.error.WaitTimeoutException;
import io.zmq4j.message.Message;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How calls that wait end: by a message, a timeout, an interrupt, or the end of the socket. */
class WaitingTest {
    private static final int INTERRUPTS = 100;
    private static final Duration SHORT = Duration.ofMillis(30);

    @RegisterExtension
    final Rig rig = new Rig();

    /** A call that waits for ever, on sockets of its own. */
    enum Call {
        SEND {
            @Override
            Runnable on(Context context) {
                PushSocket push = context.push();
                push.bind(Transport.TCP.freshEndpoint());
                return () -> push.send("nobody takes it");
            }
        },
        RECEIVE {
            @Override
            Runnable on(Context context) {
                PullSocket pull = context.pull();
                pull.bind(Transport.TCP.freshEndpoint());
                return pull::receive;
            }
        },
        POLL {
            @Override
            Runnable on(Context context) {
                PullSocket pull = context.pull();
                pull.bind(Transport.TCP.freshEndpoint());
                return () -> {
                    try (var poller = context.poller()) {
                        poller.onReadable(pull);
                        if (!poller.poll()) {
                            throw new SocketClosedException("the poller says that the context is closed");
                        }
                    }
                };
            }
        },
        REQUEST {
            @Override
            Runnable on(Context context) {
                ReqSocket req = context.req();
                req.bind(Transport.TCP.freshEndpoint());
                return () -> req.request(Message.of("nobody answers"), Duration.ofDays(1), 3);
            }
        };

        abstract Runnable on(Context context);
    }

    /** A call from a kind of thread. */
    record Waiting(Call call, ThreadKind thread) {
        @Override
        public String toString() {
            return call + " in a " + thread + " thread";
        }
    }

    static Stream<Waiting> waits() {
        return ThreadKind.available()
                .flatMap(thread -> Stream.of(Call.values()).map(call -> new Waiting(call, thread)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("waits")
    @DisplayName("L1: an interrupt ends the wait a hundred times over, keeps the flag, and leaves the socket usable")
    void anInterruptEndsTheWait(Waiting waiting) {
        Runnable call = waiting.call().on(rig.context());
        for (int i = 0; i < INTERRUPTS; i++) {
            var running = waiting.thread().start(() -> {
                assertThatThrownBy(call::run).isInstanceOf(WaitInterruptedException.class);
                return Thread.currentThread().isInterrupted();
            });
            running.thread().interrupt();
            assertThat(Rig.result(running.result())).as("interrupt flag").isTrue();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("waits")
    @DisplayName("L4: closing the context from another thread ends the wait")
    void theEndOfTheContextEndsTheWait(Waiting waiting) {
        Context context = rig.newContext();
        Runnable call = waiting.call().on(context);
        var running = waiting.thread().start(() -> {
            assertThatThrownBy(call::run).isInstanceOf(SocketClosedException.class);
            return true;
        });
        context.close(Rig.PATIENCE);
        assertThat(Rig.result(running.result())).isTrue();
    }

    @Test
    @DisplayName("L1: a socket whose calls were interrupted a hundred times loses and doubles nothing")
    void interruptsLoseNothing() {
        PullSocket pull = rig.context().pull();
        PushSocket push = rig.context().push();
        push.connect(pull.bind(Transport.TCP.freshEndpoint()));
        var receiver = ThreadKind.PLATFORM.start(() -> {
            int next = 0;
            while (next < INTERRUPTS) {
                try {
                    assertThat(pull.receiveText()).isEqualTo(String.valueOf(next));
                    next++;
                } catch (WaitInterruptedException e) {
                    assertThat(Thread.interrupted()).isTrue();
                }
            }
            return next;
        });
        for (int i = 0; i < INTERRUPTS; i++) {
            receiver.thread().interrupt();
            Rig.send(push, String.valueOf(i));
        }
        assertThat(Rig.result(receiver.result())).isEqualTo(INTERRUPTS);
    }

    @Test
    @DisplayName("L1: an interrupt ends the waiting of Context.close, which closes all the same")
    void anInterruptEndsTheLinger() {
        for (int i = 0; i < INTERRUPTS; i++) {
            Context context = Context.create();
            PushSocket push = context.push();
            push.connect(Transport.TCP.freshEndpoint());
            push.send("to nobody");
            var running = ThreadKind.PLATFORM.start(() -> {
                context.close(Duration.ofDays(1));
                return Thread.currentThread().isInterrupted();
            });
            running.thread().interrupt();
            assertThat(Rig.result(running.result())).as("interrupt flag").isTrue();
            assertThat(context.isClosed()).isTrue();
        }
    }

    @Test
    @DisplayName("L4: closing the socket from another thread ends send and receive")
    void theEndOfTheSocketEndsTheWait() {
        for (int i = 0; i < 20; i++) {
            DealerSocket dealer = rig.context().dealer();
            dealer.bind(Transport.TCP.freshEndpoint());
            var receiving = rig.start(() -> assertThatThrownBy(dealer::receive));
            var sending = rig.start(() -> assertThatThrownBy(() -> dealer.send("nobody takes it")));
            dealer.close();
            Rig.result(receiving).isInstanceOf(SocketClosedException.class);
            Rig.result(sending).isInstanceOf(SocketClosedException.class);
        }
    }

    @Test
    void durationsBoundTheWait() {
        DealerSocket dealer = rig.context().dealer();
        dealer.bind(Transport.TCP.freshEndpoint());
        long start = System.nanoTime();
        assertThat(dealer.receive(SHORT)).isEmpty();
        assertThat(dealer.send(Message.of("refused"), SHORT)).isFalse();
        assertThat(dealer.awaitPeer(SHORT)).isFalse();
        try (var poller = rig.context().poller()) {
            poller.onReadable(dealer);
            assertThat(poller.poll(SHORT)).isFalse();
            assertThat(poller.poll(Duration.ZERO)).isFalse();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isBetween(SHORT.multipliedBy(4), SHORT.multipliedBy(4).plusMillis(500));
    }

    @Test
    void theSocketsOwnTimeoutsAreErrors() {
        DealerSocket dealer = rig.context().dealer();
        dealer.bind(Transport.TCP.freshEndpoint());
        dealer.set(SNDTIMEO, SHORT);
        dealer.set(RCVTIMEO, SHORT);
        assertThatThrownBy(dealer::receive).isInstanceOf(WaitTimeoutException.class);
        assertThatThrownBy(() -> dealer.send("refused")).isInstanceOf(WaitTimeoutException.class);
        dealer.set(RCVTIMEO, Duration.ZERO);
        assertThatThrownBy(dealer::receive).isInstanceOf(WaitTimeoutException.class);
    }

    @Test
    void whatOneThreadSendsAnotherWaitsFor() {
        for (var kind : ThreadKind.available().toList()) {
            for (Transport transport : Transport.values()) {
                PullSocket pull = rig.context().pull();
                PushSocket push = rig.context().push();
                push.set(LINGER, Duration.ZERO);
                push.connect(pull.bind(transport.freshEndpoint()));
                var received = kind.start(pull::receiveText);
                Rig.send(push, "for you");
                assertThat(Rig.result(received.result())).isEqualTo("for you");
            }
        }
    }
}
