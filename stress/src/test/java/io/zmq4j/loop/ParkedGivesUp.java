package io.zmq4j.loop;

import io.zmq4j.stress.Scenario;
import io.zmq4j.stress.Trial;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One thread drives and leaves, one gives up because it is interrupted and one because it has what it waited for, perhaps just
 * when the token was passed to it, and one waits on: it gets the token, and what comes is not late.
 */
public final class ParkedGivesUp implements Scenario {
    private final Loop loop = new Loop(new Daemons("loop"));
    private final AtomicInteger came = new AtomicInteger();
    private final AtomicInteger parking = new AtomicInteger();
    private volatile Waiter patient;
    private volatile Waiter hasty;
    private volatile Waiter served;

    @Override
    public void play(Trial trial) {
        Thread leaving = trial.start("leaving", () -> {
            hasty = new Waiter();
            parking.incrementAndGet();
            await(hasty);
        });
        Thread impatient = trial.start("impatient", () -> {
            var waiter = new Waiter();
            parking.incrementAndGet();
            while (!Thread.currentThread().isInterrupted()) {
                waiter.reset();
                waiter.block(loop, Long.MAX_VALUE);
            }
        });
        Thread content = trial.start("content", () -> {
            served = new Waiter();
            parking.incrementAndGet();
            await(served);
        });
        Thread waiting = trial.start("waiting", () -> {
            patient = new Waiter();
            parking.incrementAndGet();
            while (came.get() == 0) {
                patient.reset();
                if (came.get() == 0) {
                    patient.block(loop, Long.MAX_VALUE);
                }
            }
        });
        while (parking.get() < 4) {
            Thread.yield();
        }
        Thread interrupting = trial.start("interrupting", impatient::interrupt);
        Thread serving = trial.start("serving", () -> served.signal());
        hasty.signal();
        trial.selector(0).ready(new OnReady(() -> {
            came.incrementAndGet();
            patient.signal();
        }));
        trial.join(leaving, impatient, content, waiting, interrupting, serving);
        trial.check(
                trial.nanos() < TimeUnit.MILLISECONDS.toNanos(10), "nobody drove for " + trial.nanos() / 1000 + " µs");
        loop.close();
    }

    private void await(Waiter waiter) {
        while (!waiter.isSignalled()) {
            waiter.block(loop, Long.MAX_VALUE);
        }
    }
}
