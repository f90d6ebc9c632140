package io.zmq4j.patterns.pirate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.Context;
import io.zmq4j.RouterSocket;
import io.zmq4j.message.Message;
import io.zmq4j.patterns.agent.Soon;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PirateTest {
    private static final Duration BEAT = Duration.ofMillis(100);

    private final Context context = Context.create();
    private final PirateQueue queue = queue("tcp://127.0.0.1:*", "tcp://127.0.0.1:*");

    @AfterEach
    void end() {
        context.close(Duration.ZERO);
    }

    private PirateQueue queue(String clients, String workers) {
        return PirateQueue.start(
                context, clients, workers, it -> it.heartbeat(BEAT).liveness(200));
    }

    private PirateWorker worker(io.zmq4j.Handler handler) {
        return PirateWorker.start(
                context,
                queue.workerEndpoint(),
                handler,
                it -> it.heartbeat(BEAT).liveness(200));
    }

    @Test
    void aRequestIsAnsweredByAWorker() {
        worker(request -> Message.of("Hello, " + request.text()));
        try (var req = context.req()) {
            req.connect(queue.clientEndpoint());

            assertThat(req.request("World", Soon.LIMIT).text()).isEqualTo("Hello, World");
        }
        assertThat(queue.statistics().requests()).isEqualTo(1);
        assertThat(queue.statistics().replies()).isEqualTo(1);
    }

    @Test
    void requestsWaitForAWorker() {
        try (var dealer = context.dealer()) {
            dealer.connect(queue.clientEndpoint());
            var reply = dealer.request("early", Soon.LIMIT);

            worker(request -> request);

            assertThat(reply).succeedsWithin(Soon.LIMIT);
        }
    }

    @Test
    void heartbeatsGoOnWhileAHandlerWorks() throws Exception {
        var isWorking = new CountDownLatch(1);
        var mayGoOn = new CountDownLatch(1);
        try (var router = context.router()) {
            PirateWorker.start(
                    context,
                    router.bind("tcp://127.0.0.1:*").uri(),
                    request -> {
                        isWorking.countDown();
                        mayGoOn.await();
                        return request;
                    },
                    it -> it.heartbeat(Duration.ofMillis(20)).liveness(1000));
            Message ready = next(router);
            assertThat(ready.from(1)).isEqualTo(Message.of(new byte[] {1}));
            router.send(Message.of("client", "", "job").prepend(ready.bytes()));
            assertThat(isWorking.await(20, TimeUnit.SECONDS)).isTrue();

            for (int i = 0; i < 3; i++) {
                assertThat(next(router).from(1)).isEqualTo(Message.of(new byte[] {2}));
            }
            mayGoOn.countDown();
            Message said = next(router);
            while (said.frameCount() == 2) {
                said = next(router);
            }
            assertThat(said.from(1)).isEqualTo(Message.of("client", "", "job"));
        }
    }

    /** Else a queue that sends what no worker asks for fills its memory. */
    @Test
    void aWorkerTakesNoMoreRequestsThanMayWaitAndGoesOnWhenItIsFree() throws Exception {
        var mayGoOn = new CountDownLatch(1);
        try (var router = context.router()) {
            router.sendHighWaterMark(10).routerMandatory(true);
            var worker = PirateWorker.start(
                    context,
                    router.bind("tcp://127.0.0.1:*").uri(),
                    request -> {
                        mayGoOn.await();
                        return Message.of("done");
                    },
                    it -> it.heartbeat(BEAT).liveness(10).socket(dealer -> dealer.receiveHighWaterMark(10)));
            byte[] id = next(router).bytes();
            Message job = Message.of("client".getBytes(UTF_8), new byte[0], new byte[100_000])
                    .prepend(id);
            int sent = 0;
            long refusedAt = System.nanoTime();
            // Three times as long as it takes until the queue's silence would be noticed.
            while (sent < 20_000 && System.nanoTime() - refusedAt < 3 * 10 * BEAT.toNanos()) {
                if (router.trySend(job)) {
                    sent++;
                    refusedAt = System.nanoTime();
                }
            }
            assertThat(sent).isBetween(PirateWorker.MAX_WAITING, 5_000);
            assertThat(worker.statistics().reconnects()).isZero();

            mayGoOn.countDown();
            for (int answered = 0; answered < sent; ) {
                answered += next(router).frameCount() > 2 ? 1 : 0;
                // One that says nothing would be given up.
                router.trySend(Message.of(id, new byte[] {2}));
            }
            int all = sent;
            Soon.until("all are counted", () -> worker.statistics().served() == all);
        }
    }

    private static Message next(RouterSocket router) {
        return router.receive(Soon.LIMIT).orElseThrow(() -> new AssertionError("nothing came"));
    }

    @Test
    void aHandlerThatFailsIsAnsweredAndTheWorkerLivesOn() {
        var worker = worker(request -> {
            if (request.text().equals("bad")) {
                throw new IllegalArgumentException("a test's");
            }
            return request;
        });
        try (var req = context.req()) {
            req.connect(queue.clientEndpoint());

            assertThat(req.request("bad", Soon.LIMIT)).isEqualTo(Message.of("", "error"));
            assertThat(req.request("good", Soon.LIMIT).text()).isEqualTo("good");
        }
        Soon.until("both are counted", () -> worker.statistics().served() == 2);
        assertThat(worker.statistics().failed()).isEqualTo(1);
    }

    @Test
    void aWorkerThatDiesWithARequestCostsTheClientOneTry() throws Exception {
        var reached = new CountDownLatch(1);
        var dying = worker(request -> {
            reached.countDown();
            new CountDownLatch(1).await();
            return request;
        });
        try (var dealer = context.dealer()) {
            dealer.connect(queue.clientEndpoint());
            var reply = LazyPirate.request(dealer, Message.of("job"), Duration.ofSeconds(2), 3);
            assertThat(reached.await(20, TimeUnit.SECONDS)).isTrue();

            dying.close();
            worker(request -> Message.of("done"));

            assertThat(reply.get(20, TimeUnit.SECONDS).text()).isEqualTo("done");
        }
    }

    @Test
    void aWorkerFindsAQueueThatComesBack() {
        var worker = PirateWorker.start(
                context,
                queue.workerEndpoint(),
                request -> request,
                it -> it.heartbeat(BEAT).liveness(10).reconnect(Duration.ofMillis(10), Duration.ofMillis(10)));
        Soon.until("it is ready", () -> queue.statistics().ready() == 1);
        queue.close();

        var again = queue(queue.clientEndpoint(), queue.workerEndpoint());
        Soon.until("it is ready again", () -> again.statistics().ready() == 1);

        assertThat(worker.statistics().reconnects()).isPositive();
    }

    @Test
    void aLazyPirateSaysHowOftenItTried() {
        try (var dealer = context.dealer()) {
            dealer.connect(queue.clientEndpoint());

            assertThatThrownBy(() -> LazyPirate.request(dealer, Message.of("x"), Duration.ofMillis(20), 3)
                            .get(20, TimeUnit.SECONDS))
                    .hasMessageContaining("3 tries");
            assertThat(dealer.outstanding()).isZero();
        }
    }

    @Test
    void aLazyPirateThatIsCancelledAsksNobodyAnyMore() {
        try (var dealer = context.dealer()) {
            dealer.connect(queue.clientEndpoint());
            var reply = LazyPirate.request(dealer, Message.of("x"), Soon.LIMIT, 3);

            reply.cancel(true);

            assertThat(dealer.outstanding()).isZero();
        }
    }

    @Test
    void manyWorkersShareManyRequests() throws Exception {
        var count = new AtomicInteger();
        for (int i = 0; i < 4; i++) {
            worker(request -> Message.of("" + count.incrementAndGet()));
        }
        try (var dealer = context.dealer()) {
            dealer.connect(queue.clientEndpoint());
            var replies = java.util.stream.IntStream.range(0, 1_000)
                    .mapToObj(i -> dealer.request("job", Soon.LIMIT))
                    .toList();
            for (var reply : replies) {
                reply.get(20, TimeUnit.SECONDS);
            }
        }
        assertThat(count).hasValue(1_000);
    }

    @Test
    void allEndsWithTheContext() {
        var worker = worker(request -> request);

        context.close(Duration.ZERO);

        queue.await();
        worker.await();
        assertThat(queue.statistics().requests()).isZero();
    }
}
