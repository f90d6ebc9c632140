package io.zmq4j.socket;

import java.util.concurrent.locks.AbstractQueuedSynchronizer;

/**
 * A lock that does not know who has it, and so cannot be taken twice: {@link #tryLock} fails for its holder as for
 * anybody else.
 *
 * <p>{@code ReentrantLock} keeps its owner in a field, and storing a reference into an old object costs a memory fence
 * with the default collector: a fifth of what an inproc message costs. Releasing is a volatile store and then a volatile
 * load, hence a full fence, on which {@code PipeQueue}'s flags rely.
 */
final class PlainLock extends AbstractQueuedSynchronizer {
    private static final long serialVersionUID = 1;

    void lock() {
        acquire(1);
    }

    boolean tryLock() {
        return tryAcquire(1);
    }

    void unlock() {
        release(1);
    }

    @Override
    protected boolean tryAcquire(int ignored) {
        return compareAndSetState(0, 1);
    }

    @Override
    protected boolean tryRelease(int ignored) {
        setState(0);
        return true;
    }
}
