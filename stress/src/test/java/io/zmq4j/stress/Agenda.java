package io.zmq4j.stress;

import java.util.Comparator;
import java.util.PriorityQueue;

/** What happens in a trial by itself, at its time: a thread of the trial that does it. */
public final class Agenda {
    private record Entry(long at, long number, Runnable action) {}

    private final PriorityQueue<Entry> entries =
            new PriorityQueue<>(Comparator.comparingLong(Entry::at).thenComparingLong(Entry::number));
    private final Trial trial;
    /** Null until it begins. */
    private Task task;

    private long added;
    private boolean ended;

    Agenda(Trial trial) {
        this.trial = trial;
        trial.start("agenda", this::run);
    }

    /** Has something done at that time, in the trial's own: by its thread, at once if the time is over. */
    public void at(long nanos, Runnable action) {
        boolean isFirst = entries.isEmpty() || entries.peek().at > nanos;
        entries.add(new Entry(nanos, added++, action));
        if (isFirst) {
            wake();
        }
    }

    /** Nothing more is done. */
    public void end() {
        ended = true;
        wake();
    }

    private void wake() {
        if (task != null && task.waitsFor == this) {
            task.wake();
        }
    }

    private void run() {
        task = ControlledThread.current();
        while (!ended) {
            long next = entries.isEmpty() ? Task.NEVER : entries.peek().at;
            if (next <= trial.nanos()) {
                entries.poll().action.run();
            } else {
                trial.block(task, this, next);
            }
        }
    }
}
