package io.zmq4j.socket;

import static io.zmq4j.socket.Waiters.Kind.RECEIVER;
import static io.zmq4j.socket.Waiters.Kind.SENDER;
import static io.zmq4j.socket.Waiters.Kind.WATCHER;
import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.loop.Wakeable;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who is woken by what; and that nobody waits while there is something to take, whatever the order of the steps. */
class WaitersTest {
    private final Waiters waiters = new Waiters();

    private static final class Counting implements Wakeable {
        private int signals;

        @Override
        public void signal() {
            signals++;
        }
    }

    private static List<Counting> some(int count) {
        return IntStream.range(0, count).mapToObj(i -> new Counting()).toList();
    }

    private static int signals(List<Counting> some) {
        return some.stream().mapToInt(each -> each.signals).sum();
    }

    @Test
    void ofThreeHundredThatWaitOneIsWoken() {
        List<Counting> threads = some(300);
        threads.forEach(thread -> waiters.join(RECEIVER, thread));

        waiters.wake(RECEIVER);
        assertThat(signals(threads)).isEqualTo(1);
        assertThat(threads.get(0).signals).as("the first").isEqualTo(1);

        waiters.wake(RECEIVER);
        assertThat(signals(threads)).isEqualTo(2);
        assertThat(threads.get(1).signals).as("the second").isEqualTo(1);
    }

    @Test
    void aMessageIsNoBusinessOfWhoWaitsForRoom() {
        List<Counting> threads = some(2);
        waiters.join(SENDER, threads.get(0));
        waiters.join(RECEIVER, threads.get(1));

        waiters.wake(RECEIVER);
        assertThat(threads.get(0).signals).isZero();
        waiters.wake(SENDER);
        assertThat(threads.get(0).signals).isEqualTo(1);
        assertThat(threads.get(1).signals).isEqualTo(1);
    }

    @Test
    void everyWatcherIsWokenByEverythingAndInNobodysPlace() {
        List<Counting> watchers = some(3);
        var thread = new Counting();
        waiters.watch(watchers.get(0));
        waiters.watch(watchers.get(1));
        Waiters.Entry entry = waiters.join(WATCHER, watchers.get(2));
        waiters.join(RECEIVER, thread);

        waiters.wake(RECEIVER);
        waiters.wake(SENDER);

        assertThat(watchers).allSatisfy(each -> assertThat(each.signals).isEqualTo(2));
        assertThat(thread.signals).isEqualTo(1);
        assertThat(entry.leave()).as("a watcher owes nothing").isFalse();
        waiters.unwatch(watchers.get(0));
        waiters.wake(SENDER);
        assertThat(signals(watchers)).isEqualTo(3 * 2 + 1);
    }

    @Test
    void whatIsEverybodysAffairWakesAllAndCallsNobody() {
        List<Counting> threads = some(4);
        List<Waiters.Entry> entries = List.of(
                waiters.join(RECEIVER, threads.get(0)),
                waiters.join(RECEIVER, threads.get(1)),
                waiters.join(SENDER, threads.get(2)),
                waiters.join(WATCHER, threads.get(3)));

        waiters.wakeAll();

        assertThat(threads).allSatisfy(each -> assertThat(each.signals).isEqualTo(1));
        assertThat(entries).allSatisfy(each -> assertThat(each.renew()).isFalse());
    }

    @Test
    void whoHasLeftIsNotCalled() {
        List<Counting> threads = some(2);
        Waiters.Entry first = waiters.join(RECEIVER, threads.get(0));
        waiters.join(RECEIVER, threads.get(1));

        assertThat(first.leave()).isFalse();
        waiters.wake(RECEIVER);

        assertThat(threads.get(0).signals).isZero();
        assertThat(threads.get(1).signals).isEqualTo(1);
    }

