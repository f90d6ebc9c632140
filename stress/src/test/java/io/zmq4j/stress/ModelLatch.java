package io.zmq4j.stress;

import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;

/** Stands for {@code CountDownLatch}, as far as it is used. */
public final class ModelLatch {
    private static final int AWAIT = Sites.number("CountDownLatch.await");
    private static final int COUNT_DOWN = Sites.number("CountDownLatch.countDown");

    private final ArrayDeque<Task> waiting = new ArrayDeque<>();
    private long count;

    public ModelLatch(int count) {
        this.count = count;
    }

    public long getCount() {
        return count;
    }

    public void countDown() {
        Task me = ControlledThread.current();
        me.trial.step(me, COUNT_DOWN);
        if (count > 0 && --count == 0) {
            waiting.forEach(Task::wake);
        }
    }

    public boolean await(long time, TimeUnit unit) {
        Task me = ControlledThread.current();
        me.trial.step(me, AWAIT);
        long deadline = me.trial.deadline(unit.toNanos(time));
        waiting.add(me);
        while (count > 0 && me.trial.nanos() < deadline) {
            me.trial.block(me, "a latch", deadline);
        }
        waiting.remove(me);
        return count == 0;
    }
}
