package io.zmq4j.queue;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** A thread that is neither side asks whether the queue is empty, which it never is, while the consumer changes arrays. */
@JCStressTest
@Outcome(id = "0", expect = Expect.ACCEPTABLE, desc = "not empty")
@Outcome(expect = Expect.FORBIDDEN, desc = "called empty, or worse")
@State
public class OnlookerLitmus {
    private static final int TAKEN = 20;

    private final SpscQueue<Object> queue = new SpscQueue<>();

    public OnlookerLitmus() {
        for (int i = 0; i <= TAKEN; i++) {
            queue.offer("element", 0);
        }
    }

    @Actor
    public void consume() {
        for (int i = 0; i < TAKEN; i++) {
            queue.poll();
        }
    }

    @Actor
    public void look(I_Result result) {
        try {
            result.r1 = queue.isEmpty() ? 1 : 0;
        } catch (RuntimeException e) {
            result.r1 = 2;
        }
    }
}