    @Test
    void whoWasCalledKnowsItWhenLeaving() {
        Waiters.Entry without = waiters.join(RECEIVER, new Counting());
        Waiters.Entry looked = waiters.join(RECEIVER, new Counting());
        waiters.wake(RECEIVER);
        waiters.wake(RECEIVER);

        assertThat(without.leave()).as("without having looked").isTrue();
        assertThat(looked.renew()).isTrue();
        assertThat(looked.leave()).as("after the look").isTrue();
        assertThat(waiters.hasWaiting(RECEIVER)).isFalse();
    }

    @Test
    void whoLookedInVainOwesNothing() {
        Waiters.Entry entry = waiters.join(RECEIVER, new Counting());
        waiters.wake(RECEIVER);
        entry.renew();
        assertThat(entry.renew()).isFalse();
        assertThat(entry.leave()).isFalse();
    }

    @Test
    void aloneIsWhoeverIsTheOnlyOneOfAnyKind() {
        Waiters.Entry entry = waiters.join(RECEIVER, new Counting());
        assertThat(waiters.isAlone(entry)).isTrue();
        Waiters.Entry sender = waiters.join(SENDER, new Counting());
        assertThat(waiters.isAlone(entry)).isFalse();
        sender.leave();
        var watcher = new Counting();
        waiters.watch(watcher);
        assertThat(waiters.isAlone(entry)).isFalse();
        waiters.unwatch(watcher);
        assertThat(waiters.isAlone(entry)).isTrue();
    }

    @Test
    void oneThatCannotBeWokenKeepsNobodyElseFromIt() {
        var thread = new Counting();
        waiters.watch(() -> {
            throw new AssertionError("for the test");
        });
        waiters.watch(thread);

        waiters.wake(RECEIVER);
        waiters.wakeAll();

        assertThat(thread.signals).isEqualTo(2);
    }

    // ---- schedules

    /** Messages, and the flag by which who finds none asks to be told: what a pattern under its lock is to those who wait. */
    private static final class Box {
        private final Waiters waiters = new Waiters();
        private int messages;
        private boolean asksToBeTold = true;

        boolean take() {
            if (messages > 0) {
                messages--;
                return true;
            }
            asksToBeTold = true;
            return false;
        }

        boolean canTake() {
            asksToBeTold |= messages == 0;
            return messages > 0;
        }
    }

    /** Somebody who does one atomic step at a time. */
    private interface Actor {
        boolean canStep();

        void step();
    }

    /** Puts messages, all at once, and signals if it was asked to. */
    private static final class Putter implements Actor {
        private enum At {
            PUT,
            SIGNAL,
            DONE
        }

        private final Box box;
        private final int messages;
        private At at = At.PUT;

        Putter(Box box, int messages) {
            this.box = box;
            this.messages = messages;
        }

        @Override
        public boolean canStep() {
            return at != At.DONE;
        }

        @Override
        public void step() {
            if (at == At.PUT) {
                box.messages += messages;
                at = box.asksToBeTold ? At.SIGNAL : At.DONE;
                box.asksToBeTold = false;
            } else {
                box.waiters.wake(RECEIVER);
                at = At.DONE;
            }
        }
    }

    /** Takes a message without waiting. */
    private static final class Passer implements Actor {
        private final Box box;
        private boolean done;

        Passer(Box box) {
            this.box = box;
        }

        @Override
        public boolean canStep() {
            return !done;
        }

        @Override
        public void step() {
            box.take();
            done = true;
        }
    }

    /** Waits for one message, as {@link Waiting} and {@link LockedPattern} do. */
    private static final class Taker implements Actor, Wakeable {
        private enum At {
            JOIN,
            RESET,
            RENEW,
            LOOK,
            BLOCK,
            LEAVE,
            PASS_ON,
            DONE
        }

        private final Box box;
        private final boolean isPatient;
        private At at = At.JOIN;
        private Waiters.Entry entry;
        private boolean signalled;

        Taker(Box box, boolean isPatient) {
            this.box = box;
            this.isPatient = isPatient;
        }

        @Override
        public void signal() {
            signalled = true;
        }

        /** One that is impatient may give up at any moment. */
        @Override
        public boolean canStep() {
            return at != At.DONE && (at != At.BLOCK || signalled || !isPatient);
        }

