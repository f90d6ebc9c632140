package io.zmq4j.stress;

import java.util.ArrayDeque;

/**
 * Stands for {@code AbstractQueuedSynchronizer}, as far as it is used: a state, and a queue of threads of which the first
 * one tries again whenever somebody releases; a thread that comes by may be quicker.
 */
public abstract class ModelSynchronizer {
    private static final int GET = Sites.number("AQS.getState");
    private static final int SET = Sites.number("AQS.setState");
    private static final int COMPARE_AND_SET = Sites.number("AQS.compareAndSetState");
    private static final int ENQUEUE = Sites.number("AQS enqueues");
    private static final int LOOK = Sites.number("AQS.hasQueuedThreads");
    private static final int WAKE = Sites.number("AQS wakes the first in the queue");

    private final ArrayDeque<Task> queue = new ArrayDeque<>();
    private int state;

    private static Task step(int site) {
        Task me = ControlledThread.current();
        me.trial.step(me, site);
        return me;
    }

    protected final int getState() {
        step(GET);
        return state;
    }

    protected final void setState(int next) {
        step(SET);
        state = next;
    }

    protected final boolean compareAndSetState(int expected, int next) {
        step(COMPARE_AND_SET);
        boolean matches = state == expected;
        if (matches) {
            state = next;
        }
        return matches;
    }

    protected abstract boolean tryAcquire(int argument);

    protected abstract boolean tryRelease(int argument);

    public final void acquire(int argument) {
        if (tryAcquire(argument)) {
            return;
        }
        Task me = step(ENQUEUE);
        queue.add(me);
        while (queue.peek() != me || !tryAcquire(argument)) {
            me.trial.park(me, Task.NEVER);
        }
        queue.poll();
    }

    public final boolean release(int argument) {
        if (!tryRelease(argument)) {
            return false;
        }
        Task me = step(WAKE);
        Task first = queue.peek();
        if (first != null) {
            me.trial.unpark(first);
        }
        return true;
    }

    public final boolean hasQueuedThreads() {
        step(LOOK);
        return !queue.isEmpty();
    }
}
