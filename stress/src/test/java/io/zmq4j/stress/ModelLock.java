package io.zmq4j.stress;

import java.util.ArrayDeque;
import java.util.Date;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;

/** Stands for {@code ReentrantLock}, as far as it is used; any waiting thread may get it next. */
public final class ModelLock {
    private static final int LOCK = Sites.number("ReentrantLock.lock");
    private static final int UNLOCK = Sites.number("ReentrantLock.unlock");
    private static final int AWAIT = Sites.number("Condition.await");
    private static final int SIGNAL = Sites.number("Condition.signalAll");

    private final ArrayDeque<Task> waiting = new ArrayDeque<>();
    private Task owner;
    private int holds;

    public void lock() {
        Task me = ControlledThread.current();
        me.trial.step(me, LOCK);
        take(me, 1);
    }

    public void lockInterruptibly() {
        lock();
    }

    private void take(Task me, int times) {
        while (owner != null && owner != me) {
            waiting.add(me);
            me.trial.block(me, "a lock of " + owner, Task.NEVER);
        }
        owner = me;
        holds += times;
    }

    public void unlock() {
        Task me = ControlledThread.current();
        if (me.trial.isEnding()) {
            return;
        }
        if (owner != me) {
            throw new IllegalMonitorStateException();
        }
        if (--holds == 0) {
            free();
            me.trial.step(me, UNLOCK);
        }
    }

    private void free() {
        owner = null;
        waiting.forEach(Task::wake);
        waiting.clear();
    }

    public Condition newCondition() {
        return new ModelCondition();
    }

    private final class ModelCondition implements Condition {
        private final ArrayDeque<Task> awaiting = new ArrayDeque<>();

        @Override
        public long awaitNanos(long nanos) {
            Task me = ControlledThread.current();
            me.trial.step(me, AWAIT);
            long deadline = me.trial.deadline(nanos);
            int times = holds;
            holds = 0;
            free();
            awaiting.add(me);
            if (nanos > 0) {
                me.trial.block(me, "a condition", deadline);
            }
            awaiting.remove(me);
            take(me, times);
            return deadline == Task.NEVER ? Task.NEVER : deadline - me.trial.nanos();
        }

        @Override
        public void signalAll() {
            Task me = ControlledThread.current();
            me.trial.step(me, SIGNAL);
            awaiting.forEach(Task::wake);
        }

        @Override
        public void signal() {
            signalAll();
        }

        @Override
        public void await() {
            awaitNanos(Task.NEVER);
        }

        @Override
        public void awaitUninterruptibly() {
            awaitNanos(Task.NEVER);
        }

        @Override
        public boolean await(long time, TimeUnit unit) {
            return awaitNanos(unit.toNanos(time)) > 0;
        }

        @Override
        public boolean awaitUntil(Date deadline) {
            throw new UnsupportedOperationException();
        }
    }
}
