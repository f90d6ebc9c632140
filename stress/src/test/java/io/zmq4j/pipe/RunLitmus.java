package io.zmq4j.pipe;

import io.zmq4j.event.DropCounters;
import io.zmq4j.message.Message;
import io.zmq4j.outbox.Run;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** A run is read, one by one and many at a time, while it grows and ends; what comes behind it comes after it. */
@JCStressTest
@Outcome(id = "5", expect = Expect.ACCEPTABLE, desc = "all, in order")
@Outcome(expect = Expect.FORBIDDEN, desc = "lost, torn, or out of order")
@State
public class RunLitmus {
    private static final int LENGTH = 4;
    private static final int ALL = LENGTH + 1;
    /** On the wire: no flags, a byte for the size, one byte of body. */
    private static final int ENCODED = 3;

    private static final Message[] MESSAGES = new Message[ALL];
    private static final DropCounters DROPS = new DropCounters();

    static {
        for (int i = 0; i < ALL; i++) {
            MESSAGES[i] = Message.wrap(new byte[] {(byte) (i + 1)});
        }
    }

    private final PipeQueue queue = new PipeQueue(0, false, DROPS);
    private final Run run = new Run(MESSAGES[0], LENGTH, 1);
    private final byte[] copied = new byte[2 * ENCODED];
    private int taken;

    public RunLitmus() {
        queue.share(run);
    }

    @Actor
    public void produce() {
        for (int i = 1; i < LENGTH; i++) {
            run.add(MESSAGES[i]);
        }
        run.end();
        queue.ended(run);
        queue.offer(MESSAGES[LENGTH]);
    }

    @Actor
    public void consume() {
        take();
    }

    @Arbiter
    public void takeTheRest(I_Result result) {
        for (int i = 0; i < ALL; i++) {
            take();
        }
        result.r1 = queue.isEmpty() ? taken : -1;
    }

    private void take() {
        for (int i = 0; i < 2; i++) {
            Message message = queue.poll();
            if (message != null) {
                took(message.array(0)[0]);
            }
        }
        int length = queue.copy(copied, 0);
        for (int at = 0; at < length; at += ENCODED) {
            took(copied[at + 2]);
        }
    }

    private void took(byte value) {
        if (value == taken + 1) {
            taken++;
        }
    }
}
