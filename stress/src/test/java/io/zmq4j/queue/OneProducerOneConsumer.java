package io.zmq4j.queue;

import io.zmq4j.stress.Scenario;
import io.zmq4j.stress.Trial;

/** What is put comes out, in order and whole, one by one or many at a time; others may ask whether there is anything. */
public final class OneProducerOneConsumer implements Scenario {
    /** The first array has seven, and what leads to the next one. */
    private static final int BEFORE = 5;

    private static final int ELEMENTS = 12;
    private static final int LIMIT = 6;

    private final SpscQueue<Integer> queue = new SpscQueue<>();

    @Override
    public void play(Trial trial) {
        for (int i = 0; i < BEFORE; i++) {
            queue.offer(i, LIMIT);
        }
        Thread producer = trial.start("producer", () -> {
            for (int i = BEFORE; i < ELEMENTS; i++) {
                while (!queue.offer(i, LIMIT)) {
                    Thread.yield();
                }
            }
        });
        Thread consumer = trial.start("consumer", () -> consume(trial));
        Thread onlooker = trial.start("onlooker", () -> {
            for (int i = 0; i < 6; i++) {
                queue.isEmpty();
                trial.check(queue.size() <= ELEMENTS, "more there than were put");
            }
        });
        trial.join(producer, consumer, onlooker);
        trial.check(queue.isEmpty() && queue.size() == 0, "not empty at the end");
    }

    private void consume(Trial trial) {
        var many = new Integer[3];
        for (int next = 0; next < ELEMENTS; ) {
            if (next % 5 == 0) {
                int end = queue.poll(Integer.class, many, 0);
                for (int i = 0; i < end; i++) {
                    trial.check(many[i] == next, "got " + many[i] + " for " + next);
                    next++;
                }
            } else {
                Integer one = queue.poll();
                if (one == null) {
                    Thread.yield();
                } else {
                    trial.check(one == next, "got " + one + " for " + next);
                    next++;
                }
            }
        }
    }
}
