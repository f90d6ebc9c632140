package io.zmq4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.error.SocketClosedException;
import io.zmq4j.event.EndpointState;
import io.zmq4j.options.SocketOptions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a context does that is shut down and not closed yet. */
class ContextShutdownTest {
    private static final Duration IN_TIME = Duration.ofSeconds(20);

    private final Context context = Context.create();
    private final Context other = Context.create();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void close() {
        context.close(Duration.ZERO);
        other.close(Duration.ZERO);
        threads.shutdownNow();
    }

    private static void awaitEnd(Future<?> call) {
        assertThatThrownBy(() -> call.get(20, TimeUnit.SECONDS)).hasCauseInstanceOf(SocketClosedException.class);
    }

    private void awaitWaiting(Socket socket) throws InterruptedException {
        long deadline = System.nanoTime() + IN_TIME.toNanos();
        while (!isWaiting(socket)) {
            assertThat(System.nanoTime()).as("the thread waits").isLessThan(deadline);
            Thread.sleep(1);
        }
    }

    private boolean isWaiting(Socket socket) {
        return context.snapshot().sockets().stream()
                .anyMatch(each -> each.type().equals(socket.type().name())
                        && each.waitingReceivers() + each.waitingSenders() > 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcp://127.0.0.1:*", "inproc://here"})
    void aReceiveThatWaitsEndsAndTheSocketIsNotClosed(String endpoint) throws InterruptedException {
        var pull = context.pull();
        Binding door = pull.bind(endpoint);
        Future<?> call = threads.submit(() -> pull.receive());
        awaitWaiting(pull);

        context.shutdown();

        awaitEnd(call);
        assertThat(pull.isClosed()).isFalse();
        assertThat(context.isClosed()).isFalse();
        assertThat(door.state()).isEqualTo(EndpointState.LISTENING);
    }

    @Test
    void aSendThatWaitsEnds() throws InterruptedException {
        var push = context.push();
        Future<?> call = threads.submit(() -> push.send("for nobody"));
        awaitWaiting(push);
        context.shutdown();
        awaitEnd(call);
    }

    @Test
    void aFutureEnds() {
        var pull = context.pull();
        CompletableFuture<?> call = pull.receiveAsync();
        context.shutdown();
        awaitEnd(call);
    }

    @Test
    void aPollEndsWithNothing() throws Exception {
        var pull = context.pull();
        var poller = context.poller();
        poller.onReadable(pull);
        Future<Boolean> call = threads.submit(() -> poller.poll());
        context.shutdown();
        assertThat(call.get(20, TimeUnit.SECONDS)).isFalse();
    }

    @Test
    void everyLaterCallEndsAndWhatCameIsNotGivenOut() {
        var pull = context.pull();
        var push = other.push();
        push.connect(pull.bind("tcp://127.0.0.1:*").uri());
        push.send("before");
        assertThat(pull.receive(IN_TIME)).isPresent();
        push.send("after");

        context.shutdown();

        assertThatThrownBy(pull::receive)
                .isInstanceOf(SocketClosedException.class)
                .hasMessageContaining("its context is shut down");
        assertThatThrownBy(pull::tryReceive).isInstanceOf(SocketClosedException.class);
        assertThatThrownBy(pull::canReceive).isInstanceOf(SocketClosedException.class);
        assertThatThrownBy(() -> pull.bind("tcp://127.0.0.1:*")).isInstanceOf(SocketClosedException.class);
        assertThatThrownBy(context::pull)
                .isInstanceOf(SocketClosedException.class)
                .hasMessageContaining("shut down");
    }

    @Test
    void ofAFloodThatIsReadAheadNothingIsGivenOut() {
        var pull = context.pull();
        var push = other.push();
        push.connect(pull.bind("tcp://127.0.0.1:*").uri());
        for (int i = 0; i < 500; i++) {
            push.send("flood");
        }
        for (int i = 0; i < 100; i++) {
            assertThat(pull.receive(IN_TIME)).isPresent();
        }
        context.shutdown();
        assertThatThrownBy(pull::tryReceive).isInstanceOf(SocketClosedException.class);
    }

    @Test
    void whatWasSentGoesOutAfterwards() {
        var push = context.push();
        push.connect(freshTcp());
        push.send("sent before anybody is there");

        context.shutdown();

        var pull = other.pull();
        pull.bind(push.lastEndpoint());
        assertThat(pull.receive(IN_TIME))
                .hasValueSatisfying(message -> assertThat(message.text()).isEqualTo("sent before anybody is there"));
    }

    private String freshTcp() {
        try (var pull = other.pull()) {
            return pull.bind("tcp://127.0.0.1:*").uri();
        }
    }

    @Test
    void optionsCanBeSetAndSocketsBeClosed() {
        var push = context.push();
        push.connect(freshTcp());
        push.send("for nobody");
        context.shutdown();

        push.set(SocketOptions.LINGER, Duration.ZERO);
        push.close();
        context.close();

        assertThat(push.isClosed()).isTrue();
        assertThat(context.isClosed()).isTrue();
        assertThat(context.drops()).isNotEmpty();
    }

    @Test
    void aHandlerIsStopped() throws Exception {
        var rep = context.rep();
        Server server = rep.serve(request -> request);
        context.shutdown();
        threads.submit(server::await).get(20, TimeUnit.SECONDS);
        assertThat(server.hasEnded()).isTrue();
    }

    @Test
    void twiceIsAsOnceAndAfterTheEndIsNothing() {
        context.shutdown();
        context.shutdown();
        context.close();
        context.shutdown();
        assertThat(context.isClosed()).isTrue();
        assertThat(context.sockets()).isEqualTo(List.of());
    }
}
