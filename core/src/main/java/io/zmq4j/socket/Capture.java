package io.zmq4j.socket;

import io.zmq4j.event.DropReason;
import io.zmq4j.message.Message;
import io.zmq4j.options.SocketOptions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Where a proxy sends its copies. One that has no room is waited for, so that a reader who is slow gets them all; but no longer
 * than its SNDTIMEO, and 100 ms if that says for ever, so that one that never reads does not stop the traffic. The proxy waits,
 * not this class, and hears commands meanwhile.
 *
 * <pre>
 *   TAKES ──no room──► AWAITED ──time is over──► BEHIND    copies are left out, and counted as QUEUE_FULL
 *     ▲                   │                        │
 *     └───────room────────┴────────────room────────┘
 * </pre>
 *
 * <p>Owned by the proxy's thread.
 */
final class Capture {
    private static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private enum State {
        TAKES,
        AWAITED,
        BEHIND
    }

    private final SocketCore socket;
    private State state = State.TAKES;
    private @Nullable Message awaited;
    private long deadline;

    Capture(SocketCore socket) {
        this.socket = socket;
    }

    /** A copy that is sent, waits for room, or is left out. Only if {@link #isReady}. */
    void take(Message copy) {
        if (socket.trySendWithMore(copy)) {
            state = State.TAKES;
            return;
        }
        long patience = state == State.BEHIND ? 0 : patience();
        if (patience > 0) {
            state = State.AWAITED;
            awaited = copy;
            deadline = System.nanoTime() + patience;
        } else {
            leaveOut();
        }
    }

    private long patience() {
        Duration timeout = socket.options().get(SocketOptions.SNDTIMEO);
        return timeout.isNegative() ? PATIENCE_NANOS : SocketCore.nanos(timeout);
    }

    /** Whether the next copy may come: the one before is sent, or left out as its time is over. */
    boolean isReady() {
        Message copy = awaited;
        if (copy == null) {
            return true;
        }
        if (socket.trySendWithMore(copy)) {
            awaited = null;
            state = State.TAKES;
        } else if (nanosLeft() <= 0) {
            leaveOut();
        }
        return awaited == null;
    }

    /** How long the copy that waits for room may still wait; for ever if none does. */
    long nanosLeft() {
        return awaited == null ? Long.MAX_VALUE : deadline - System.nanoTime();
    }

    /** Sends off what was held back. */
    void flush() {
        socket.pattern().flushHeldBack();
    }

    /** The proxy ends. */
    void end() {
        if (awaited != null) {
            leaveOut();
        }
    }

    private void leaveOut() {
        awaited = null;
        state = State.BEHIND;
        socket.drops().add(DropReason.QUEUE_FULL, 1);
    }
}
