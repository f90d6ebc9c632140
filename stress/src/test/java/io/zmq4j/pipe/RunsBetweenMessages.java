package io.zmq4j.pipe;

import io.zmq4j.event.DropCounters;
import io.zmq4j.message.Message;
import io.zmq4j.outbox.Run;
import io.zmq4j.stress.Scenario;
import io.zmq4j.stress.Trial;

/** Runs that grow while they are read, and single messages between them, come out in order and whole. */
public final class RunsBetweenMessages implements Scenario {
    private static final int RUNS = 2;
    private static final int LENGTH = 4;
    private static final int MESSAGES = RUNS * (LENGTH + 1);
    /** On the wire: no flags, a byte for the size, one byte of body. */
    private static final int ENCODED = 3;

    private final PipeQueue queue = new PipeQueue(0, false, new DropCounters());

    @Override
    public void play(Trial trial) {
        Thread producer = trial.start("producer", () -> {
            for (int i = 0; i < MESSAGES; i += LENGTH + 1) {
                var run = new Run(message(i), LENGTH, 1);
                queue.share(run);
                for (int j = 1; j < LENGTH; j++) {
                    run.add(message(i + j));
                }
                run.end();
                queue.ended(run);
                queue.offer(message(i + LENGTH));
            }
        });
        Thread consumer = trial.start("consumer", () -> consume(trial));
        Thread onlooker = trial.start("onlooker", () -> {
            for (int i = 0; i < 4; i++) {
                queue.isEmpty();
                long taken = queue.countTaken();
                long put = queue.countPut();
                trial.check(taken <= put && put <= MESSAGES, taken + " taken of " + put);
                trial.check(queue.length(0) <= MESSAGES, "as many as " + queue.length(0));
            }
        });
        trial.join(producer, consumer, onlooker);
        trial.check(queue.isEmpty() && queue.size() == 0, "not empty at the end, or counted as " + queue.size());
        // One byte each.
        trial.check(
                queue.countTaken() == MESSAGES && queue.bytesTaken() == MESSAGES,
                queue.countTaken() + " messages of " + queue.bytesTaken() + " bytes taken");
        trial.check(
                queue.countPut() == MESSAGES && queue.bytesPut() == MESSAGES,
                queue.countPut() + " messages of " + queue.bytesPut() + " bytes put");
    }

    private static Message message(int number) {
        return Message.wrap(new byte[] {(byte) (number + 1)});
    }

    private void consume(Trial trial) {
        var copied = new byte[2 * ENCODED];
        for (int next = 0; next < MESSAGES; ) {
            Message message = queue.poll();
            if (message != null) {
                next = expect(trial, message.array(0)[0], next);
            }
            int length = queue.copy(copied, 0);
            for (int at = 0; at < length; at += ENCODED) {
                trial.check(copied[at + 1] == 1, "a torn header");
                next = expect(trial, copied[at + 2], next);
            }
            if (message == null && length == 0) {
                Thread.yield();
            }
        }
    }

    private static int expect(Trial trial, byte got, int next) {
        trial.check(got == next + 1, "got " + (got - 1) + " for " + next);
        return next + 1;
    }
}
