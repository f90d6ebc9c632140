package io.zmq4j.socket;

import io.zmq4j.event.DropCounters;
import io.zmq4j.loop.Waiter;
import io.zmq4j.options.OptionValues;
import io.zmq4j.pattern.Rows;
import io.zmq4j.pipe.PipeEnd;
import io.zmq4j.pipe.PipeQueue;
import io.zmq4j.pipe.Signal;
import io.zmq4j.stress.Scenario;
import io.zmq4j.stress.Trial;
import io.zmq4j.zmtp.SocketType;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The far end of a DEALER makes room in one thread and delivers in another, while one thread sends and one waits for a message:
 * whoever works off the mailbox, the waiting thread is called when it can find the message.
 */
public final class CallsInTheMailbox implements Scenario {
    private final DropCounters drops = new DropCounters();
    private final LockedPattern pattern = new LockedPattern(
            Rows.of(SocketType.DEALER), new OptionValues(SocketType.DEALER), drops, SocketRecords.NONE);
    private final AtomicInteger fence = new AtomicInteger();

    @Override
    public void play(Trial trial) {
        var pipe = new PipeEnd(pattern, new PipeQueue(10, false, drops), new PipeQueue(1, false, drops), null);
        pipe.far(new Nowhere());
        pipe.connected(true);
        pattern.signal(pipe, Signal.ATTACH | Signal.CONNECTED);
        trial.check(pattern.trySend(Sockets.message(0)), "room");
        trial.check(!pattern.trySend(Sockets.message(1)), "full: the far end is to tell of room");
        trial.check(pattern.tryReceive() == null, "empty: the far end is to tell of a message");
        // Stands in the line as Waiting.block does, and has looked in vain.
        var waiter = new Waiter();
        Waiters.Entry entry = pattern.join(Waiters.Kind.RECEIVER, waiter);
        var got = new AtomicInteger();
        Thread taking = trial.start("far end takes", () -> {
            pipe.outbound().poll();
            fence.incrementAndGet();
            pipe.afterTaking();
        });
        Thread delivering = trial.start("far end delivers, receiver looks", () -> {
            pipe.deliver(Sockets.message(7));
            fence.incrementAndGet();
            pipe.afterDelivery();
            // The receiver, if it was called.
            if (waiter.isSignalled()) {
                waiter.reset();
                pattern.renew(entry);
                if (pattern.tryReceive() != null) {
                    got.set(1);
                }
            }
        });
        Thread sender = trial.start("sender", () -> pattern.trySend(Sockets.message(2)));
        trial.join(taking, delivering, sender);
        trial.check(
                got.get() == 1 || waiter.isSignalled() || !pattern.canReceive(),
                "there is a message, somebody who waits for it in the line, and nobody was called");
    }
}
