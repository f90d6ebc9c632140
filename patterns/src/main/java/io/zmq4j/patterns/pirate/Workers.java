package io.zmq4j.patterns.pirate;

import io.zmq4j.message.Frame;
import io.zmq4j.message.Message;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The workers that a queue knows, RFC 6: who is there, and whose turn it is. Pure: owned by one thread, time is what it is told.
 */
final class Workers {
    /**
     * <pre>
     *   (unknown) ── READY, a reply ──▶ READY ── a request ──▶ BUSY
     *                                     ▲ └─ a reply, READY ◀─┘
     *   either ── silence, or it has left ──▶ (unknown)
     * </pre>
     */
    private enum State {
        READY,
        BUSY
    }

    private static final class Worker {
        private State state = State.READY;
        private long expiresAt;
    }

    /** In the order in which they became ready, or busy: the first ready one has waited for the longest time. */
    private final Map<Frame, Worker> known = new LinkedHashMap<>();

    private final long silenceNanos;
    private final int most;
    private int ready;
    private long expired;
    private long refused;
    private long malformed;

    /**
     * @param silenceNanos after how long without a word a worker is taken for dead
     * @param most how many workers there are at most
     */
    Workers(long silenceNanos, int most) {
        this.silenceNanos = silenceNanos;
        this.most = most;
    }

    /**
     * A worker says something.
     *
     * @param said without its routing id
     * @return the reply that is to go to a client; empty if it is none
     */
    Optional<Message> says(Frame id, Message said, long now) {
        if (said.frameCount() > 1) {
            // A worker that was given up as dead, and has replied after all, lives and has nothing to do.
            isReady(id, now);
            return Optional.of(said);
        }
        if (said.equals(Ppp.READY)) {
            isReady(id, now);
        } else if (said.equals(Ppp.HEARTBEAT)) {
            // RFC 6, "Overall Conversation": the first message MUST be READY. One that is not known gets no heartbeat,
            // and so begins anew.
            Worker worker = known.get(id);
            if (worker != null) {
                worker.expiresAt = now + silenceNanos;
            }
        } else {
            malformed++;
        }
        return Optional.empty();
    }

    private void isReady(Frame id, long now) {
        Worker worker = forget(id);
        if (worker == null) {
            if (known.size() >= most) {
                refused++;
                return;
            }
            worker = new Worker();
        }
        worker.state = State.READY;
        worker.expiresAt = now + silenceNanos;
        known.put(id, worker);
        ready++;
    }

    private @Nullable Worker forget(Frame id) {
        Worker worker = known.remove(id);
        if (worker != null && worker.state == State.READY) {
            ready--;
        }
        return worker;
    }

    /** Whether somebody has nothing to do. */
    boolean hasReady() {
        return ready > 0;
    }

    /** Gives a request to the worker that has had none for the longest time; empty if nobody is ready. */
    Optional<Frame> next() {
        for (var entry : known.entrySet()) {
            if (entry.getValue().state == State.READY) {
                entry.getValue().state = State.BUSY;
                ready--;
                return Optional.of(entry.getKey());
            }
        }
        return Optional.empty();
    }

    /** A worker has left. */
    void left(Frame id) {
        if (forget(id) != null) {
            expired++;
        }
    }

    /** RFC 6, "Heartbeating Specification": those that were silent for too long are sent nothing any more. */
    void expire(long now) {
        Iterator<Worker> each = known.values().iterator();
        while (each.hasNext()) {
            Worker worker = each.next();
            if (now - worker.expiresAt >= 0) {
                each.remove();
                expired++;
                if (worker.state == State.READY) {
                    ready--;
                }
            }
        }
    }

    /** Who is to get heartbeats. */
    List<Frame> all() {
        return new ArrayList<>(known.keySet());
    }

    int ready() {
        return ready;
    }

    int busy() {
        return known.size() - ready;
    }

    /** Workers that were given up, or have left. */
    long expired() {
        return expired;
    }

    /** Workers that were not taken, as there were as many as may be. */
    long refused() {
        return refused;
    }

    /** What workers said that is no command. */
    long malformed() {
        return malformed;
    }
}
