package io.zmq4j.patterns.majordomo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.Context;
import io.zmq4j.Handler;
import io.zmq4j.error.RequestFailedException;
import io.zmq4j.error.RequestFailedException.Reason;
import io.zmq4j.error.WaitInterruptedException;
import io.zmq4j.message.Message;
import io.zmq4j.patterns.majordomo.protocol.MdpVersion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Broker, worker and client over sockets. */
class MajordomoTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration BEAT = Duration.ofMillis(100);

    /** Nobody is lost because the machine is busy. */
    private static final int LIVENESS = 50;

    private final Context context = Context.create();
    private final MajordomoBroker broker = MajordomoBroker.start(
            context, "tcp://127.0.0.1:*", it -> it.heartbeat(BEAT).liveness(LIVENESS));

    @AfterEach
    void close() {
        context.close(Duration.ofSeconds(5));
    }

    private MajordomoWorker worker(String service, Handler handler) {
        return MajordomoWorker.start(
                context,
                broker.endpoint(),
                service,
                handler,
                it -> it.heartbeat(BEAT).liveness(LIVENESS).reconnect(BEAT));
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    private static Reason reason(Throwable failure) {
        return ((RequestFailedException) failure).reason();
    }

    @ParameterizedTest
    @EnumSource
    void aServiceAnswersByName(MdpVersion version) {
        try (var client = MajordomoClient.connect(context, broker.endpoint(), it -> it.version(version));
                var worker = MajordomoWorker.start(
                        context,
                        broker.endpoint(),
                        "greeting",
                        request -> Message.of("Hello, " + request.text()),
                        it -> it.version(version))) {
            assertThat(client.request("greeting", Message.of("World"), PATIENCE))
                    .isEqualTo(Message.of("Hello, World"));
            assertThat(client.hasService("greeting", PATIENCE)).isTrue();
            assertThat(client.hasService("weather", PATIENCE)).isFalse();
            assertThat(worker.statistics()).isEqualTo(new WorkerStatistics(1, 0, 0, 1));
        }
    }

    @Test
    void manyRequestsAtOnceGetTheirOwnReplies() {
        try (var client = MajordomoClient.connect(context, broker.endpoint(), it -> it.connections(8));
                var one = worker("echo", request -> request);
                var two = worker("echo", request -> request)) {
            List<CompletableFuture<Message>> replies = new ArrayList<>();
            for (int i = 0; i < 500; i++) {
                replies.add(client.requestAsync("echo", Message.of("" + i), PATIENCE));
            }
            for (int i = 0; i < 500; i++) {
                assertThat(replies.get(i).join().text()).isEqualTo("" + i);
            }
            assertThat(one.statistics().requests() + two.statistics().requests())
                    .isEqualTo(500);
            assertThat(client.outstanding()).isZero();
        }
    }

    @Test
    void aHandlerThatFailsIsToldAndTheWorkerLivesOn() {
        try (var client = MajordomoClient.connect(context, broker.endpoint());
                var worker = worker("odd", request -> {
                    if (request.text().equals("fail")) {
                        throw new IllegalStateException("as the test wants it");
                    }
                    return request;
                })) {
            assertThat(client.request("odd", Message.of("fail"), PATIENCE)).isEqualTo(Message.of("", "error"));
            assertThat(client.request("odd", Message.of("fine"), PATIENCE)).isEqualTo(Message.of("fine"));
            assertThat(worker.statistics().failed()).isEqualTo(1);
        }
    }

    @Test
    void aFailureWithoutAnAnswerGoesToAnotherWorker() {
        var tries = new AtomicInteger();
        Handler atTheThird = request -> {
            if (tries.incrementAndGet() < 3) {
                throw new IllegalStateException("as the test wants it");
            }
            return request;
        };
        try (var client = MajordomoClient.connect(context, broker.endpoint());
                var worker = MajordomoWorker.start(
                        context,
                        broker.endpoint(),
                        "odd",
                        atTheThird,
                        it -> it.reconnect(BEAT).onError((request, failure) -> null))) {
            assertThat(client.request("odd", Message.of("x"), PATIENCE)).isEqualTo(Message.of("x"));
            assertThat(worker.statistics().dialogs()).isEqualTo(3);
        }
    }

    @Test
    void aWorkerThatWorksForLongIsNotLost() {
        try (var strict = MajordomoBroker.start(
                        context, "inproc://strict", it -> it.heartbeat(BEAT).liveness(15));
                var client = MajordomoClient.connect(context, "inproc://strict");
                var worker = MajordomoWorker.start(
                        context,
                        "inproc://strict",
                        "slow",
                        request -> {
                            TimeUnit.MILLISECONDS.sleep(20 * BEAT.toMillis());
                            return request;
                        },
                        it -> it.heartbeat(BEAT).liveness(LIVENESS))) {
            assertThat(client.request("slow", Message.of("x"), PATIENCE)).isEqualTo(Message.of("x"));
            assertThat(worker.statistics().dialogs()).isEqualTo(1);
            assertThat(strict.statistics().count(BrokerCount.LOST)).isZero();
        }
    }

    @Test
    void whoIsNotAnsweredIsToldWhy() {
        try (var client = MajordomoClient.connect(context, broker.endpoint(), it -> it.tries(2));
                var nobody = MajordomoClient.connect(context, "inproc://nobody")) {
            var moment = Duration.ofMillis(100);
            assertThatThrownBy(() -> client.request("nothing", Message.of("x"), moment))
                    .isInstanceOfSatisfying(RequestFailedException.class, failure -> {
                        assertThat(failure.tries()).isEqualTo(2);
                        assertThat(failure.endpoint()).contains(broker.endpoint());
                        assertThat(failure.reason()).isIn(Reason.TIMEOUT, Reason.NO_PEER);
                    });
            assertThatThrownBy(() -> nobody.request("nothing", Message.of("x"), moment))
                    .satisfies(failure -> assertThat(reason(failure)).isEqualTo(Reason.NO_PEER));
        }
    }

    @Test
    void aLateReplyIsNotTakenForAnotherRequests() throws Exception {
        var goOn = new CountDownLatch(1);
        try (var client = MajordomoClient.connect(context, broker.endpoint(), it -> it.connections(1));
                var slow = worker("echo", request -> {
                    if (request.text().equals("first")) {
                        goOn.await();
                    }
                    return request;
                })) {
            assertThatThrownBy(() -> client.request("echo", Message.of("first"), Duration.ofMillis(300)))
                    .isInstanceOf(RequestFailedException.class);
            var second = client.requestAsync("echo", Message.of("second"), PATIENCE);
            goOn.countDown();
            assertThat(second.get(20, TimeUnit.SECONDS).text()).isEqualTo("second");
            assertThat(slow.statistics().requests()).isEqualTo(2);
        }
    }

    @Test
    void tooManyRequestsAreRefusedAtOnce() {
        var client = MajordomoClient.connect(
                context, broker.endpoint(), it -> it.connections(1).maxWaiting(2));
        List<CompletableFuture<Message>> replies = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            replies.add(client.requestAsync("nothing", Message.of("" + i), PATIENCE));
        }
        assertThat(client.outstanding()).isEqualTo(3);
        assertThatThrownBy(() -> client.request("nothing", Message.of("4"), PATIENCE))
                .satisfies(failure -> assertThat(reason(failure)).isEqualTo(Reason.BUSY));
        client.close();
        for (var each : replies) {
            assertThat(each)
                    .failsWithin(PATIENCE)
                    .withThrowableOfType(ExecutionException.class)
                    .satisfies(failure -> assertThat(reason(failure.getCause())).isEqualTo(Reason.CLOSED));
        }
        assertThatThrownBy(() -> client.request("nothing", Message.of("5"), PATIENCE))
                .satisfies(failure -> assertThat(reason(failure)).isEqualTo(Reason.CLOSED));
    }

    @Test
    void anInterruptEndsTheWait() throws Exception {
        try (var client = MajordomoClient.connect(context, broker.endpoint())) {
            var seen = new CompletableFuture<Throwable>();
            var thread = new Thread(() -> {
                try {
                    client.request("nothing", Message.of("x"), PATIENCE);
                } catch (RuntimeException e) {
                    seen.complete(Thread.currentThread().isInterrupted() ? e : new AssertionError("no flag", e));
                }
            });
            thread.start();
            await(() -> client.outstanding() == 1);
            thread.interrupt();
            assertThat(seen.get(20, TimeUnit.SECONDS)).isInstanceOf(WaitInterruptedException.class);
        }
    }

    @Test
    void aWorkerThatStopsAnswersFirst() throws Exception {
        var begun = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        try (var client = MajordomoClient.connect(context, broker.endpoint());
                var worker = worker("slow", request -> {
                    begun.countDown();
                    goOn.await();
                    return request;
                })) {
            var reply = client.requestAsync("slow", Message.of("x"), PATIENCE);
            assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
            var stopping = CompletableFuture.supplyAsync(() -> worker.stop(PATIENCE));
            goOn.countDown();
            assertThat(reply.get(20, TimeUnit.SECONDS)).isEqualTo(Message.of("x"));
            assertThat(stopping.get(20, TimeUnit.SECONDS)).isTrue();
            assertThat(worker.hasEnded()).isTrue();
            await(() -> broker.statistics().count(BrokerCount.LEFT) == 1);
        }
    }

    @Test
    void aHandlerThatHangsIsInterruptedAndItsRequestGoesToAnother() throws Exception {
        var begun = new CountDownLatch(1);
        try (var client = MajordomoClient.connect(context, broker.endpoint());
                var hanging = worker("echo", request -> {
                    begun.countDown();
                    new CountDownLatch(1).await();
                    return request;
                })) {
            var reply = client.requestAsync("echo", Message.of("x"), PATIENCE);
            assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(hanging.stop(Duration.ofMillis(50))).isFalse();
            await(hanging::hasEnded);
            try (var other = worker("echo", request -> request)) {
                assertThat(reply.get(20, TimeUnit.SECONDS)).isEqualTo(Message.of("x"));
                assertThat(other.statistics().requests()).isEqualTo(1);
            }
        }
    }

    @Test
    void workersFindABrokerThatIsStartedAnew() throws Exception {
        String endpoint = broker.endpoint();
        try (var client = MajordomoClient.connect(context, endpoint, it -> it.tries(50));
                var worker = worker("echo", request -> request)) {
            assertThat(client.request("echo", Message.of("1"), PATIENCE).text()).isEqualTo("1");
            broker.close();
            try (var next = MajordomoBroker.start(context, endpoint, it -> it.heartbeat(BEAT))) {
                assertThat(client.request("echo", Message.of("2"), Duration.ofMillis(400))
                                .text())
                        .isEqualTo("2");
                assertThat(worker.statistics().dialogs()).isGreaterThanOrEqualTo(2);
                assertThat(next.statistics().count(BrokerCount.REGISTERED)).isGreaterThanOrEqualTo(1);
            }
        }
    }

    @Test
    void allOfItEndsWithTheContext() throws Exception {
        var client = MajordomoClient.connect(context, broker.endpoint());
        var worker = worker("echo", request -> request);
        var waiting = client.requestAsync("nothing", Message.of("x"), PATIENCE);
        context.close(Duration.ofSeconds(5));
        broker.await();
        worker.await();
        assertThat(waiting).failsWithin(PATIENCE);
        client.close();
    }
}
