package io.zmq4j.socket;

import java.util.concurrent.locks.AbstractQueuedSynchronizer;

/**
 * A lock that does not know which thread has it, and so cannot be taken twice: {@link #tryLock} fails for its holder as for
 * anybody else.
 *
 * <p>{@code ReentrantLock} keeps its owner in a field, and storing a reference into an old object costs a memory fence
 * with the default collector: a fifth of what an inproc message costs. The short ways are written out here, because the
 * virtual machine keeps one profile of the inherited ones for all locks of a process and would not inline them.
 *
 * <p>Releasing is a volatile store and then a volatile load, hence a full fence: {@code PipeQueue}'s flags rely on it, and
 * so does a thread that queued up while the lock was being released.
 */
class PlainLock extends AbstractQueuedSynchronizer {
    private static final long serialVersionUID = 1;

    final void lock() {
        if (!compareAndSetState(0, 1)) {
            acquire(1);
        }
    }

    final boolean tryLock() {
        return compareAndSetState(0, 1);
    }

    final void unlock() {
        setState(0);
        if (hasQueuedThreads()) {
            release(1);
        }
    }

    @Override
    protected final boolean tryAcquire(int ignored) {
        return compareAndSetState(0, 1);
    }

    /** The lock is free already, or another's again: what is left is to wake the thread that waits. */
    @Override
    protected final boolean tryRelease(int ignored) {
        return true;
    }
}