        @Override
        public void step() {
            at = switch (at) {
                case JOIN -> {
                    entry = box.waiters.join(RECEIVER, this);
                    yield At.RESET;
                }
                case RESET -> {
                    signalled = false;
                    yield At.RENEW;
                }
                case RENEW -> {
                    entry.renew();
                    yield At.LOOK;
                }
                case LOOK -> box.take() ? At.LEAVE : At.BLOCK;
                // Given up: signalled in this very moment or not.
                case BLOCK -> isPatient ? At.RESET : At.LEAVE;
                case LEAVE -> entry.leave() && box.waiters.hasWaiting(RECEIVER) ? At.PASS_ON : At.DONE;
                case PASS_ON -> {
                    if (box.canTake()) {
                        box.waiters.callOne(RECEIVER);
                    }
                    yield At.DONE;
                }
                case DONE -> At.DONE;
            };
        }

        boolean isStuck() {
            return at == At.BLOCK;
        }
    }

    /** Plays until nobody can go on; the choice says which of those who can is next. */
    private static void play(Box box, List<? extends Actor> actors, IntUnaryOperator choice) {
        List<Actor> ready = new ArrayList<>(actors);
        for (ready.removeIf(each -> !each.canStep()); !ready.isEmpty(); ready.removeIf(each -> !each.canStep())) {
            ready.get(choice.applyAsInt(ready.size())).step();
            ready.clear();
            ready.addAll(actors);
        }
        if (box.messages > 0) {
            assertThat(actors).noneMatch(each -> each instanceof Taker taker && taker.isStuck());
        }
    }

    /** Every order there is, counted up like the figures of a number. */
    @Test
    void nobodyWaitsInVainWhateverTheOrder() {
        var path = new ArrayList<int[]>();
        int schedules = 0;
        boolean more = true;
        while (more) {
            var box = new Box();
            var at = new AtomicInteger();
            play(box, List.of(new Taker(box, false), new Taker(box, true), new Putter(box, 2)), options -> {
                int depth = at.getAndIncrement();
                if (depth == path.size()) {
                    path.add(new int[] {0, options});
                }
                return path.get(depth)[0];
            });
            schedules++;
            while (!path.isEmpty() && ++path.get(path.size() - 1)[0] == path.get(path.size() - 1)[1]) {
                path.remove(path.size() - 1);
            }
            more = !path.isEmpty();
        }
        assertThat(schedules).isGreaterThan(30_000);
    }

    @Test
    void nobodyWaitsInVainInACrowd() {
        var random = new Random(1);
        for (int round = 0; round < 20_000; round++) {
            var box = new Box();
            var actors = new ArrayList<Actor>();
            for (int i = random.nextInt(5); i >= 0; i--) {
                actors.add(new Taker(box, random.nextInt(3) > 0));
            }
            for (int i = random.nextInt(3); i >= 0; i--) {
                actors.add(new Putter(box, 1 + random.nextInt(3)));
            }
            for (int i = random.nextInt(3); i > 0; i--) {
                actors.add(new Passer(box));
            }
            play(box, actors, random::nextInt);
        }
    }

    /** The compare-and-set of leaving and calling, in real threads: each call is answered once, or passed on. */
    @Test
    void noCallGetsLostBetweenCallingAndLeaving() throws Exception {
        for (int round = 0; round < 500; round++) {
            var calls = new AtomicInteger();
            var crowd = new Waiters();
            List<Waiters.Entry> entries = IntStream.range(0, 8)
                    .mapToObj(i -> crowd.join(RECEIVER, calls::incrementAndGet))
                    .toList();
            var caller = new Thread(() -> {
                for (int i = 0; i < 4; i++) {
                    crowd.callOne(RECEIVER);
                }
            });
            caller.start();
            int owing = 0;
            for (Waiters.Entry each : entries) {
                owing += each.leave() ? 1 : 0;
            }
            caller.join();
            assertThat(owing).isEqualTo(calls.get());
        }
    }
}
