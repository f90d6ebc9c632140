package io.zmq4j.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TurnsTest {
    private final Queue<Runnable> threads = new ArrayDeque<>();
    private final List<String> done = new ArrayList<>();
    private final Turns turns = new Turns(threads::add, 2);

    private void execute(String name) {
        turns.execute(() -> done.add(name));
    }

    @Test
    void soManyThreadsDoAllOfIt() {
        for (int i = 0; i < 5; i++) {
            execute(String.valueOf(i));
        }
        assertThat(threads).hasSize(2);
        threads.remove().run();
        assertThat(done).containsExactly("0", "1", "2", "3", "4");
        threads.remove().run();
        execute("5");
        assertThat(threads).hasSize(1);
        threads.remove().run();
        assertThat(done).hasSize(6);
    }

    @Test
    void whatFailsKeepsNothingElseFromItsTurn() {
        turns.execute(() -> {
            throw new IllegalStateException("planted");
        });
        execute("next");
        threads.remove().run();
        assertThat(done).containsExactly("next");
    }

    @Test
    void withoutAThreadTheCallerIsTold() {
        var busy = new Turns(
                task -> {
                    throw new RejectedExecutionException("planted");
                },
                1);
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> busy.execute(() -> done.add("never")))
                    .isInstanceOf(RejectedExecutionException.class);
        }
        assertThat(done).isEmpty();
    }

    @Test
    void nothingIsForgotten() throws Exception {
        int producers = 4;
        int each = 20_000;
        var left = new CountDownLatch(producers * each);
        var atOnce = new AtomicInteger();
        var most = new AtomicInteger();
        ExecutorService pool = Executors.newCachedThreadPool();
        try {
            var shared = new Turns(pool, 2);
            for (int i = 0; i < producers; i++) {
                pool.execute(() -> {
                    for (int j = 0; j < each; j++) {
                        shared.execute(() -> {
                            most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
                            atOnce.decrementAndGet();
                            left.countDown();
                        });
                    }
                });
            }
            assertThat(left.await(60, TimeUnit.SECONDS)).isTrue();
            assertThat(most.get()).isBetween(1, 2);
        } finally {
            pool.shutdownNow();
        }
    }
}
