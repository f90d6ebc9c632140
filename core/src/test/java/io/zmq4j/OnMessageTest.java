package io.zmq4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.error.SocketStateException;
import io.zmq4j.message.Message;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages that are handled in the background: in order, whatever the handler does, and how that ends. */
class OnMessageTest {
    private static final Duration IN_TIME = Pipeline.IN_TIME;

    /** A handler that is in its first call until it is released. */
    private static final class Held implements MessageHandler {
        final List<String> handled = new CopyOnWriteArrayList<>();
        final CountDownLatch entered = new CountDownLatch(1);
        final CountDownLatch released = new CountDownLatch(1);

        @Override
        public void handle(Message message) throws InterruptedException {
            entered.countDown();
            released.await();
            handled.add(message.text());
        }

        void awaitEntered() throws InterruptedException {
            assertThat(entered.await(IN_TIME.toSeconds(), TimeUnit.SECONDS)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"inproc://ordered", "tcp://127.0.0.1:*"})
    void messagesAreHandledInOrderOneAtATimeByWorkers(String endpoint) {
        List<String> seen = new CopyOnWriteArrayList<>();
        List<String> threads = new CopyOnWriteArrayList<>();
        var inside = new AtomicInteger();
        var mostInside = new AtomicInteger();
        try (var pipeline = new Pipeline(endpoint);
                var consumption = pipeline.pull.onMessage(message -> {
                    mostInside.accumulateAndGet(inside.incrementAndGet(), Math::max);
                    seen.add(message.text());
                    threads.add(Thread.currentThread().getName());
                    inside.decrementAndGet();
                })) {
            for (int burst = 0; burst < 10; burst++) {
                pipeline.send(burst * 50, (burst + 1) * 50);
                int handled = (burst + 1) * 50;
                Pipeline.awaitUntil("a burst is handled", () -> consumption.handled() == handled);
                awaitNoWorker();
            }
            assertThat(consumption.failed()).isZero();
            assertThat(consumption.isEnded()).isFalse();
        }
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            expected.add(Integer.toString(i));
        }
        assertThat(seen).isEqualTo(expected);
        assertThat(mostInside).hasValue(1);
        assertThat(threads).allSatisfy(name -> assertThat(name).isEqualTo("zmq4j-worker"));
    }

    private static void awaitNoWorker() {
        Pipeline.awaitUntil(
                "no thread is held",
                () -> Thread.getAllStackTraces().values().stream()
                        .flatMap(Stream::of)
                        .noneMatch(frame -> frame.getClassName().equals(MessageLoop.class.getName())
                                && frame.getMethodName().equals("run")));
    }

    @Test
    void whatTheHandlerThrowsIsCountedAndTold() {
        List<String> failures = new CopyOnWriteArrayList<>();
        try (var pipeline = new Pipeline("inproc://failing");
                var consumption = pipeline.pull.onMessage(
                        message -> {
                            if (Integer.parseInt(message.text()) % 2 == 1) {
                                throw new IOException("odd");
                            }
                        },
                        (message, failure) -> {
                            failures.add(message.text() + " " + failure.getMessage());
                            throw new IllegalStateException("of no consequence");
                        })) {
            pipeline.send(0, 6);
            Pipeline.awaitUntil("all are handled", () -> consumption.handled() == 6);
            assertThat(consumption.failed()).isEqualTo(3);
        }
        assertThat(failures).containsExactly("1 odd", "3 odd", "5 odd");
    }

    @Test
    void anErrorEndsNothingEither() {
        try (var pipeline = new Pipeline("inproc://error");
                var consumption = pipeline.pull.onMessage(message -> {
                    throw new StackOverflowError("deep");
                })) {
            pipeline.send(0, 3);
            Pipeline.awaitUntil("all are handled", () -> consumption.failed() == 3);
        }
    }

    @Test
    void aStopLetsTheCallUnderWayFinishAndLeavesTheRest() throws Exception {
        var held = new Held();
        try (var pipeline = new Pipeline("inproc://stop");
                var consumption = pipeline.pull.onMessage(held)) {
            pipeline.send(0, 3);
            held.awaitEntered();
            var stop = CompletableFuture.supplyAsync(() -> consumption.stop(IN_TIME));
            assertThat(consumption.isEnded()).isFalse();
            assertThat(consumption.await(Duration.ZERO)).isFalse();
            held.released.countDown();

            assertThat(stop.get(IN_TIME.toSeconds(), TimeUnit.SECONDS)).isTrue();
            consumption.await();
            // How soon the stop came, nobody knows: but the rest is there, in order.
            assertThat(held.handled).startsWith("0").hasSize((int) consumption.handled());
            for (int i = held.handled.size(); i < 3; i++) {
                assertThat(pipeline.pull.receiveText()).isEqualTo(Integer.toString(i));
            }
        }
    }

