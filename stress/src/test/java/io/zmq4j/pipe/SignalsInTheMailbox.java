package io.zmq4j.pipe;

import io.zmq4j.event.DropCounters;
import io.zmq4j.stress.Scenario;
import io.zmq4j.stress.Trial;
import java.util.concurrent.atomic.AtomicInteger;

/** Every signal that is left for a pipe arrives there. */
public final class SignalsInTheMailbox implements Scenario {
    private static final int PIPES = 2;
    private static final int ROUNDS = 3;

    private final Mailbox mailbox = new Mailbox();
    private final PipeEnd[] pipes = new PipeEnd[PIPES];
    /** For each pipe and bit: signals left and not yet handed out. */
    private final AtomicInteger[][] pending = new AtomicInteger[PIPES][2];

    @Override
    public void play(Trial trial) {
        for (int i = 0; i < PIPES; i++) {
            pipes[i] = new PipeEnd(new Nobody(), queue(), queue(), null);
            pending[i][0] = new AtomicInteger();
            pending[i][1] = new AtomicInteger();
        }
        Thread readable = trial.start("readable", () -> post(0));
        Thread writable = trial.start("writable", () -> post(1));
        Thread drainer = trial.start("drainer", () -> {
            for (int i = 0; i < ROUNDS; i++) {
                drain(trial);
            }
        });
        trial.join(readable, writable, drainer);
        drain(trial);
        for (AtomicInteger[] bits : pending) {
            trial.check(bits[0].get() == 0 && bits[1].get() == 0, "a signal is lost");
        }
    }

    private static PipeQueue queue() {
        return new PipeQueue(0, false, new DropCounters());
    }

    private void post(int bit) {
        for (int i = 0; i < ROUNDS * PIPES; i++) {
            pending[i % PIPES][bit].incrementAndGet();
            mailbox.post(pipes[i % PIPES], 1 << bit);
        }
    }

    private void drain(Trial trial) {
        mailbox.drain((pipe, signals) -> {
            trial.check(signals != 0, "a pipe without a signal");
            int index = pipe == pipes[0] ? 0 : 1;
            for (int bit = 0; bit < 2; bit++) {
                if ((signals & 1 << bit) != 0) {
                    pending[index][bit].set(0);
                }
            }
        });
    }
}
