package io.zmq4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.error.SocketStateException;
import io.zmq4j.error.WaitInterruptedException;
import io.zmq4j.event.DropReason;
import io.zmq4j.message.Message;
import io.zmq4j.options.SocketOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerTest {
    private static final Duration IN_TIME = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(20);

    private final Context context = Context.create();
    private final RepSocket rep = context.rep();
    private final RouterSocket router = context.router();

    @AfterEach
    void close() {
        context.close(Duration.ofSeconds(5));
    }

    private static void awaitUntil(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + IN_TIME.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("%s, in time", what).isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    private ReqSocket client(Socket server, String endpoint) {
        ReqSocket req = context.req();
        req.connect(server.bind(endpoint));
        return req;
    }

    private DealerSocket dealer(Socket server) {
        DealerSocket dealer = context.dealer();
        dealer.connect(server.bind("tcp://127.0.0.1:*"));
        return dealer;
    }

    private static Message greet(Message request) {
        return Message.of("Hello, " + request.text());
    }

    private static Message ask(ReqSocket req, String text) {
        return req.request(Message.of(text), IN_TIME);
    }

    private static void await(CountDownLatch latch) throws InterruptedException {
        assertThat(latch.await(IN_TIME.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }

    private static <T> T get(CompletableFuture<T> future) throws Exception {
        return future.get(IN_TIME.toSeconds(), TimeUnit.SECONDS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcp://127.0.0.1:*", "inproc://serve"})
    void aRepAndARouterAnswer(String endpoint) {
        Server first = rep.serve(ServerTest::greet);
        ReqSocket req = client(rep, endpoint);
        assertThat(ask(req, "Ada")).isEqualTo(Message.of("Hello, Ada"));
        assertThat(ask(req, "Bob")).isEqualTo(Message.of("Hello, Bob"));
        assertThat(first.stats().served()).isEqualTo(2);
        assertThat(first.stats().failed()).isZero();

        router.serve(ServerTest::greet);
        assertThat(ask(client(router, endpoint.replace("serve", "other")), "Eve"))
                .isEqualTo(Message.of("Hello, Eve"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcp://127.0.0.1:*", "inproc://numbers"})
    void aServerAnswersEachClientAFrameWithAFrame(String endpoint) {
        ServerSocket server = context.server();
        Server running = server.serve(ServerTest::greet);
        String bound = server.bind(endpoint).uri();
        for (String name : List.of("Ada", "Bob")) {
            ClientSocket client = context.client();
            client.connect(bound);
            client.send(name);
            assertThat(client.receive(IN_TIME)).contains(Message.of("Hello, " + name));
            client.send("");
            assertThat(client.receive(IN_TIME)).as("an empty request").contains(Message.of("Hello, "));
        }
        assertThat(running.stats().served()).isEqualTo(4);
    }

    @Test
    void aServersHandlerThatFailsOrGivesSeveralFramesIsAnsweredWithNothing() {
        ServerSocket server = context.server();
        Server running = server.serve(request -> {
            if (request.text().equals("bad")) {
                throw new IllegalStateException("secret");
            }
            return Message.of("two", "frames");
        });
        ClientSocket client = context.client();
        client.connect(server.bind("inproc://failing numbers"));
        for (String request : List.of("bad", "good")) {
            client.send(request);
            assertThat(client.receive(IN_TIME)).contains(Message.empty());
        }
        assertThat(running.stats().failed()).isEqualTo(2);
        assertThat(server.drops()).containsEntry(DropReason.HANDLER_FAILED, 2L);
    }

    @Test
    void aRouterAnswersWithAndWithoutAnEmptyFrame() {
        router.serve(ServerTest::greet);
        DealerSocket dealer = dealer(router);
        dealer.send("", "Ada");
        assertThat(dealer.receive(IN_TIME)).contains(Message.of("", "Hello, Ada"));
        dealer.send("Bob");
        assertThat(dealer.receive(IN_TIME)).contains(Message.of("Hello, Bob"));
        dealer.send("hop", "", "Eve");
        assertThat(dealer.receive(IN_TIME)).contains(Message.of("hop", "", "Hello, Eve"));
    }

    @Test
    void aRequestWithoutABodyIsCounted() {
        router.serve(ServerTest::greet);
        DealerSocket dealer = dealer(router);
        dealer.send("");
        dealer.send("Ada");
        assertThat(dealer.receive(IN_TIME)).contains(Message.of("Hello, Ada"));
        awaitUntil("counted", () -> router.drops().containsKey(DropReason.MALFORMED_ENVELOPE));
    }

    @Test
    void manyAreHandledAtOnceAndTheirRepliesReachThoseWhoAsked() throws Exception {
        int many = 100;
        var all = new CountDownLatch(many);
        router.serve(request -> {
            all.countDown();
            await(all);
            return greet(request);
        });
        DealerSocket dealer = dealer(router);
        List<CompletableFuture<Message>> replies = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            replies.add(dealer.request("client " + i, IN_TIME));
        }
        for (int i = 0; i < many; i++) {
            assertThat(get(replies.get(i))).isEqualTo(Message.of("Hello, client " + i));
        }
    }

    @Test
    void noMoreAreReadThanAreHandled() throws Exception {
        var go = new CountDownLatch(1);
        Server server = router.serve(
                request -> {
                    await(go);
                    return request;
                },
                it -> it.concurrency(2));
        DealerSocket dealer = dealer(router);
        List<CompletableFuture<Message>> replies = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            replies.add(dealer.request("request " + i, IN_TIME));
        }
        awaitUntil("two are handled", () -> server.stats().running() == 2);
        awaitUntil(
                "the others wait in the queue",
                () -> router.statistics().traffic().queuedIn() == 8);
        go.countDown();
        for (CompletableFuture<Message> each : replies) {
            get(each);
        }
        assertThat(server.stats().served()).isEqualTo(10);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aHandlerThatFailsIsAnsweredAndCountedAndTheServerGoesOn(boolean isRep) {
        Handler handler = request -> {
            if (request.text().equals("bad")) {
                throw new IllegalStateException("secret");
            }
            return request.text().equals("null") ? null : request;
        };
        Socket socket = isRep ? rep : router;
        Server server = isRep ? rep.serve(handler) : router.serve(handler);
        ReqSocket req = client(socket, "inproc://failing");
        assertThat(ask(req, "bad")).isEqualTo(Message.of("", "error"));
        assertThat(ask(req, "null")).isEqualTo(Message.of("", "error"));
        assertThat(ask(req, "good")).isEqualTo(Message.of("good"));
        assertThat(server.stats().failed()).isEqualTo(2);
        assertThat(socket.drops()).containsEntry(DropReason.HANDLER_FAILED, 2L);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatIsAnsweredToAFailureCanBeSaid(boolean isRep) {
        Handler handler = request -> {
            throw new IllegalStateException("broken");
        };
        var asked = new AtomicReference<Message>();
        java.util.function.Consumer<ServerOptions> settings = it -> it.onError((request, failure) -> {
            asked.set(request);
            return request.text().equals("silence") ? null : Message.of("", failure.getMessage());
        });
        Socket socket = isRep ? rep : router;
        Server server = isRep ? rep.serve(handler, settings) : router.serve(handler, settings);
        ReqSocket req = client(socket, "inproc://said");
        assertThat(ask(req, "1")).isEqualTo(Message.of("", "broken"));
        assertThat(asked.get()).isEqualTo(Message.of("1"));
        req.send("silence");
        awaitUntil("it is asked", () -> server.stats().failed() == 2);
        ReqSocket other = context.req();
        other.connect("inproc://said");
        assertThat(ask(other, "2")).isEqualTo(Message.of("", "broken"));
        assertThat(req.tryReceive()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aStopWaitsForHandlersAndTheirReplies(boolean isRep) throws Exception {
        var entered = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        Handler handler = request -> {
            entered.countDown();
            await(go);
            return request;
        };
        Socket socket = isRep ? rep : router;
        Server server = isRep ? rep.serve(handler) : router.serve(handler);
        ReqSocket req = client(socket, "inproc://stop");
        req.send("one");
        await(entered);
        var stopped = CompletableFuture.supplyAsync(() -> server.stop(IN_TIME));
        go.countDown();
        assertThat(get(stopped)).isTrue();
        assertThat(server.hasEnded()).isTrue();
        assertThat(req.receive(IN_TIME)).contains(Message.of("one"));
        server.await();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatIsNotReadStaysAndTheSocketCanBeServedAgain(boolean isRep) {
        Socket socket = isRep ? rep : router;
        Server first = isRep ? rep.serve(ServerTest::greet) : router.serve(ServerTest::greet);
        ReqSocket req = client(socket, "inproc://again");
        assertThat(ask(req, "Ada")).isEqualTo(Message.of("Hello, Ada"));
        assertThat(first.stop(IN_TIME)).isTrue();
        req.send("Bob");
        Server second = isRep ? rep.serve(ServerTest::greet) : router.serve(ServerTest::greet);
        assertThat(req.receive(IN_TIME)).contains(Message.of("Hello, Bob"));
        assertThat(second.hasEnded()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aHandlerThatDoesNotEndIsInterruptedWhenTheTimeIsOver(boolean isRep) throws Exception {
        var entered = new CountDownLatch(1);
        var never = new CountDownLatch(1);
        Handler handler = request -> {
            entered.countDown();
            never.await();
            return request;
        };
        Socket socket = isRep ? rep : router;
        Server server = isRep ? rep.serve(handler) : router.serve(handler);
        ReqSocket req = client(socket, "inproc://slow");
        req.send("one");
        await(entered);
        assertThat(server.stop(SHORT)).isFalse();
        server.await();
        assertThat(req.receive(IN_TIME)).contains(Message.of("", "error"));
        assertThat(server.stop(SHORT)).isTrue();
    }

    @Test
    void anInterruptOfAHandlerHarmsNothing() {
        rep.serve(request -> {
            Thread.currentThread().interrupt();
            return request;
        });
        ReqSocket req = client(rep, "tcp://127.0.0.1:*");
        for (int i = 0; i < 5; i++) {
            assertThat(ask(req, "interrupted")).isEqualTo(Message.of("interrupted"));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aSocketThatIsClosedEndsItsServer(boolean isRep) {
        Socket socket = isRep ? rep : router;
        Server server = isRep ? rep.serve(ServerTest::greet) : router.serve(ServerTest::greet);
        assertThat(ask(client(socket, "inproc://closed"), "Ada")).isNotNull();
        socket.close();
        server.await();
        assertThat(server.stop(IN_TIME)).isTrue();
    }

    @Test
    void aReplyAfterTheEndOfTheSocketIsCounted() throws Exception {
        var entered = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        Server server = router.serve(request -> {
            entered.countDown();
            await(go);
            return request;
        });
        client(router, "inproc://gone").send("one");
        await(entered);
        router.close();
        go.countDown();
        server.await();
        assertThat(router.drops()).containsEntry(DropReason.REQUESTER_GONE, 1L);
    }

    /** Also for those that did not end when their server was stopped. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theContextWaitsForHandlersWithinItsTime(boolean isStoppedBefore) throws Exception {
        var entered = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        Server server = router.serve(request -> {
            entered.countDown();
            awaitWhateverComes(go);
            return request;
        });
        try (Context other = Context.create();
                ReqSocket req = other.req()) {
            req.connect(router.bind("tcp://127.0.0.1:*"));
            req.send("one");
            await(entered);
            if (isStoppedBefore) {
                assertThat(server.stop(SHORT)).isFalse();
            }
            var closing = new Thread(() -> context.close(IN_TIME));
            closing.start();
            awaitUntil("it waits, or does not", () -> router.isClosed() || isWaitingForHandlers(closing));
            assertThat(router.isClosed()).isFalse();
            go.countDown();
            closing.join(IN_TIME.toMillis());
            assertThat(router.isClosed()).isTrue();
            assertThat(req.receive(IN_TIME)).contains(Message.of("one"));
        }
    }

    private static void awaitWhateverComes(CountDownLatch latch) {
        boolean isOver = false;
        while (!isOver) {
            try {
                await(latch);
                isOver = true;
            } catch (InterruptedException e) {
                // As a handler that does not listen.
            }
        }
    }

    private static boolean isWaitingForHandlers(Thread thread) {
        return thread.getState() == Thread.State.TIMED_WAITING
                && Stream.of(thread.getStackTrace())
                        .anyMatch(frame -> frame.getMethodName().equals("awaitEndOrInterrupt"));
    }

    @Test
    void aHandlerThatDoesNotEndKeepsNoContextOpen() throws Exception {
        var entered = new CountDownLatch(1);
        var never = new CountDownLatch(1);
        rep.serve(request -> {
            entered.countDown();
            never.await();
            return request;
        });
        client(rep, "inproc://stuck").send("one");
        await(entered);
        long began = System.nanoTime();
        context.close(Duration.ofMillis(200));
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(IN_TIME);
        never.countDown();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aHandlerMayStopItsOwnServer(boolean isRep) throws Exception {
        var server = new CompletableFuture<Server>();
        var stopped = new CompletableFuture<Boolean>();
        Handler handler = request -> {
            assertThatThrownBy(() -> get(server).await()).isInstanceOf(SocketStateException.class);
            stopped.complete(get(server).stop(IN_TIME));
            return request;
        };
        Socket socket = isRep ? rep : router;
        server.complete(isRep ? rep.serve(handler) : router.serve(handler));
        assertThat(ask(client(socket, "inproc://own"), "stop")).isEqualTo(Message.of("stop"));
        assertThat(get(stopped)).isTrue();
        get(server).await();
    }

    @Test
    void aSocketHasOneServer() {
        rep.serve(ServerTest::greet);
        assertThatThrownBy(() -> rep.serve(ServerTest::greet))
                .isInstanceOf(SocketStateException.class)
                .hasMessage("REP socket is served already: stop its server first");
    }

    @Test
    void aRepThatOwesAReplyIsNotServed() {
        ReqSocket req = client(rep, "inproc://owes");
        req.send("one");
        assertThat(rep.receive(IN_TIME)).isPresent();
        assertThatThrownBy(() -> rep.serve(ServerTest::greet)).hasMessageContaining("send the reply before");
        rep.send("reply");
        rep.serve(ServerTest::greet);
        assertThat(req.receive(IN_TIME)).contains(Message.of("reply"));
        assertThat(ask(req, "Ada")).isEqualTo(Message.of("Hello, Ada"));
    }

    @Test
    void anExecutorOfTheApplicationsHandlesAndOneThatRefusesLeavesItToTheReader() {
        var names = new AtomicReference<String>();
        Handler handler = request -> {
            names.set(Thread.currentThread().getName());
            return request;
        };
        Server server = router.serve(handler, it -> it.executor(task -> new Thread(task, "mine").start()));
        ReqSocket req = client(router, "inproc://mine");
        ask(req, "one");
        assertThat(names.get()).isEqualTo("mine");
        server.stop(IN_TIME);
        router.serve(
                handler,
                it -> it.executor(task -> {
                    throw new RejectedExecutionException("shut down");
                }));
        ask(req, "two");
        assertThat(names.get()).isEqualTo("zmq4j-worker");
    }

    @Test
    void anExecutorThatFailsLeavesItToTheReaderAsWell() {
        router.serve(
                ServerTest::greet,
                it -> it.concurrency(1).executor(task -> {
                    throw new StackOverflowError("planted");
                }));
        ReqSocket req = client(router, "inproc://fails");
        for (String name : List.of("Ada", "Bob", "Eve")) {
            assertThat(ask(req, name)).isEqualTo(Message.of("Hello, " + name));
        }
    }

    @Test
    void aClientThatReadsNothingHoldsUpNobodyElse() {
        ServerSocket server = context.server();
        server.set(SocketOptions.SNDHWM, 2);
        server.serve(request -> Message.of(new byte[100_000]), it -> it.concurrency(4));
        String endpoint = server.bind("tcp://127.0.0.1:*").uri();
        ClientSocket slow = context.client();
        slow.set(SocketOptions.RCVHWM, 1);
        slow.connect(endpoint);
        ClientSocket other = context.client();
        other.connect(endpoint);
        for (int i = 0; i < 500; i++) {
            slow.send("question");
        }
        awaitUntil("its replies are dropped", () -> server.drops().containsKey(DropReason.QUEUE_FULL));
        other.send("question");
        assertThat(other.receive(IN_TIME)).isPresent();
        assertThat(slow.receive(IN_TIME)).as("what it has room for").isPresent();
    }

    @Test
    void aClientThatReadsAgainIsAnsweredAgain() {
        ServerSocket server = context.server();
        server.set(SocketOptions.SNDHWM, 1);
        server.set(SocketOptions.SNDTIMEO, Duration.ZERO);
        server.serve(request -> Message.of(new byte[100_000]), it -> it.concurrency(1));
        ClientSocket client = context.client();
        client.set(SocketOptions.RCVHWM, 1);
        client.connect(server.bind("tcp://127.0.0.1:*").uri());
        for (int i = 0; i < 500; i++) {
            client.send("question");
        }
        awaitUntil("its replies are dropped", () -> server.drops().containsKey(DropReason.QUEUE_FULL));
        for (int empty = 0; empty < 5; ) {
            empty = client.receive(SHORT).isPresent() ? 0 : empty + 1;
        }
        client.send("question");
        assertThat(client.receive(IN_TIME)).isPresent();
    }

    @Test
    void anAnswerToAFailureHasOneFrameAsWell() {
        ServerSocket server = context.server();
        server.serve(
                request -> {
                    throw new IllegalStateException("planted");
                },
                it -> it.onError((request, failure) -> Message.of("two", "frames")));
        ClientSocket client = context.client();
        client.connect(server.bind("inproc://failure").uri());
        client.send("question");
        awaitUntil("counted", () -> server.drops().containsKey(DropReason.HANDLER_FAILED));
        assertThat(client.receive(SHORT)).isEmpty();
        assertThat(server.drops()).doesNotContainKey(DropReason.REQUESTER_GONE);
    }

    @Test
    void handlersRunInVirtualThreadsWhereThereAreSome() {
        var names = new AtomicReference<String>();
        router.serve(request -> {
            names.set(Thread.currentThread().toString());
            return request;
        });
        ask(client(router, "inproc://virtual"), "one");
        assertThat(names.get().startsWith("VirtualThread"))
                .isEqualTo(Runtime.version().feature() >= 21);
    }

    @Test
    void theWaitForTheEndCanBeInterrupted() throws Exception {
        Server server = rep.serve(ServerTest::greet);
        var failure = new CompletableFuture<Throwable>();
        var thread = new Thread(() -> {
            try {
                server.await();
            } catch (WaitInterruptedException e) {
                failure.complete(Thread.currentThread().isInterrupted() ? e : null);
            }
        });
        thread.start();
        thread.interrupt();
        assertThat(get(failure)).isInstanceOf(WaitInterruptedException.class);
    }

    @Test
    void aReplyThatNobodyCanHaveIsCountedAlsoIfItIsMandatory() throws Exception {
        router.set(SocketOptions.ROUTER_MANDATORY, true);
        var entered = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        router.serve(request -> {
            entered.countDown();
            await(go);
            return request;
        });
        DealerSocket dealer = dealer(router);
        dealer.send("one");
        await(entered);
        dealer.close();
        awaitUntil("it is gone", () -> router.peerCount() == 0);
        go.countDown();
        awaitUntil("counted", () -> router.drops().containsKey(DropReason.REQUESTER_GONE));
    }

    @Test
    void oddSettingsAreRefused() {
        assertThatThrownBy(() -> router.serve(ServerTest::greet, it -> it.concurrency(0)))
                .hasMessage("handlers is 0: at least 1 is allowed");
        assertThatThrownBy(() -> rep.serve(ServerTest::greet, it -> it.concurrency(2)))
                .hasMessageContaining("use a ROUTER");
        assertThatThrownBy(() -> rep.serve(ServerTest::greet, it -> it.executor(Runnable::run)))
                .hasMessageContaining("use a ROUTER");
        rep.serve(ServerTest::greet).close();
    }

    @Test
    void whatIsServedIsReceivedByTheServerAlone() {
        ReqSocket req = context.req();
        req.connect(rep.bind("inproc://served"));
        rep.serve(request -> request);
        for (ThrowingCallable receive : List.<ThrowingCallable>of(
                rep::receive,
                rep::tryReceive,
                () -> rep.receive(IN_TIME),
                rep::receiveFrom,
                rep::tryReceiveFrom,
                () -> rep.receiveFrom(IN_TIME),
                rep::receiveAsync)) {
            assertThatThrownBy(receive)
                    .isInstanceOf(SocketStateException.class)
                    .hasMessageContaining("stop the server first");
        }
        assertThat(req.request(Message.of("one"), IN_TIME)).isEqualTo(Message.of("one"));
    }

    @Test
    void handlersThatStopTheirServerDoNotWaitForEachOther() throws Exception {
        var bothAreIn = new CountDownLatch(2);
        var server = new AtomicReference<Server>();
        server.set(router.serve(request -> {
            bothAreIn.countDown();
            bothAreIn.await();
            server.get().stop(Duration.ofSeconds(-1));
            return Message.of("stopped");
        }));
        DealerSocket first = context.dealer();
        DealerSocket second = context.dealer();
        Binding served = router.bind("inproc://both");
        for (DealerSocket each : List.of(first, second)) {
            each.connect(served);
            each.send("", "stop");
        }
        assertThat(first.receive(IN_TIME)).contains(Message.of("", "stopped"));
        assertThat(second.receive(IN_TIME)).contains(Message.of("", "stopped"));
        server.get().await();
    }
}