    @Test
    void aCallThatTakesLongerThanTheGraceIsInterrupted() {
        var held = new Held();
        try (var pipeline = new Pipeline("inproc://grace");
                var consumption = pipeline.pull.onMessage(held, (message, failure) -> {})) {
            pipeline.send(0, 1);
            Pipeline.awaitUntil("the handler is called", () -> held.entered.getCount() == 0);
            assertThat(consumption.stop(Duration.ofMillis(1))).isFalse();
            assertThat(consumption.await(IN_TIME)).isTrue();
            assertThat(consumption.failed()).isEqualTo(1);
            assertThat(held.handled).isEmpty();
        }
    }

    @Test
    void anInterruptedCallerDoesNotWaitForTheCall() throws Exception {
        var held = new Held();
        try (var pipeline = new Pipeline("inproc://interrupted");
                var consumption = pipeline.pull.onMessage(held, (message, failure) -> {})) {
            pipeline.send(0, 1);
            held.awaitEntered();
            Thread.currentThread().interrupt();
            assertThat(consumption.stop(Duration.ofSeconds(-1))).isFalse();
            assertThat(Thread.interrupted()).isTrue();
            consumption.await();
        }
    }

    @Test
    void aStopWhileNothingComesTakesBackWhatWasAwaited() {
        try (var pipeline = new Pipeline("inproc://idle")) {
            var consumption = pipeline.pull.onMessage(message -> {});
            pipeline.send(0, 1);
            Pipeline.awaitUntil("one is handled", () -> consumption.handled() == 1);
            assertThat(consumption.stop(IN_TIME)).isTrue();
            assertThat(consumption.stop(IN_TIME)).isTrue();
            pipeline.send(1, 2);
            assertThat(pipeline.pull.receiveText()).isEqualTo("1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"inproc://stops", "tcp://127.0.0.1:*"})
    void wheneverItIsStoppedNoMessageIsLost(String endpoint) {
        try (var pipeline = new Pipeline(endpoint)) {
            List<String> handled = new CopyOnWriteArrayList<>();
            var sending = new Thread(() -> {
                for (int i = 0; i < 2_000; i++) {
                    pipeline.push.send(Integer.toString(i));
                }
            });
            sending.start();
            while (handled.size() < 2_000) {
                var consumption = pipeline.pull.onMessage(message -> handled.add(message.text()));
                Thread.yield();
                assertThat(consumption.stop(IN_TIME)).isTrue();
            }
            for (int i = 0; i < 2_000; i++) {
                assertThat(handled.get(i)).isEqualTo(Integer.toString(i));
            }
        }
    }

    @Test
    void aHandlerMayStopItsOwnCalls() {
        var consumption = new CompletableFuture<Consumption>();
        try (var pipeline = new Pipeline("inproc://itself")) {
            consumption.complete(pipeline.pull.onMessage(message -> {
                consumption.join().close();
                assertThat(Thread.currentThread().isInterrupted()).isFalse();
            }));
            pipeline.send(0, 2);
            consumption.join().await();
            assertThat(consumption.join().handled()).isEqualTo(1);
            assertThat(consumption.join().failed()).isZero();
            assertThat(pipeline.pull.receiveText()).isEqualTo("1");
        }
    }

    @Test
    void aHandlerThatWouldWaitForItselfIsToldSo() {
        var failure = new CompletableFuture<Throwable>();
        var consumption = new CompletableFuture<Consumption>();
        try (var pipeline = new Pipeline("inproc://await")) {
            consumption.complete(pipeline.pull.onMessage(
                    message -> consumption.join().await(), (message, reason) -> failure.complete(reason)));
            pipeline.send(0, 1);
            assertThat(failure.orTimeout(IN_TIME.toSeconds(), TimeUnit.SECONDS).join())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("let it return");
        }
    }

    @Test
    void anInterruptFlagOfTheHandlerIsNotForTheNextCall() {
        List<Boolean> interrupted = new CopyOnWriteArrayList<>();
        try (var pipeline = new Pipeline("inproc://flag");
                var consumption = pipeline.pull.onMessage(message -> {
                    interrupted.add(Thread.currentThread().isInterrupted());
                    Thread.currentThread().interrupt();
                })) {
            pipeline.send(0, 3);
            Pipeline.awaitUntil("all are handled", () -> consumption.handled() == 3);
        }
        assertThat(interrupted).containsExactly(false, false, false);
    }

    @Test
    void itEndsWithItsSocketAndWithItsContext() {
        try (var pipeline = new Pipeline("tcp://127.0.0.1:*")) {
            var first = pipeline.pull.onMessage(message -> {});
            pipeline.pull.close();
            assertThat(first.await(IN_TIME)).isTrue();
            assertThat(pipeline.pull.onMessage(message -> {}).isEnded()).isTrue();

            var second = pipeline.context.pair().onMessage(message -> {});
            pipeline.context.close();
            assertThat(second.isEnded()).isTrue();
        }
    }

    @Test
    void itEndsWhenReceivingFailsAndSaysWhy() {
        try (var context = Context.create();
                var req = context.req()) {
            var consumption = req.onMessage(message -> {});
            assertThat(consumption.isEnded()).isTrue();
            assertThatThrownBy(consumption::await).isInstanceOf(SocketStateException.class);
            consumption.close();
        }
    }

    @Test
    void whatIsNoExceptionToThrowIsThrownAsACause() {
        var standIn = new StandIn();
        var consumption = standIn.onMessage(message -> {});
        standIn.fail(new IOException("no disk"));
        assertThatThrownBy(consumption::await)
                .isInstanceOf(CompletionException.class)
                .cause()
                .hasMessage("no disk");
    }

    @Test
    void aServersHandlerReplies() {
        try (var context = Context.create();
                var rep = context.rep();
                var req = context.req();
                var consumption = rep.onMessage(question -> rep.send(question.text() + "!"))) {
            req.connect(rep.bind("tcp://127.0.0.1:*"));
            for (String question : List.of("one", "two", "three")) {
                req.send(question);
                assertThat(req.receive(IN_TIME)).map(Message::text).contains(question + "!");
            }
            assertThat(consumption.failed()).isZero();
        }
    }

    @Test
    void aContextIsClosedWhenTheCallUnderWayHasReturnedItsSocketsStillOpen() throws Exception {
        var entered = new CountDownLatch(1);
        var released = new CountDownLatch(1);
        try (var pipeline = new Pipeline("tcp://127.0.0.1:*");
                var results = Context.create();
                var result = results.pull()) {
            String endpoint = result.bind("tcp://127.0.0.1:*").uri();
            var out = pipeline.context.push();
            out.connect(endpoint);
            var consumption = pipeline.pull.onMessage(message -> {
                entered.countDown();
                released.await();
                out.send("done " + message.text());
            });
            pipeline.send(0, 2);
            assertThat(entered.await(IN_TIME.toSeconds(), TimeUnit.SECONDS)).isTrue();
            var closing = new Thread(() -> pipeline.context.close(IN_TIME));
            closing.start();
            Pipeline.awaitWaiting(closing);
            assertThat(pipeline.context.isClosed()).isTrue();
            assertThat(out.isClosed()).isFalse();
            released.countDown();
            closing.join(IN_TIME.toMillis());

            assertThat(closing.isAlive()).isFalse();
            assertThat(consumption.isEnded()).isTrue();
            assertThat(consumption.failed()).isZero();
            assertThat(result.receive(IN_TIME)).map(Message::text).contains("done 0");
        }
    }

    @Test
    void aContextsCloseInterruptsTheCallThatTakesTooLong() throws Exception {
        var held = new Held();
        try (var pipeline = new Pipeline("inproc://long")) {
            var consumption = pipeline.pull.onMessage(held, (message, failure) -> {});
            pipeline.send(0, 1);
            held.awaitEntered();
            pipeline.context.close(Duration.ofMillis(1));
            assertThat(consumption.await(IN_TIME)).isTrue();
            assertThat(held.handled).isEmpty();
        }
    }

    @Test
    void aHandlerMayCloseItsContext() {
        try (var pipeline = new Pipeline("inproc://closer")) {
            var consumption = pipeline.pull.onMessage(message -> pipeline.context.close());
            pipeline.send(0, 1);
            assertThat(consumption.await(IN_TIME)).isTrue();
            assertThat(consumption.failed()).isZero();
        }
    }

    @Test
    void aStandInForASocketHasItAsWell() {
        var standIn = new StandIn("a", "b");
        List<String> seen = new CopyOnWriteArrayList<>();
        var consumption = standIn.onMessage(message -> seen.add(message.text()));
        Pipeline.awaitUntil("two are handled", () -> consumption.handled() == 2);
        standIn.give("c");
        Pipeline.awaitUntil("three are handled", () -> consumption.handled() == 3);
        standIn.close();
        assertThat(consumption.await(IN_TIME)).isTrue();
        assertThat(seen).containsExactly("a", "b", "c");
    }
}
