package io.zmq4j.queue;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** What is put comes out in order, with all that was done to it before, while the queue goes on to its next array. */
@JCStressTest
@Outcome(id = "9", expect = Expect.ACCEPTABLE, desc = "all, in order")
@Outcome(expect = Expect.FORBIDDEN, desc = "lost, torn, or out of order")
@State
public class SpscQueueLitmus {
    private static final int BEFORE = 6;
    private static final int ALL = 9;

    private final SpscQueue<int[]> queue = new SpscQueue<>();
    private int taken;

    public SpscQueueLitmus() {
        for (int i = 0; i < BEFORE; i++) {
            queue.offer(new int[] {i + 1}, 0);
        }
    }

    @Actor
    public void produce() {
        for (int i = BEFORE; i < ALL; i++) {
            queue.offer(new int[] {i + 1}, 0);
        }
    }

    @Actor
    public void consume() {
        take();
    }

    @Arbiter
    public void takeTheRest(I_Result result) {
        take();
        result.r1 = queue.isEmpty() ? taken : -1;
    }

    private void take() {
        for (int i = 0; i < ALL; i++) {
            int[] element = queue.poll();
            if (element != null && element[0] == taken + 1) {
                taken++;
            }
        }
    }
}
