package io.zmq4j.socket;

import io.zmq4j.stress.Scenario;
import io.zmq4j.stress.Trial;

/** One thread at a time has the lock, and no thread that waits for it is forgotten. */
public final class TakenInTurns implements Scenario {
    private static final int TIMES = 3;

    private final PlainLock lock = new PlainLock();
    private volatile boolean held;
    private volatile int tries;

    @Override
    public void play(Trial trial) {
        Thread one = trial.start("one", () -> locks(trial));
        Thread two = trial.start("two", () -> locks(trial));
        Thread three = trial.start("three", () -> {
            for (int i = 0; i < TIMES; i++) {
                if (lock.tryLock()) {
                    hold(trial);
                    lock.unlock();
                }
            }
        });
        trial.join(one, two, three);
        trial.check(lock.tryLock(), "not free at the end");
    }

    private void locks(Trial trial) {
        for (int i = 0; i < TIMES; i++) {
            lock.lock();
            hold(trial);
            lock.unlock();
        }
    }

    private void hold(Trial trial) {
        trial.check(!held, "two have it");
        held = true;
        tries = tries + 1;
        held = false;
    }
}
