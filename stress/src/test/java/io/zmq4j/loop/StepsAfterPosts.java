package io.zmq4j.loop;

import io.zmq4j.stress.Scenario;
import io.zmq4j.stress.Trial;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** Threads post the same chore, and one more that finds something short at first: a step begins after each post. */
public final class StepsAfterPosts implements Scenario {
    private final Loop loop = new Loop(new Daemons("loop"));
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicBoolean isShort = new AtomicBoolean(true);
    private final AtomicBoolean inside = new AtomicBoolean();
    private volatile int done;
    private volatile int doneLater;

    @Override
    public void play(Trial trial) {
        Chore chore = loop.chore(() -> {
            trial.check(!inside.getAndSet(true), "two steps are taken at once");
            done = asked.get();
            inside.set(false);
        });
        Chore resting = loop.chore(() -> {
            if (isShort.getAndSet(false)) {
                throw Chore.AGAIN;
            }
            doneLater = asked.get();
        });
        Thread one = trial.start("one", () -> post(chore, resting));
        Thread two = trial.start("two", () -> post(resting, chore));
        trial.join(one, two);
        awaitUntil(trial, 1, () -> done == asked.get());
        trial.check(done == asked.get(), "asked for " + asked + ", done " + done);
        awaitUntil(trial, 100, () -> doneLater == asked.get());
        trial.check(doneLater == asked.get(), "asked for " + asked + ", done " + doneLater + " after a rest");
        loop.close();
    }

    private void post(Chore first, Chore then) {
        for (int i = 0; i < 2; i++) {
            asked.incrementAndGet();
            first.post();
            then.post();
        }
    }

    private static void awaitUntil(Trial trial, long millis, BooleanSupplier condition) {
        long end = trial.nanos() + TimeUnit.MILLISECONDS.toNanos(millis);
        var sleeper = new Waiter();
        while (!condition.getAsBoolean() && trial.nanos() < end) {
            sleeper.reset();
            sleeper.block(null, TimeUnit.MILLISECONDS.toNanos(1));
        }
    }
}
