package io.zmq4j.socket;

import io.zmq4j.message.Message;
import org.jspecify.annotations.Nullable;

/** A request of a DEALER, and the future of its reply that the application has. Guarded by the lock of {@link Async}. */
final class Outstanding extends Pending<Message> implements Comparable<Outstanding> {
    private final Requests requests;
    final long id;
    final long beganNanos;
    final long dueNanos;

    /** How often a connection of the socket had ended before. */
    final int breaksBefore;

    final Ask ask;
    private @Nullable Message reply;

    Outstanding(
            Async async, Requests requests, long id, Message wire, long nanos, int breaks, @Nullable Object keptAlive) {
        super(async, 0, keptAlive);
        this.requests = requests;
        this.id = id;
        this.beganNanos = System.nanoTime();
        this.dueNanos = beganNanos + nanos;
        this.breaksBefore = breaks;
        this.ask = new Ask(async, wire);
    }

    /** Earliest first; by difference, because the clock may start anywhere. */
    @Override
    public int compareTo(Outstanding other) {
        int byTime = Long.signum(dueNanos - other.dueNanos);
        return byTime != 0 ? byTime : Long.signum(id - other.id);
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(id);
    }

    /** What came for it is served by {@link Requests}, not by trying. */
    @Override
    boolean attempt(LockedPattern pattern) {
        return false;
    }

    /** The reply has come, and is still to be told. */
    void answered(Message body) {
        reply = body;
        state = State.SERVED;
    }

    @Override
    @Nullable
    Message result() {
        return reply;
    }

    @Override
    void withdrawn() {
        super.withdrawn();
        requests.remove(this);
    }

    /** Its way out: a send, in turn with others, that nobody waits for. */
    final class Ask extends Pending<Void> {
        /** Null when it was sent. */
        private @Nullable Message wire;

        Ask(Async async, Message wire) {
            super(async, wire.size(), null);
            this.wire = wire;
        }

        boolean isSent() {
            return wire == null;
        }

        /** A failure is the request's. */
        @Override
        boolean attempt(LockedPattern pattern) {
            try {
                if (wire != null && !pattern.trySend(wire)) {
                    return false;
                }
                wire = null;
            } catch (RuntimeException | Error e) {
                requests.fail(Outstanding.this, e);
            }
            return true;
        }

        @Override
        @Nullable
        Void result() {
            return null;
        }
    }
}
