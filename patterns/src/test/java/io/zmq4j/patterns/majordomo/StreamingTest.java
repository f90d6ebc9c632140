package io.zmq4j.patterns.majordomo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.Context;
import io.zmq4j.DealerSocket;
import io.zmq4j.error.SocketClosedException;
import io.zmq4j.message.Message;
import io.zmq4j.patterns.agent.Soon;
import io.zmq4j.patterns.majordomo.protocol.MdpVersion;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Replies in parts, RFC 18, over sockets. */
class StreamingTest {
    private static final Duration BEAT = Duration.ofMillis(100);

    private final Context context = Context.create();
    private final MajordomoBroker broker = MajordomoBroker.start(
            context, "tcp://127.0.0.1:*", it -> it.heartbeat(BEAT).liveness(200));

    @AfterEach
    void close() {
        context.close(Duration.ofSeconds(5));
    }

    /** What a client is told, in order. */
    private static final class Told implements ReplyParts {
        private final ConcurrentLinkedQueue<String> all = new ConcurrentLinkedQueue<>();

        @Override
        public void part(Message body) {
            all.add(body.text());
        }

        @Override
        public void restart() {
            all.add("restart");
        }
    }

    private MajordomoClient client() {
        return MajordomoClient.connect(context, broker.endpoint(), it -> it.version(MdpVersion.V0_2));
    }

    private MajordomoWorker worker(StreamingHandler handler) {
        return MajordomoWorker.startStreaming(
                context,
                broker.endpoint(),
                "count",
                handler,
                it -> it.heartbeat(BEAT).liveness(200).reconnect(BEAT));
    }

    private DealerSocket raw() {
        DealerSocket dealer = context.dealer().linger(Duration.ZERO);
        dealer.connect(broker.endpoint());
        return dealer;
    }

    private static Message bytes(String... frames) {
        var wire = new byte[frames.length][];
        for (int i = 0; i < frames.length; i++) {
            wire[i] = frames[i].getBytes(StandardCharsets.ISO_8859_1);
        }
        return Message.of(wire);
    }

    private static Message receive(DealerSocket dealer) {
        return dealer.receive(Soon.LIMIT).orElseThrow();
    }

    private static Message request(DealerSocket worker) {
        Message message = receive(worker);
        while (message.equals(bytes("MDPW02", "\5"))) {
            message = receive(worker);
        }
        return message;
    }

    @Test
    void partsComeInOrderAndTheLastOneIsTheReply() {
        var told = new Told();
        try (var client = client();
                var worker = worker((request, parts) -> {
                    for (int i = 1; i < 4; i++) {
                        parts.accept(Message.of("" + i));
                    }
                    return Message.of("4");
                })) {
            var reply = client.requestAsync("count", Message.of("to 4"), Soon.LIMIT, told);
            assertThat(reply).succeedsWithin(Soon.LIMIT).isEqualTo(Message.of("4"));
            assertThat(told.all).containsExactly("1", "2", "3");
            // Who wants no parts gets the last one, and a worker of whole replies serves beside.
            assertThat(client.request("count", Message.of("to 4"), Soon.LIMIT)).isEqualTo(Message.of("4"));
            assertThat(worker.statistics()).isEqualTo(new WorkerStatistics(2, 0, 0, 1));
        }
    }

    @Test
    void aPartComesBeforeTheNextOneIsMade() {
        var told = new Told();
        var isRead = new CountDownLatch(1);
        try (var client = client();
                var worker = worker((request, parts) -> {
                    parts.accept(Message.of("early"));
                    isRead.await();
                    return Message.of("late");
                })) {
            var reply = client.requestAsync("count", Message.of("x"), Soon.LIMIT, told);
            Soon.until("the part came", () -> told.all.contains("early"));
            assertThat(reply).isNotDone();
            isRead.countDown();
            assertThat(reply).succeedsWithin(Soon.LIMIT).isEqualTo(Message.of("late"));
            assertThat(worker.statistics().failed()).isZero();
        }
    }

    /** More than stacks are deep, all of them there when the second one is read; and more than the worker's queue holds. */
    @Test
    void partsByTheThousandAllCome() {
        int count = 20_000;
        var seen = new AtomicInteger();
        var allSent = new CountDownLatch(1);
        try (var large = MajordomoBroker.start(
                        context, "tcp://127.0.0.1:*", it -> it.socket(router -> router.sendHighWaterMark(0)));
                var client = MajordomoClient.connect(
                        context,
                        large.endpoint(),
                        it -> it.version(MdpVersion.V0_2).socket(dealer -> dealer.receiveHighWaterMark(0)));
                var worker = MajordomoWorker.startStreaming(
                        context,
                        large.endpoint(),
                        "count",
                        (request, parts) -> {
                            for (int i = 0; i < count; i++) {
                                parts.accept(Message.of("x".repeat(500)));
                            }
                            allSent.countDown();
                            return Message.of("end");
                        },
                        it -> it.socket(dealer -> dealer.sendHighWaterMark(10)))) {
            var reply = client.requestAsync("count", Message.of("x"), Soon.LIMIT, new ReplyParts() {
                @Override
                public void part(Message body) {
                    Soon.until("all are sent", () -> allSent.getCount() == 0);
                    seen.incrementAndGet();
                }

                @Override
                public void restart() {}
            });
            assertThat(reply).succeedsWithin(Soon.LIMIT).isEqualTo(Message.of("end"));
            assertThat(seen).hasValue(count);
            assertThat(worker.statistics().failed()).isZero();
        }
    }

