package io.zmq4j.loop;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ChoreTest {
    private static final long DEADLINE_SECONDS = 5;

    private final Loop loop = new Loop(new Daemons("chores-under-test"));
    private final Chores chores = new Chores(() -> 0);

    @AfterEach
    void close() {
        loop.close();
    }

    private static void await(CountDownLatch latch) throws InterruptedException {
        assertThat(latch.await(DEADLINE_SECONDS, SECONDS)).as("in time").isTrue();
    }

    @Test
    void itIsTakenOnceForSeveralPostsAndAgainForEachThatFollowsItsBeginning() {
        var taken = new AtomicInteger();
        var chore = new Chore(loop, taken::incrementAndGet);

        chores.post(chore);
        chores.post(chore);
        chores.run();
        assertThat(taken).hasValue(1);

        chores.post(chore);
        chores.run();
        assertThat(taken).hasValue(2);
        assertThat(chores.isEmpty()).isTrue();
    }

    @Test
    void aPostFromWithinTheStepIsNotLost() {
        var taken = new AtomicInteger();
        var self = new Chore[1];
        self[0] = new Chore(loop, () -> {
            if (taken.incrementAndGet() < 3) {
                chores.post(self[0]);
            }
        });

        chores.post(self[0]);
        chores.run();

        assertThat(taken).hasValue(3);
    }

    /** Else two wires in memory would keep a thread for as long as they have something for each other. */
    @Test
    void aNoteFromWithinTheStepIsForTheNextRound() {
        var taken = new AtomicInteger();
        var self = new Chore[1];
        self[0] = new Chore(loop, () -> {
            taken.incrementAndGet();
            chores.note(self[0]);
        });

        chores.note(self[0]);
        chores.run();
        assertThat(taken).hasValue(0);
        chores.runNoted();

        assertThat(taken).hasValue(1);
        assertThat(chores.anyNoted()).isTrue();
    }

    @Test
    void aNotedChoreIsNotTakenByItsCallerButSoon() throws InterruptedException {
        var taken = new CountDownLatch(1);
        var taker = new AtomicReference<Thread>();
        Chore chore = loop.chore(() -> {
            taker.set(Thread.currentThread());
            taken.countDown();
        });

        chore.note();

        await(taken);
        assertThat(taker.get()).isNotSameAs(Thread.currentThread());
    }

    /** By a thread that then gives the token back. */
    @Test
    void aChoreThatIsNotedWhileTheTokenIsHeldIsTakenWhenItIsGivenBack() throws InterruptedException {
        var taken = new CountDownLatch(1);
        Chore chore = loop.chore(taken::countDown);

        loop.execute(() -> {
            chore.note();
            assertThat(taken.getCount()).isEqualTo(1);
        });

        await(taken);
    }

    @Test
    void theyAreTakenInTheOrderOfTheirPosts() {
        List<String> taken = new ArrayList<>();
        for (String name : List.of("a", "b", "c")) {
            chores.post(new Chore(loop, () -> taken.add(name)));
        }

        chores.run();

        assertThat(taken).containsExactly("a", "b", "c");
    }

    @Test
    void onlyTheOneThatFailsRestsAndItIsTakenAgainWhenTheRestIsOver() {
        var tries = new AtomicInteger();
        var others = new AtomicInteger();
        chores.post(new Chore(loop, () -> {
            if (tries.incrementAndGet() <= 2) {
                throw new OutOfMemoryError("as if");
            }
        }));
        chores.post(new Chore(loop, others::incrementAndGet));

        chores.run();
        assertThat(tries).hasValue(1);
        assertThat(others).hasValue(1);
        assertThat(chores.anyRests()).isTrue();

        assertThat(chores.nanosToNext(0)).isEqualTo(Chores.restNanos(0));
        chores.runRested(Chores.restNanos(0) - 1);
        assertThat(tries).as("while it rests").hasValue(1);

        chores.runRested(Chores.restNanos(0));
        assertThat(tries).hasValue(2);
        chores.runRested(Chores.restNanos(1));
        assertThat(tries).hasValue(3);
        assertThat(chores.anyRests()).isFalse();
    }

    @Test
    void itsRestsGrowToAThirdOfASecondAndBeginAnewWhenItSucceeded() {
        assertThat(Chores.restNanos(0)).isEqualTo(MILLISECONDS.toNanos(10));
        assertThat(Chores.restNanos(1)).isEqualTo(MILLISECONDS.toNanos(20));
        assertThat(Chores.restNanos(5)).isEqualTo(MILLISECONDS.toNanos(320));
        assertThat(Chores.restNanos(1_000)).isEqualTo(MILLISECONDS.toNanos(320));

        boolean[] fails = {true};
        var chore = new Chore(loop, () -> {
            if (fails[0]) {
                throw new OutOfMemoryError("as if");
            }
        });
        chores.post(chore);
        chores.run();
        chores.runRested(Chores.restNanos(0));
        assertThat(chores.nanosToNext(0)).isEqualTo(Chores.restNanos(1));
        fails[0] = false;
        chores.runRested(Chores.restNanos(1));
        fails[0] = true;

        chores.post(chore);
        chores.run();

        assertThat(chores.nanosToNext(0)).isEqualTo(Chores.restNanos(0));
    }

    @Test
    void aPostDuringTheRestIsTheStepAfterIt() {
        var tries = new AtomicInteger();
        var chore = new Chore(loop, () -> {
            if (tries.incrementAndGet() == 1) {
                throw new OutOfMemoryError("as if");
            }
        });
        chores.post(chore);
        chores.run();

        chores.post(chore);
        chores.run();
        assertThat(tries).as("it rests").hasValue(1);

        chores.runRested(Chores.restNanos(0));
        assertThat(tries).hasValue(2);
        assertThat(chores.isEmpty()).isTrue();
    }

    @Test
    void aBugIsNotTakenAgain() {
        var tries = new AtomicInteger();
        chores.post(new Chore(loop, () -> {
            tries.incrementAndGet();
            throw new IllegalStateException("as if");
        }));

        chores.run();

        assertThat(tries).hasValue(1);
        assertThat(chores.anyRests()).isFalse();
    }

    /** Nobody waits in the loop: the caretaker must come for what rests, and not only at its next look. */
    @Test
    void whatRestsIsTakenAgainThoughNobodyWaits() throws InterruptedException {
        var tries = new AtomicInteger();
        var done = new CountDownLatch(1);
        loop.execute(() -> {
            if (tries.incrementAndGet() <= 3) {
                throw new OutOfMemoryError("as if");
            }
            done.countDown();
        });

        await(done);
        assertThat(tries).hasValue(4);
    }

    @Test
    void aTimerThatFailsFiresAgainUnlessItIsCancelled() throws InterruptedException {
        var tries = new AtomicInteger();
        var cancelledTries = new AtomicInteger();
        var done = new CountDownLatch(1);
        var timer = new Timer[1];
        loop.execute(() -> {
            timer[0] = loop.schedule(0, () -> {
                cancelledTries.incrementAndGet();
                throw new OutOfMemoryError("as if");
            });
            loop.schedule(0, () -> {
                if (tries.incrementAndGet() == 1) {
                    loop.cancel(timer[0]);
                    throw new OutOfMemoryError("as if");
                }
                done.countDown();
            });
            loop.needsDriver();
        });

        await(done);
        assertThat(cancelledTries).hasValue(1);
    }
}
