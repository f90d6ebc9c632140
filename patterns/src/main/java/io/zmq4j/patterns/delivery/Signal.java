package io.zmq4j.patterns.delivery;

import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/**
 * Wakes the one thread that waits here. A signal that comes while it does not wait is kept for the next wait, so none is lost: whoever
 * signals has brought its change about before, and the thread looks for changes after it was woken and before it waits again.
 */
final class Signal {
    /**
     * What its thread does.
     *
     * <pre>{@code
     *             await                      raise, nudge
     *   AWAKE ------------> HOLDING, ASLEEP --------------+
     *     ^  \                     | time passed          v
     *     |   +--------------------|---------------> SIGNALLED
     *     |      raise, nudge      v                      |
     *     +-----------------------------------------------+  await returns
     * }</pre>
     */
    private enum State {
        AWAKE,
        SIGNALLED,
        /** It waits for a moment only, after which it looks anyway: a nudge does not wake it. */
        HOLDING,
        ASLEEP
    }

    private final AtomicReference<State> state = new AtomicReference<>(State.AWAKE);
    private volatile Thread waiting = Thread.currentThread();

    /** Wakes the thread now. */
    void raise() {
        State before = state.getAndSet(State.SIGNALLED);
        if (before == State.HOLDING || before == State.ASLEEP) {
            LockSupport.unpark(waiting);
        }
    }

    /** Wakes the thread unless it will look in a moment. */
    void nudge() {
        State seen = state.get();
        if (seen != State.SIGNALLED && seen != State.HOLDING) {
            raise();
        }
    }

    /** Waits for a signal, or until the time is over; by one thread. An interrupt of it is no signal, and is forgotten. */
    void await(long nanos, boolean holds) {
        waiting = Thread.currentThread();
        if (nanos > 0 && state.compareAndSet(State.AWAKE, holds ? State.HOLDING : State.ASLEEP)) {
            long deadline = System.nanoTime() + nanos;
            for (long left = nanos; left > 0 && state.get() != State.SIGNALLED; left = deadline - System.nanoTime()) {
                LockSupport.parkNanos(this, left);
                // Forgotten, as a thread that is interrupted does not park.
                boolean unused = Thread.interrupted();
            }
        }
        state.set(State.AWAKE);
    }
}
