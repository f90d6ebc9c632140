package io.zmq4j.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.error.SocketClosedException;
import io.zmq4j.message.Message;
import io.zmq4j.zmtp.SocketType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AsyncTest {
    private final Sockets sockets = new Sockets();

    @AfterEach
    void close() {
        sockets.close();
    }

    static Stream<String> endpoints() {
        return Stream.of("tcp://127.0.0.1:*", "inproc://async");
    }

    private static <T> T get(CompletableFuture<T> future) throws Exception {
        return future.get(Sockets.IN_TIME.toSeconds(), TimeUnit.SECONDS);
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void futuresAreCompletedInTheOrderTheyWereAskedFor(String endpoint) throws Exception {
        var pair = sockets.pair(SocketType.PUSH, SocketType.PULL, endpoint, 100);
        List<CompletableFuture<Message>> futures = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            futures.add(pair.get(1).receiveAsync());
        }

        for (int i = 0; i < 500; i++) {
            pair.get(0).send(Sockets.message(i));
        }
        // Nobody waits for the sender's socket from here on: what is left must leave all the same.
        for (int i = 0; i < 500; i++) {
            assertThat(Sockets.number(get(futures.get(i)))).isEqualTo(i);
        }
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void sendsThatFindNoRoomAreDoneWhenThereIs(String endpoint) throws Exception {
        var pair = sockets.pair(SocketType.PUSH, SocketType.PULL, endpoint, 1);
        List<CompletableFuture<Void>> sends = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            sends.add(pair.get(0).sendAsync(Message.of(Integer.toString(i), "x".repeat(50_000))));
        }
        for (int i = 0; i < 200; i++) {
            Message message = pair.get(1).receive(Sockets.IN_TIME);
            assertThat(message).isNotNull();
            assertThat(message.text(0)).isEqualTo(Integer.toString(i));
        }
        for (CompletableFuture<Void> send : sends) {
            get(send);
        }
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void aCancelledFutureTakesNoMessage(String endpoint) throws Exception {
        var pair = sockets.pair(SocketType.PUSH, SocketType.PULL, endpoint, 100);
        var cancelled = pair.get(1).receiveAsync();
        var next = pair.get(1).receiveAsync();
        assertThat(cancelled.cancel(false)).isTrue();

        pair.get(0).send(Message.of("x"));

        assertThat(get(next)).isEqualTo(Message.of("x"));
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void cancellingInAnyMomentLosesNoMessage(String endpoint) throws Exception {
        var pair = sockets.pair(SocketType.PUSH, SocketType.PULL, endpoint, 1000);
        int count = 300;
        int received = 0;
        for (int i = 0; i < count; i++) {
            var future = pair.get(1).receiveAsync();
            pair.get(0).send(Message.of("x"));
            if (!future.cancel(false)) {
                received++;
            }
        }
        while (received < count) {
            assertThat(pair.get(1).receive(Duration.ofSeconds(2))).as("of %d, message %d", count, received).isNotNull();
            received++;
        }
        assertThat(pair.get(1).tryReceive()).isNull();
    }

    @Test
    void whatHangsOnAFutureMayBlockWithoutBlockingTheSocket() throws Exception {
        var pair = sockets.pair(SocketType.PUSH, SocketType.PULL, "inproc://callback", 100);
        SocketCore pull = pair.get(1);
        var inCallback = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        pull.receiveAsync().thenAccept(message -> {
            inCallback.countDown();
            try {
                release.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        pair.get(0).send(Message.of("first"));
        assertThat(inCallback.await(5, TimeUnit.SECONDS)).isTrue();

        var second = pull.receiveAsync();
        pair.get(0).send(Message.of("second"));

        assertThat(get(second)).isEqualTo(Message.of("second"));
        release.countDown();
    }

    @Test
    void afterTheContextsEndFuturesFailInPlaceOfTheCall() throws Exception {
        SocketCore pull = sockets.open(SocketType.PULL);
        sockets.here.close(Duration.ofSeconds(1));

        var future = pull.receiveAsync();

        Sockets.awaitUntil("the future is done", future::isDone);
        assertThat(future.handle((value, error) -> error).join()).isInstanceOf(SocketClosedException.class);
    }
}
