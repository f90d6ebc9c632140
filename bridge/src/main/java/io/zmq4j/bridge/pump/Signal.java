package io.zmq4j.bridge.pump;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Wakes the one thread that waits, or will wait next. Safe for any thread. */
public class Signal {
    /** Written by the waiting thread before it looks at {@code raised}, and read after that was written: one of both sees the other. */
    private volatile @Nullable Thread waiting;

    private volatile boolean raised;

    /** Costs a write where nobody waits. */
    public void raise() {
        raised = true;
        Thread thread = waiting;
        if (thread != null) {
            LockSupport.unpark(thread);
        }
    }

    /** Returns when it was raised since the last time, after {@code nanos}, when interrupted, or for no reason. */
    public void await(long nanos) {
        waiting = Thread.currentThread();
        try {
            if (!raised) {
                LockSupport.parkNanos(this, nanos);
            }
        } finally {
            waiting = null;
            raised = false;
        }
    }
}
