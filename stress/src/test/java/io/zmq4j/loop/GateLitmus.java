package io.zmq4j.loop;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** What both ask for is done, by one at a time, each of whom sees what the one before did. */
@JCStressTest
@Outcome(id = "2, 0", expect = Expect.ACCEPTABLE, desc = "done")
@Outcome(expect = Expect.FORBIDDEN, desc = "forgotten, or done by two at a time")
@State
public class GateLitmus {
    private final Gate gate = new Gate(() -> {});
    private volatile boolean firstAsks;
    private volatile boolean secondAsks;
    private int done;
    private int inside;
    private int crowded;

    @Actor
    public void first() {
        firstAsks = true;
        work();
    }

    @Actor
    public void second() {
        secondAsks = true;
        work();
    }

    private void work() {
        if (!gate.tryEnter()) {
            return;
        }
        do {
            crowded |= inside++;
            done = (firstAsks ? 1 : 0) + (secondAsks ? 1 : 0);
            inside--;
        } while (!gate.leave());
    }

    @Arbiter
    public void look(II_Result result) {
        result.r1 = done;
        result.r2 = crowded | inside;
    }
}
