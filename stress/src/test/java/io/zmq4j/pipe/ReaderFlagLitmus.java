package io.zmq4j.pipe;

import io.zmq4j.event.DropCounters;
import io.zmq4j.message.Message;
import java.lang.invoke.VarHandle;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/** A reader that finds nothing is called by the writer. */
@JCStressTest
@Outcome(id = "false, false", expect = Expect.FORBIDDEN, desc = "nothing found, and not called")
@Outcome(expect = Expect.ACCEPTABLE, desc = "found, or called")
@State
public class ReaderFlagLitmus {
    private static final Message MESSAGE = Message.of("x");
    private static final DropCounters DROPS = new DropCounters();

    private final PipeQueue queue = new PipeQueue(0, false, DROPS);

    public ReaderFlagLitmus() {
        // It has been called once.
        queue.wakesReader();
    }

    @Actor
    public void write(ZZ_Result result) {
        queue.offer(MESSAGE);
        VarHandle.fullFence();
        result.r1 = queue.wakesReader();
    }

    @Actor
    public void read(ZZ_Result result) {
        result.r2 = queue.pollOrWait() != null;
    }
}
