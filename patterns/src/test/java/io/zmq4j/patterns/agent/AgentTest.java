package io.zmq4j.patterns.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.Context;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AgentTest {
    private final Context context = Context.create();
    private final Agent agent = new Agent(context, "test");

    @AfterEach
    void end() {
        agent.close();
        context.close(Duration.ZERO);
    }

    private static <T> T get(CompletableFuture<T> future) throws Exception {
        return future.get(20, TimeUnit.SECONDS);
    }

    @Test
    void whatACallOfAnApplicationsThrowsKeepsNoneFromComingAfterIt() throws Exception {
        var serial = new Serial(10);
        var isSecondIn = new CountDownLatch(1);
        var later = new CompletableFuture<String>();
        serial.run(() -> {
            try {
                isSecondIn.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            throw new AssertionError("a test's");
        });
        serial.run(() -> later.complete("here"));
        isSecondIn.countDown();
        assertThat(get(later)).isEqualTo("here");
    }

    @Test
    void failuresAreToldSeldom() {
        assertThat(LongStream.rangeClosed(1, 1_000).filter(Seldom::isTold)).containsExactly(1L, 10L, 100L, 1_000L);
    }

    @Test
    void messagesTasksAndTheClockAreAllOneThreads() throws Exception {
        var message = new CompletableFuture<Thread>();
        var task = new CompletableFuture<Thread>();
        var time = new CompletableFuture<Thread>();
        var pull = context.pull();
        var push = context.push();
        push.connect(pull.bind("inproc://work"));
        agent.read(pull, received -> message.complete(Thread.currentThread()));
        agent.start(
                now -> {
                    time.complete(Thread.currentThread());
                    return Long.MAX_VALUE;
                },
                () -> {});
        push.send("work");
        assertThat(agent.execute(() -> task.complete(Thread.currentThread()))).isTrue();

        assertThat(get(message)).isSameAs(get(task)).isSameAs(get(time));
        assertThat(get(message).getName()).isEqualTo("zmq4j-test");
        assertThat(get(message).isDaemon()).isTrue();
    }

    /** Two threads, so that one rings while the agent looks for what the other has rung for. */
    @Test
    void everyTaskWakesItWhicheverMomentItComes() throws Exception {
        agent.start(Timer.NONE, () -> {});
        List<CompletableFuture<Void>> threads = new ArrayList<>();
        for (int thread = 0; thread < 2; thread++) {
            threads.add(CompletableFuture.runAsync(() -> {
                for (int i = 0; i < 5_000; i++) {
                    var done = new CompletableFuture<Boolean>();
                    agent.execute(() -> done.complete(true));
                    done.orTimeout(20, TimeUnit.SECONDS).join();
                }
            }));
        }
        for (var thread : threads) {
            get(thread);
        }
    }

    @Test
    void theClockIsLookedAtWhenTheTimerWantsIt() throws Exception {
        var thirdTime = new CompletableFuture<Boolean>();
        var count = new AtomicInteger();
        agent.start(
                now -> {
                    if (count.incrementAndGet() == 3) {
                        thirdTime.complete(true);
                    }
                    return 1_000_000;
                },
                () -> {});

        assertThat(get(thirdTime)).isTrue();
    }

    @Test
    void whatIsNotWantedStaysInTheSocket() throws Exception {
        var got = new ArrayList<String>();
        var isWanted = new AtomicBoolean();
        var pull = context.pull();
        var push = context.push();
        push.connect(pull.bind("inproc://work"));
        agent.read(pull, isWanted::get, received -> {
            got.add(received.message().text());
            isWanted.set(false);
        });
        agent.start(Timer.NONE, () -> {});
        push.send("one");
        push.send("two");

        assertThat(agent.ask(() -> List.copyOf(got))).isEmpty();
        agent.execute(() -> isWanted.set(true));
        Soon.until("one message", () -> !agent.ask(() -> List.copyOf(got)).isEmpty());
        assertThat(agent.ask(() -> List.copyOf(got))).containsExactly("one");
    }

    @Test
    void aStepThatFailsEndsNothing() throws Exception {
        agent.start(Timer.NONE, () -> {});
        agent.execute(() -> {
            throw new IllegalStateException("a test's");
        });

        assertThat(agent.ask(() -> "alive")).isEqualTo("alive");
        assertThat(agent.failures()).isEqualTo(1);
    }

    @Test
    void itEndsWithTheContextOnceAndTakesNothingAfter() throws Exception {
        var ended = new AtomicInteger();
        var isOver = new CompletableFuture<Boolean>();
        agent.start(Timer.NONE, () -> {
            ended.incrementAndGet();
            isOver.complete(agent.execute(() -> {}));
        });

        context.close(Duration.ZERO);

        assertThat(get(isOver)).isFalse();
        agent.close();
        assertThat(ended).hasValue(1);
        assertThat(agent.ask(() -> "asked by the caller")).isEqualTo("asked by the caller");
    }

    @Test
    void itEndsWithAShutdownOfTheContext() throws Exception {
        var isOver = new CompletableFuture<Boolean>();
        agent.start(Timer.NONE, () -> isOver.complete(true));

        context.shutdown();

        assertThat(get(isOver)).isTrue();
    }

    @Test
    void itsOwnThreadMayCloseIt() throws Exception {
        var isOver = new CompletableFuture<Boolean>();
        agent.start(Timer.NONE, () -> isOver.complete(true));

        agent.execute(agent::close);

        assertThat(get(isOver)).isTrue();
        agent.await();
    }

    @Test
    void oneThatWasNeverStartedClosesItsSockets() {
        var pull = context.pull();
        agent.read(pull, received -> {});

        agent.close();

        assertThat(pull.isClosed()).isTrue();
    }
}
