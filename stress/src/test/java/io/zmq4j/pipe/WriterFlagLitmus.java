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

/** A writer that finds no room is called by the reader. */
@JCStressTest
@Outcome(id = "false, false", expect = Expect.FORBIDDEN, desc = "no room found, and not called")
@Outcome(expect = Expect.ACCEPTABLE, desc = "found, or called")
@State
public class WriterFlagLitmus {
    private static final Message MESSAGE = Message.of("x");
    private static final DropCounters DROPS = new DropCounters();

    private final PipeQueue queue = new PipeQueue(1, false, DROPS);

    public WriterFlagLitmus() {
        queue.offer(MESSAGE);
    }

    @Actor
    public void write(ZZ_Result result) {
        result.r1 = queue.offerOrWait(MESSAGE);
    }

    @Actor
    public void read(ZZ_Result result) {
        queue.poll();
        VarHandle.fullFence();
        result.r2 = queue.wakesWriter();
    }
}
