package io.zmq4j.loop;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** A gate that is closed while a thread enters and leaves is shut once, with nobody inside. */
@JCStressTest
@Outcome(id = "1, 0", expect = Expect.ACCEPTABLE, desc = "shut once")
@Outcome(expect = Expect.FORBIDDEN, desc = "shut more often, never, or too early")
@State
public class GateShutLitmus {
    private final Gate gate = new Gate(this::shut);
    private int shut;
    private int inside;
    private int tooEarly;

    private void shut() {
        shut++;
        tooEarly = inside;
    }

    @Actor
    public void work() {
        if (gate.tryEnter()) {
            inside = 1;
            inside = 0;
            gate.leave();
        }
    }

    @Actor
    public void close() {
        gate.close();
    }

    @Arbiter
    public void look(II_Result result) {
        result.r1 = shut;
        result.r2 = tooEarly;
    }
}
