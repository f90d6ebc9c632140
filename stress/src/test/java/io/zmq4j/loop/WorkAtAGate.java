package io.zmq4j.loop;

import io.zmq4j.stress.Scenario;
import io.zmq4j.stress.Trial;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** One thread at a time is inside, what was asked for is done by somebody, and the gate is shut once, by the last. */
public final class WorkAtAGate implements Scenario {
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicBoolean inside = new AtomicBoolean();
    private final AtomicInteger shut = new AtomicInteger();
    private volatile int done;

    @Override
    public void play(Trial trial) {
        var gate = new Gate(() -> {
            trial.check(!inside.get(), "shut while somebody is inside");
            shut.incrementAndGet();
        });
        Thread one = trial.start("one", () -> work(trial, gate));
        Thread two = trial.start("two", () -> work(trial, gate));
        Thread three = trial.start("three", () -> work(trial, gate));
        trial.join(one, two, three);
        trial.check(done == asked.get(), "asked for " + asked + ", done " + done);
        Thread last = trial.start("last", () -> work(trial, gate));
        Thread closer = trial.start("closer", gate::close);
        Thread another = trial.start("another closer", gate::close);
        trial.join(last, closer, another);
        trial.check(shut.get() == 1, "shut " + shut + " times");
        trial.check(!gate.tryEnter(), "entered after the end");
    }

    private void work(Trial trial, Gate gate) {
        for (int i = 0; i < 2; i++) {
            asked.incrementAndGet();
            if (!gate.tryEnter()) {
                continue;
            }
            do {
                trial.check(!inside.getAndSet(true), "two are inside");
                done = asked.get();
                inside.set(false);
            } while (!gate.leave());
        }
    }
}
