package io.zmq4j.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.error.SocketClosedException;
import io.zmq4j.error.TooManyPendingException;
import io.zmq4j.loop.Daemons;
import io.zmq4j.message.Message;
import io.zmq4j.pipe.PipeEnd;
import io.zmq4j.pipe.QuietFar;
import io.zmq4j.zmtp.SocketType;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
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
            assertThat(pair.get(1).receive(Duration.ofSeconds(2)))
                    .as("of %d, message %d", count, received)
                    .isNotNull();
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

    /** A pipe into the socket: all that is delivered between two signals is served together. */
    private static PipeEnd peerOf(SocketCore socket) {
        return new QuietFar().attachTo(socket.pattern());
    }

    private static void deliver(PipeEnd peer, int from, int to) {
        for (int i = from; i < to; i++) {
            peer.deliver(Sockets.message(i));
        }
        peer.afterDelivery();
    }

    private static List<CompletableFuture<Message>> receives(Supplier<CompletableFuture<Message>> call, int count) {
        return Stream.generate(call).limit(count).toList();
    }

    @Test
    void aCallbackMayWaitForTheNextFutureWhoseMessageIsThere() throws Exception {
        SocketCore pull = sockets.open(SocketType.PULL);
        var futures = receives(pull::receiveAsync, 8);
        List<CompletableFuture<Integer>> sums = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            var next = futures.get(i + 1);
            sums.add(futures.get(i).thenApply(message -> Sockets.number(message) + Sockets.number(next.join())));
        }

        deliver(peerOf(pull), 0, 8);

        for (int i = 0; i < 7; i++) {
            assertThat(get(sums.get(i))).isEqualTo(2 * i + 1);
        }
    }

    @Test
    void eachCallbackThatBlocksCostsOneThread() throws Exception {
        SocketCore pull = sockets.open(SocketType.PULL);
        var workers = new Pool();
        var async = new Async(pull, futuresOf(workers));
        var release = new CountDownLatch(1);
        var futures = receives(async::receive, 10);
        var blocked = futures.subList(0, 9).stream()
                .map(future -> future.thenAccept(message -> awaitQuietly(release)))
                .toList();

        deliver(peerOf(pull), 0, 10);

        assertThat(Sockets.number(get(futures.get(9)))).isEqualTo(9);
        assertThat(workers.running.get()).isLessThanOrEqualTo(9 + 2);
        release.countDown();
        for (var each : blocked) {
            get(each);
        }
        Sockets.awaitUntil("the workers have left", () -> workers.running.get() == 0);
    }

    @Test
    void oneCallbackOfAFutureDoesNotHoldUpAnother() throws Exception {
        SocketCore pull = sockets.open(SocketType.PULL);
        var futures = receives(pull::receiveAsync, 2);
        var release = new CountDownLatch(1);
        // The one that is attached last is run first.
        var other = futures.get(0).thenApply(Sockets::number);
        var blocked = futures.get(0).thenAccept(message -> awaitQuietly(release));

        deliver(peerOf(pull), 0, 2);

        assertThat(get(other)).isEqualTo(0);
        release.countDown();
        get(blocked);
    }

    @Test
    void noFutureIsDoneBeforeTheOneBeforeIt() throws Exception {
        SocketCore pull = sockets.open(SocketType.PULL);
        PipeEnd peer = peerOf(pull);
        var futures = receives(pull::receiveAsync, 200);
        List<CompletableFuture<Boolean>> inOrder = new ArrayList<>();
        for (int i = 1; i < 200; i++) {
            var before = futures.get(i - 1);
            boolean sleepy = i % 20 == 0;
            inOrder.add(futures.get(i).thenApply(message -> {
                boolean done = before.isDone();
                if (sleepy) {
                    LockSupport.parkNanos(2_000_000);
                }
                return done;
            }));
        }
        for (int i = 0; i < 200; i += 10) {
            deliver(peer, i, i + 10);
        }
        for (var each : inOrder) {
            assertThat(get(each)).isTrue();
        }
    }

    @Test
    void beyondTheContextsEndEveryFutureIsCompleted() throws Exception {
        SocketCore pull = sockets.open(SocketType.PULL);
        var futures = receives(pull::receiveAsync, 3);
        var blocked = futures.get(0)
                .thenApply(message ->
                        futures.get(2).handle((none, failure) -> failure).join());
        var inCallback = new CountDownLatch(1);
        futures.get(0).thenRun(inCallback::countDown);
        deliver(peerOf(pull), 0, 2);
        assertThat(inCallback.await(5, TimeUnit.SECONDS)).isTrue();

        sockets.here.close(Duration.ofSeconds(1));

        assertThat(Sockets.number(get(futures.get(1)))).isEqualTo(1);
        assertThat(get(blocked)).isInstanceOf(SocketClosedException.class);
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void whatIsReceivedAfterAFutureWasGivenUpIsInOrder(String endpoint) throws Exception {
        var pair = sockets.pair(SocketType.PUSH, SocketType.PULL, endpoint, 1000);
        SocketCore pull = pair.get(1);
        int count = 3000;
        var sender = new Sockets.Running<>(() -> {
            for (int i = 0; i < count; i++) {
                pair.get(0).send(Sockets.message(i));
            }
            return null;
        });
        for (int i = 0; i < count; i++) {
            var future = pull.receiveAsync();
            for (int spins = i % 100; spins > 0; spins--) {
                Thread.onSpinWait();
            }
            Message message = future.cancel(true) ? pull.receive(Sockets.IN_TIME) : future.getNow(null);
            assertThat(message).as("message %d", i).isEqualTo(Sockets.message(i));
        }
        sender.get();
    }

    // ---- no thread to be had

    @Test
    void withoutAThreadTheNextSignalTriesAgain() throws Exception {
        SocketCore pull = sockets.open(SocketType.PULL);
        PipeEnd peer = peerOf(pull);
        var workers = new Pool();
        var async = new Async(pull, futuresOf(workers));
        var futures = receives(async::receive, 2);
        workers.refusal = new OutOfMemoryError("unable to create native thread");
        deliver(peer, 0, 1);
        assertThat(futures.get(0)).isNotDone();

        workers.refusal = null;
        async.signal();

        assertThat(Sockets.number(get(futures.get(0)))).isEqualTo(0);
        deliver(peer, 1, 2);
        assertThat(Sockets.number(get(futures.get(1)))).isEqualTo(1);
    }

    /** A pipe signals once: a loop tries until a thread can be had again. */
    @ParameterizedTest
    @MethodSource("endpoints")
    void withoutAThreadASignalIsSeenToLater(String endpoint) throws Exception {
        var pair = sockets.pair(SocketType.PUSH, SocketType.PULL, endpoint, 10);
        var workers = new Pool();
        var async = new Async(pair.get(1), futuresOf(workers));
        var future = async.receive();
        Sockets.awaitUntil("the worker has left", () -> workers.running.get() == 0);
        workers.refusal = new OutOfMemoryError("unable to create native thread");
        pair.get(0).send(Sockets.message(7));
        Sockets.awaitUntil("a worker was refused", () -> workers.refused.get() > 0);
        assertThat(future).isNotDone();

        workers.refusal = null;

        assertThat(Sockets.number(get(future))).isEqualTo(7);
    }

    /** The signal counted on the thread that another was about to start. */
    @Test
    void aSignalThatComesWhileAnotherFindsNoThreadIsSeenToLater() throws Exception {
        var pair = sockets.pair(SocketType.PUSH, SocketType.PULL, "inproc://signal", 10);
        var starts = new CountDownLatch(1);
        var fails = new CountDownLatch(1);
        var isShort = new AtomicBoolean();
        Executor workers = new Pool();
        var async = new Async(pair.get(1), futuresOf(task -> {
            if (isShort.get()) {
                starts.countDown();
                awaitQuietly(fails);
                throw new OutOfMemoryError("unable to create native thread");
            }
            workers.execute(task);
        }));
        assertThat(async.receive().cancel(false)).as("has waited once").isTrue();
        pair.get(0).send(Sockets.message(0));
        isShort.set(true);
        var served = new Sockets.Running<>(async::receive);
        starts.await();
        var waiting = async.receive();
        pair.get(0).send(Sockets.message(1));

        isShort.set(false);
        fails.countDown();

        assertThat(Sockets.number(get(served.get()))).isEqualTo(0);
        assertThat(Sockets.number(get(waiting))).isEqualTo(1);
    }

    @Test
    void withoutAThreadTheNextCallTriesAgain() throws Exception {
        SocketCore pull = sockets.open(SocketType.PULL);
        var workers = new Pool();
        var async = new Async(pull, futuresOf(workers));
        var first = async.receive();
        workers.refusal = new OutOfMemoryError("unable to create native thread");
        deliver(peerOf(pull), 0, 1);
        workers.refusal = null;

        var second = async.receive();

        assertThat(Sockets.number(get(first))).isEqualTo(0);
        assertThat(second).isNotDone();
    }

    @Test
    void withoutAThreadWhatIsThereIsHandedOverInTheCall() {
        SocketCore pull = sockets.open(SocketType.PULL);
        var workers = new Pool();
        workers.refusal = new OutOfMemoryError("unable to create native thread");
        var async = new Async(pull, futuresOf(workers));
        deliver(peerOf(pull), 0, 1);

        assertThat(async.receive()).isCompletedWithValue(Sockets.message(0));
    }

    @Test
    void withoutAThreadClosingFailsTheFuturesAllTheSame() {
        SocketCore pull = sockets.open(SocketType.PULL);
        var workers = new Pool();
        workers.refusal = new OutOfMemoryError("unable to create native thread");
        var async = new Async(pull, futuresOf(workers));
        var future = async.receive();

        pull.close();
        async.close();

        assertThat(future.handle((message, failure) -> failure).getNow(null)).isInstanceOf(SocketClosedException.class);
    }

    @Test
    void afterTheEndOfItsExecutorAFutureIsServedAllTheSame() throws Exception {
        SocketCore pull = sockets.open(SocketType.PULL);
        var workers = new Pool();
        workers.refusal = new RejectedExecutionException();
        var async = new Async(pull, futuresOf(workers));
        var future = async.receive();

        deliver(peerOf(pull), 0, 1);

        assertThat(Sockets.number(get(future))).isEqualTo(0);
    }

    /** Reading gives a signal even if it gives no message: who reads because of a signal goes round for ever. */
    @Test
    void aFutureThatIsPendingKeepsNoWorkerBusy() {
        var pair = sockets.pair(SocketType.PUSH, SocketType.PULL, "tcp://127.0.0.1:*", 10);
        SocketCore pull = pair.get(1);
        var workers = new Pool();
        var async = new Async(pull, futuresOf(workers));
        var future = async.receive();

        async.signal();
        PipeEnd only = pull.pattern().onlyPipe();
        assertThat(only).isNotNull();
        only.pull();

        Sockets.awaitUntil("the worker has left", () -> workers.started.get() > 0 && workers.running.get() == 0);
        assertThat(future.cancel(false)).isTrue();
    }

    // ---- bounds, and what stays alive

    @Test
    void soManySendsWaitAndNoMore() throws Exception {
        SocketCore push = sockets.open(SocketType.PUSH);
        var first = push.sendAsync(Sockets.message(0));
        for (int i = 1; i < Async.MOST_SENDS; i++) {
            push.sendAsync(Sockets.message(i));
        }
        var tooMany = push.sendAsync(Sockets.message(-1));
        assertThat(tooMany.handle((none, failure) -> failure).getNow(null))
                .isInstanceOf(TooManyPendingException.class)
                .hasMessageContaining("PUSH");
        assertThat(first).isNotDone();

        assertThat(first.cancel(false)).isTrue();

        assertThat(push.sendAsync(Sockets.message(-2)))
                .as("there is room again")
                .isNotDone();
    }

    @Test
    void soManyBytesWaitAndNoMore() {
        SocketCore push = sockets.open(SocketType.PUSH);
        var message = Message.wrap(new byte[1 << 20]);
        for (long i = Async.MOST_BYTES >> 20; i > 0; i--) {
            assertThat(push.sendAsync(message)).isNotDone();
        }
        assertThat(push.sendAsync(message)).isCompletedExceptionally();
    }

    static Stream<Arguments> waitingCalls() {
        return Stream.of(
                waitingCall(
                        "receiveAsync",
                        SocketType.PULL,
                        socket -> socket.receiveAsync().join()),
                waitingCall(
                        "sendAsync",
                        SocketType.PUSH,
                        socket -> socket.sendAsync(Message.of("x")).join()),
                waitingCall("receive", SocketType.PULL, SocketCore::receive),
                waitingCall("send", SocketType.PUSH, socket -> {
                    socket.send(Message.of("x"));
                    return "sent";
                }),
                waitingCall("awaitPeer", SocketType.PULL, socket -> socket.awaitPeer(Duration.ofSeconds(60))),
                waitingCall(
                        "request",
                        SocketType.REQ,
                        socket -> socket.request(Message.of("x"), Duration.ofSeconds(60), 1)));
    }

    private static Arguments waitingCall(String name, SocketType type, Function<SocketCore, Object> call) {
        return Arguments.arguments(name, type, call);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("waitingCalls")
    void aCallThatWaitsKeepsTheContextFromCountingAsLost(
            String name, SocketType type, Function<SocketCore, Object> call) throws Exception {
        SocketCore socket = sockets.open(type);
        var lifeline = new WeakReference<>(new Object());
        socket.lifeline(lifeline.get());
        var waiting = new Sockets.Running<>(() -> call.apply(socket));
        Sockets.awaitWaiting(waiting.thread);

        System.gc();
        assertThat(lifeline.get()).isNotNull();

        socket.close();
        assertThat(waiting.failure()).isNotNull();
        Sockets.awaitUntil("nothing holds it any more", () -> {
            System.gc();
            return lifeline.get() == null;
        });
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Workers futuresOf(Executor pool) {
        return new Workers(pool, new Daemons("late"), null);
    }

    /** A thread for each task, or a refusal. */
    private static final class Pool implements Executor {
        final AtomicInteger started = new AtomicInteger();
        final AtomicInteger running = new AtomicInteger();
        final AtomicInteger refused = new AtomicInteger();
        volatile @Nullable Throwable refusal;

        @Override
        public void execute(Runnable task) {
            if (refusal instanceof Error error) {
                refused.incrementAndGet();
                throw error;
            }
            if (refusal instanceof RuntimeException exception) {
                throw exception;
            }
            running.incrementAndGet();
            started.incrementAndGet();
            var thread = new Thread(() -> {
                try {
                    task.run();
                } finally {
                    running.decrementAndGet();
                }
            });
            thread.setDaemon(true);
            thread.start();
        }
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
