package io.zmq4j.loop;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lets one thread at a time do a piece of work that no thread waits for: one that finds the gate taken leaves word that there
 * is more to do, and goes. Each connection has one for reading and one for writing.
 *
 * <pre>
 *            tryEnter             tryEnter (fails)
 *   OPEN ──────────────► TAKEN ──────────────► TAKEN_AGAIN
 *    ▲                    │  ▲                     │
 *    └──── leave: true ───┘  └─── leave: false ────┘     false: go round once more
 *
 *   close:  OPEN ► SHUT (true: the caller cleans up)
 *           TAKEN, TAKEN_AGAIN ► CLOSING (false), and leave: CLOSING ► SHUT, where the leaver cleans up
 * </pre>
 *
 * <p>Every transition is a compare-and-set, hence a full fence: what the holder did is visible to the thread that enters next,
 * and a flag read after {@link #leave} is read after everything done inside (see {@code PipeQueue}).
 */
public final class Gate {
    private static final int OPEN = 0;
    private static final int TAKEN = 1;
    private static final int TAKEN_AGAIN = 2;
    private static final int CLOSING = 3;
    private static final int SHUT = 4;

    private final AtomicInteger state = new AtomicInteger(OPEN);
    private final Runnable onShut;

    /** {@code onShut} runs once, inside, after the last holder: nobody enters any more. */
    public Gate(Runnable onShut) {
        this.onShut = onShut;
    }

    /** Enters if the gate is open; else makes its holder go round again. */
    public boolean tryEnter() {
        while (true) {
            switch (state.get()) {
                case OPEN -> {
                    if (state.compareAndSet(OPEN, TAKEN)) {
                        return true;
                    }
                }
                case TAKEN -> {
                    if (state.compareAndSet(TAKEN, TAKEN_AGAIN)) {
                        return false;
                    }
                }
                default -> {
                    return false;
                }
            }
        }
    }

    /** Leaves; false if somebody asked for more meanwhile: then the caller is still inside. */
    public boolean leave() {
        if (state.compareAndSet(TAKEN, OPEN)) {
            return true;
        }
        if (state.compareAndSet(TAKEN_AGAIN, TAKEN)) {
            return false;
        }
        state.set(SHUT);
        onShut.run();
        return true;
    }

    /** Lets nobody enter any more. */
    public void close() {
        while (true) {
            int seen = state.get();
            if (seen >= CLOSING) {
                return;
            }
            if (state.compareAndSet(seen, seen == OPEN ? SHUT : CLOSING)) {
                if (seen == OPEN) {
                    onShut.run();
                }
                return;
            }
        }
    }

    /** Whether {@link #close} was called. */
    public boolean isClosed() {
        return state.get() >= CLOSING;
    }
}
