package io.zmq4j.loop;

import io.zmq4j.stress.Scenario;
import io.zmq4j.stress.Trial;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/**
 * What comes while no application thread waits: the caretaker sees to it, at once if somebody depends on it, and within its
 * watch if not, whatever drivers come and go.
 */
public final class NobodyWaits implements Scenario {
    private final Loop loop = new Loop(new Daemons("loop"));
    private final AtomicInteger came = new AtomicInteger();

    @Override
    public void play(Trial trial) {
        Thread driver = trial.start("driver", () -> {
            var waiter = new Waiter();
            for (int i = 0; i < 2; i++) {
                waiter.reset();
                loop.execute(waiter::signal);
                waiter.block(loop, Long.MAX_VALUE);
            }
        });
        Thread future = trial.start("future", () -> {
            loop.addDependent();
            trial.selector(0).ready(new OnReady(came::incrementAndGet));
            await(() -> came.get() > 0);
            trial.checkNoTimePassed("what somebody depends on waited");
            loop.removeDependent();
        });
        Thread tasked = trial.start("tasked", () -> {
            var ran = new AtomicBoolean();
            loop.execute(() -> ran.set(true));
            await(ran::get);
            trial.checkNoTimePassed("a task waited for the caretaker");
        });
        trial.join(driver, future, tasked);
        long before = trial.nanos();
        trial.selector(0).ready(new OnReady(came::incrementAndGet));
        var sleeper = new Waiter();
        while (came.get() < 2 && trial.nanos() - before < TimeUnit.MILLISECONDS.toNanos(200)) {
            sleeper.reset();
            sleeper.block(null, TimeUnit.MILLISECONDS.toNanos(1));
        }
        trial.check(came.get() == 2, "nobody came to look within 200 ms");
        loop.close();
    }

    private static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            Thread.yield();
        }
    }
}
