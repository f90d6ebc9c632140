package io.zmq4j.socket;

import io.zmq4j.event.Registration;
import io.zmq4j.loop.Loop;
import io.zmq4j.loop.Wakeable;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Tells an action whenever a socket may have become ready: for those who wait somewhere else, such as in a selector of their own. A
 * watcher without a thread; while there is one, the socket's loop has a dependent and never goes without a driver.
 *
 * <pre>
 *   WITHOUT_LOOP ──the socket has a loop──► that loop ──close──► ENDED
 *        └──────────────────────────close──────────────────────────▲
 * </pre>
 *
 * <p>A signal says that something has changed since somebody looked, and comes once for each change: who looks takes what is
 * there until nothing is left. The thread that signals is the one that brings the change about, with or without locks of the
 * library. Safe for any thread.
 */
final class Readiness implements Wakeable, Registration {
    private enum Dependence {
        WITHOUT_LOOP,
        ENDED
    }

    private final SocketCore socket;
    private final Runnable action;

    /** The loop that has us as a dependent. Counted there after it is noted here: an end in between makes it -1 for a moment. */
    private final AtomicReference<Object> dependsOn = new AtomicReference<>(Dependence.WITHOUT_LOOP);

    private Readiness(SocketCore socket, Runnable action) {
        this.socket = socket;
        this.action = Objects.requireNonNull(action, "action");
    }

    static Readiness begin(SocketCore socket, Runnable action) {
        var made = new Readiness(socket, action);
        boolean begun = false;
        try {
            socket.pattern().addWaiter(made);
            made.depend();
            // After that, so that a close meanwhile is seen here or signalled.
            socket.pattern().checkOpen();
            begun = true;
            return made;
        } finally {
            if (!begun) {
                made.close();
            }
        }
    }

    @Override
    public void signal() {
        if (dependsOn.get() == Dependence.ENDED) {
            return;
        }
        try {
            depend();
            action.run();
        } finally {
            if (socket.isClosed()) {
                close();
            }
        }
    }

    /** A socket gets its loop with its first endpoint, which is signalled. */
    private void depend() {
        Loop loop = socket.loopIfAny();
        if (loop != null && dependsOn.compareAndSet(Dependence.WITHOUT_LOOP, loop)) {
            loop.addDependent();
        }
    }

    @Override
    public void close() {
        Object before = dependsOn.getAndSet(Dependence.ENDED);
        if (before != Dependence.ENDED) {
            socket.pattern().removeWaiter(this);
        }
        if (before instanceof Loop loop) {
            loop.removeDependent();
        }
    }
}
