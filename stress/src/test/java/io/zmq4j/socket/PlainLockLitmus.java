package io.zmq4j.socket;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IZ_Result;

/** One at a time has the lock, sees what the one before did, and gives it back. */
@JCStressTest
@Outcome(id = "4, true", expect = Expect.ACCEPTABLE, desc = "in turns")
@Outcome(expect = Expect.FORBIDDEN, desc = "two at a time, or for ever")
@State
public class PlainLockLitmus {
    private final PlainLock lock = new PlainLock();
    private int count;

    @Actor
    public void first() {
        countTwice();
    }

    @Actor
    public void second() {
        countTwice();
    }

    private void countTwice() {
        for (int i = 0; i < 2; i++) {
            lock.lock();
            count++;
            lock.unlock();
        }
    }

    @Arbiter
    public void look(IZ_Result result) {
        result.r1 = count;
        result.r2 = lock.tryLock();
    }
}
