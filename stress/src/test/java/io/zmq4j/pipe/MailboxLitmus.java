package io.zmq4j.pipe;

import io.zmq4j.event.DropCounters;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** Signals of two pipes that are left while others are handed out all arrive. */
@JCStressTest
@Outcome(id = "7, 1", expect = Expect.ACCEPTABLE, desc = "all")
@Outcome(expect = Expect.FORBIDDEN, desc = "some are lost")
@State
public class MailboxLitmus {
    private static final PipeQueue QUEUE = new PipeQueue(0, false, new DropCounters());
    private static final PipeOwner NOBODY = new Nobody();

    private final Mailbox mailbox = new Mailbox();
    private final PipeEnd one = new PipeEnd(NOBODY, QUEUE, QUEUE, null);
    private final PipeEnd other = new PipeEnd(NOBODY, QUEUE, QUEUE, null);
    private int seenOfOne;
    private int seenOfOther;

    @Actor
    public void post() {
        mailbox.post(one, 1);
        mailbox.post(other, 1);
        mailbox.post(one, 2);
        mailbox.post(one, 4);
    }

    @Actor
    public void drain() {
        handOut();
        handOut();
    }

    @Arbiter
    public void drainTheRest(II_Result result) {
        handOut();
        result.r1 = seenOfOne;
        result.r2 = seenOfOther;
    }

    private void handOut() {
        mailbox.drain((pipe, signals) -> {
            if (pipe == one) {
                seenOfOne |= signals;
            } else {
                seenOfOther |= signals;
            }
        });
    }
}
