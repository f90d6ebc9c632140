package io.zmq4j.loop;

import io.zmq4j.stress.Scenario;
import io.zmq4j.stress.Trial;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Threads wait, drive, are called and leave, each of them for messages of its own; whoever waits is called at once,
 * whoever drives then. Nobody depends on the caretaker's next look, as time must not pass.
 */
public final class TokenHandedOver implements Scenario {
    private static final int MESSAGES = 2;

    private final Loop loop = new Loop(new Daemons("loop"));
    private final Inbox[] inboxes = {new Inbox(), new Inbox()};

    /** One thread's messages: a count that the loop's driver increases, and whom to call. */
    private static final class Inbox {
        private final AtomicInteger messages = new AtomicInteger();
        private volatile Waiter waiter;

        void put() {
            messages.incrementAndGet();
            Waiter waiting = waiter;
            if (waiting != null) {
                waiting.signal();
            }
        }
    }

    @Override
    public void play(Trial trial) {
        Thread[] receivers = new Thread[inboxes.length];
        for (int i = 0; i < receivers.length; i++) {
            Inbox inbox = inboxes[i];
            receivers[i] = trial.start("receiver " + i, () -> receive(inbox));
        }
        Thread network = trial.start("network", () -> {
            for (int i = 0; i < MESSAGES; i++) {
                for (Inbox inbox : inboxes) {
                    trial.selector(0).ready(new OnReady(inbox::put));
                }
            }
        });
        Thread other = trial.start("other", () -> loop.execute(inboxes[0]::put));
        trial.join(receivers);
        trial.join(network, other);
        trial.checkNoTimePassed("a message waited for somebody to look");
        loop.close();
    }

    private void receive(Inbox inbox) {
        var waiter = new Waiter();
        inbox.waiter = waiter;
        for (int received = 0; received < MESSAGES; ) {
            waiter.reset();
            if (inbox.messages.get() > received) {
                received++;
            } else {
                waiter.block(loop, Long.MAX_VALUE);
            }
        }
    }
}