    @Test
    void aWorkerThatIsLostBetweenPartsIsFollowedByAnotherAndTheClientIsTold() {
        var told = new Told();
        var dying = raw();
        try (var client = client();
                var next = raw()) {
            dying.send(bytes("MDPW02", "\1", "count"));
            var reply = client.requestAsync("count", Message.of("job"), Soon.LIMIT, told);
            Message request = request(dying);
            String address = new String(request.bytes(2), StandardCharsets.ISO_8859_1);
            assertThat(request).isEqualTo(bytes("MDPW02", "\2", address, "", "job"));
            dying.send(bytes("MDPW02", "\3", address, "", "old one"));
            Soon.until("a part came", () -> told.all.size() == 1);
            dying.close();

            next.send(bytes("MDPW02", "\1", "count"));
            assertThat(request(next)).isEqualTo(request);
            next.send(bytes("MDPW02", "\3", address, "", "new one"));
            next.send(bytes("MDPW02", "\4", address, "", "end"));
            assertThat(reply).succeedsWithin(Soon.LIMIT).isEqualTo(Message.of("end"));
            assertThat(told.all).containsExactly("old one", "restart", "new one");
        }
    }

    @Test
    void aClientThatSaysNothingOfItGetsPartsAndFinalAloneByteByByte() {
        try (var client = raw();
                var worker = worker((request, parts) -> {
                    parts.accept(Message.of("1"));
                    return request.append("2");
                })) {
            client.send(bytes("MDPC02", "\1", "count", "job"));
            assertThat(receive(client)).isEqualTo(bytes("MDPC02", "\2", "count", "1"));
            assertThat(receive(client)).isEqualTo(bytes("MDPC02", "\3", "count", "job", "2"));
            assertThat(worker.statistics().failed()).isZero();
        }
    }

    @Test
    void whoAsksAgainIsToldThatItBeginsAnew() {
        var told = new Told();
        var tries = new AtomicInteger();
        try (var client = MajordomoClient.connect(
                        context,
                        broker.endpoint(),
                        it -> it.version(MdpVersion.V0_2).tries(2));
                var hanging = raw()) {
            hanging.send(bytes("MDPW02", "\1", "count"));
            var reply = client.requestAsync("count", Message.of("job"), Duration.ofSeconds(1), told);
            String address = new String(request(hanging).bytes(2), StandardCharsets.ISO_8859_1);
            hanging.send(bytes("MDPW02", "\3", address, "", "old one"));
            Soon.until("a part came", () -> told.all.size() == 1);
            try (var other = worker((request, parts) -> {
                parts.accept(Message.of("new " + tries.incrementAndGet()));
                return request;
            })) {
                assertThat(reply).succeedsWithin(Soon.LIMIT).isEqualTo(Message.of("job"));
                assertThat(told.all).containsExactly("old one", "restart", "new 1");
                assertThat(other.statistics().failed()).isZero();
            }
        }
    }

    @Test
    void aHandlerIsToldWhenNobodyWantsItsParts() {
        var seen = new CompletableFuture<Throwable>();
        var isWorking = new CountDownLatch(1);
        try (var client = client();
                var worker = worker((request, parts) -> {
                    isWorking.countDown();
                    try {
                        while (true) {
                            parts.accept(Message.of("more"));
                        }
                    } catch (RuntimeException e) {
                        seen.complete(e);
                        throw e;
                    }
                })) {
            var reply = client.requestAsync("count", Message.of("x"), Soon.LIMIT, ReplyParts.NONE);
            Soon.until("it works", () -> isWorking.getCount() == 0);
            broker.close();
            assertThat(seen).succeedsWithin(Soon.LIMIT).isInstanceOf(SocketClosedException.class);
            Soon.until("it is counted", () -> worker.statistics().unsent() == 1);
            assertThat(worker.statistics().failed()).isZero();
            reply.cancel(false);
        }
    }

    @Test
    void aListenerThatFailsGivesTheRequestUp() {
        var failure = new IllegalStateException("as the test wants it");
        try (var client = client();
                var worker = worker((request, parts) -> {
                    parts.accept(Message.of("1"));
                    return Message.of("2");
                })) {
            var reply = client.requestAsync("count", Message.of("x"), Soon.LIMIT, new ReplyParts() {
                @Override
                public void part(Message body) {
                    throw failure;
                }

                @Override
                public void restart() {}
            });
            assertThat(reply).failsWithin(Soon.LIMIT).withThrowableThat().withCause(failure);
            assertThat(client.request("count", Message.of("x"), Soon.LIMIT)).isEqualTo(Message.of("2"));
            assertThat(worker.statistics().failed()).isZero();
        }
    }

    @Test
    void partsNeedTheNewerVersion() {
        assertThatThrownBy(() -> MajordomoWorker.startStreaming(
                        context,
                        broker.endpoint(),
                        "count",
                        (request, parts) -> request,
                        it -> it.version(MdpVersion.V0_1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0.2");
    }

    @Test
    void metadataOfTheApplicationsOwnStayBesideOurs() {
        try (var router = context.router();
                var client = MajordomoClient.connect(
                        context,
                        router.bind("tcp://127.0.0.1:*").uri(),
                        it -> it.socket(dealer -> dealer.metadata("X-zone:eu")))) {
            var reply = client.requestAsync("count", Message.of("x"), Soon.LIMIT);
            var peer = router.receiveFrom(Soon.LIMIT).orElseThrow().peer();
            assertThat(List.of("X-zone", "X-Majordomo-Restart")).allMatch(peer.metadata()::containsKey);
            reply.cancel(false);
        }
    }
}
